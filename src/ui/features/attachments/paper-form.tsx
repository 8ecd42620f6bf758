import { Button, Checkbox, Group, NativeSelect, Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#api/attachments.ts';
import { type AttachmentDetails, originalStates } from '#domain/attachments/attachment.ts';
import { isPicture } from '#domain/attachments/media-type.ts';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { linkFrom, linkValue, useLinkChoices } from './use-link-choices.ts';

interface PaperFormProps {
  paper: Attachment;
  personId: string;
  onSaved: () => void;
}

export function PaperForm({ paper, personId, onSaved }: PaperFormProps) {
  const { t } = useTranslation(['attachments', 'common']);
  const labels = useLabels();
  const { today } = useSession();
  const [draft, setDraft] = useState(paper.details);
  const links = useLinkChoices(personId);
  const kept = useDraft({
    form: 'attachment',
    subjectId: paper.id,
    personId,
    start: paper.details,
    values: draft,
    restore: setDraft,
    isOff: paper.tier !== 'general',
  });
  const change = (part: Partial<AttachmentDetails>) => setDraft((now) => ({ ...now, ...part }));
  const { documentOn, expiresOn } = draft;
  const endsBeforeStart = Boolean(documentOn && expiresOn && expiresOn < documentOn);
  const save = useMutation({
    mutationFn: () => vault.attachments.save({ id: paper.id, details: draft }),
    onSuccess: () => {
      notifyDone(t('common:saved'));
      void forgetDraft('attachment', paper.id);
      onSaved();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!endsBeforeStart) save.mutate();
      }}
    >
      <DraftOffer draft={kept}>
        <Stack gap="sm">
          <NativeSelect
            label={t('kind')}
            data={labels.choices('attachmentKinds')}
            value={draft.kind}
            data-autofocus
            onChange={(event) => change({ kind: event.currentTarget.value })}
          />
          <TextInput
            label={t('paperTitle')}
            placeholder={labels.label('attachmentKinds', draft.kind)}
            dir="auto"
            maxLength={160}
            value={draft.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <Group gap="sm" align="flex-start" grow>
            <DateField
              label={t('documentOn')}
              value={draft.documentOn}
              onChange={(on) => change({ documentOn: on })}
            />
            <DateField
              label={t('expiresOn')}
              value={draft.expiresOn}
              error={endsBeforeStart ? t('endsBeforeStart') : undefined}
              onChange={(on) => change({ expiresOn: on })}
            />
          </Group>
          <NativeSelect
            label={t('original')}
            data={choicesOf(originalStates, 'originalStates', labels.label)}
            value={draft.original}
            onChange={(event) => {
              const original = originalStates.find((one) => one === event.currentTarget.value);
              if (!original) return;
              change({ original, givenBackOn: original === 'givenBack' ? today : undefined });
            }}
          />
          {draft.original === 'givenBack' && (
            <DateField
              label={t('givenBackOn')}
              value={draft.givenBackOn}
              onChange={(on) => change({ givenBackOn: on })}
            />
          )}
          {links.length > 0 && (
            <Select
              label={t('link')}
              placeholder={t('linkNone')}
              data={links}
              clearable
              clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
              value={linkValue(draft.link)}
              onChange={(value) => change({ link: linkFrom(value) })}
            />
          )}
          {isPicture(paper.mediaType) && paper.tier === 'general' && (
            <Checkbox
              label={t('isPortrait')}
              description={t('isPortraitHint')}
              checked={draft.isPortrait}
              onChange={(event) => change({ isPortrait: event.currentTarget.checked })}
            />
          )}
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={endsBeforeStart}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </DraftOffer>
    </form>
  );
}
