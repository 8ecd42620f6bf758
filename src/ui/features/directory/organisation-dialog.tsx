import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { DraftOffer } from '../drafts/draft-offer.tsx';
import { useDraft } from '../drafts/use-draft.ts';

interface OrganisationDialogProps {
  /** Kinds to choose from; all of them when left out. */
  kinds?: string[] | undefined;
  onSaved: (id: string) => void;
  onCancel: () => void;
}

/** The least a letter needs; the rest is added in the directory. */
export function OrganisationDialog(props: OrganisationDialogProps) {
  const { kinds } = props;
  const { t } = useTranslation(['directory', 'common']);
  const labels = useLabels();
  const choices = labels
    .choices('organisationKinds')
    .filter(({ value }) => !kinds || kinds.includes(value));
  const [start] = useState({
    kind: kinds?.[0] ?? choices[0]?.value ?? 'otherBody',
    name: '',
    office: '',
    address: '',
    pec: '',
  });
  const [draft, setDraft] = useState(start);
  const kept = useDraft({
    form: 'organisation',
    subjectId: 'new',
    start,
    values: draft,
    restore: setDraft,
  });
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () =>
      vault.organisations.save({
        ...draft,
        office: draft.office || undefined,
        address: draft.address || undefined,
        pec: draft.pec || undefined,
      }),
    onSuccess: ({ id }) => {
      notifyDone(t('saved'));
      void forgetDraft('organisation', 'new');
      props.onSaved(id);
    },
  });
  return (
    <Modal
      opened
      onClose={props.onCancel}
      title={t('dialog.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog inside another form must not send that one too.
          event.stopPropagation();
          save.mutate();
        }}
      >
        <DraftOffer draft={kept}>
          <Stack gap="md">
            <NativeSelect
              label={t('fields.kind')}
              data={choices}
              value={draft.kind}
              onChange={(event) => change({ kind: event.currentTarget.value })}
            />
            <TextInput
              label={t('fields.name')}
              placeholder={t('fields.namePlaceholder')}
              required
              data-autofocus
              maxLength={160}
              value={draft.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <TextInput
              label={t('fields.office')}
              maxLength={160}
              value={draft.office}
              onChange={(event) => change({ office: event.currentTarget.value })}
            />
            <Textarea
              label={t('fields.address')}
              autosize
              minRows={2}
              maxRows={4}
              maxLength={300}
              value={draft.address}
              onChange={(event) => change({ address: event.currentTarget.value })}
            />
            <TextInput
              label={t('fields.pec')}
              dir="ltr"
              maxLength={160}
              value={draft.pec}
              onChange={(event) => change({ pec: event.currentTarget.value })}
            />
            <ErrorNotice error={save.error} />
            <Group justify="flex-end">
              <Button
                variant="default"
                onClick={() => {
                  void forgetDraft('organisation', 'new');
                  props.onCancel();
                }}
              >
                {t('common:actions.cancel')}
              </Button>
              <Button type="submit" loading={save.isPending} disabled={draft.name.trim() === ''}>
                {t('common:actions.save')}
              </Button>
            </Group>
          </Stack>
        </DraftOffer>
      </form>
    </Modal>
  );
}
