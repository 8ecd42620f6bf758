import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
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
import { LevelChoice } from './level-choice.tsx';

interface ScoreDialogProps {
  personId: string;
  domain: string;
  onClose: () => void;
}

const nothingSaid: { level: number | undefined; words: string; wantsGoal: boolean } = {
  level: undefined,
  words: '',
  wantsGoal: false,
};

/** Where the person stands today in one domain; everything recorded before stays. */
export function ScoreDialog({ personId, domain, onClose }: ScoreDialogProps) {
  const { t } = useTranslation(['assessments', 'common']);
  const labels = useLabels();
  const name = labels.label('lifeDomains', domain);
  const [said, setSaid] = useState(nothingSaid);
  const { level, words, wantsGoal } = said;
  const subjectId = `${personId}:${domain}`;
  const kept = useDraft({
    form: 'need',
    subjectId,
    personId,
    start: nothingSaid,
    values: said,
    restore: setSaid,
  });
  const close = () => {
    void forgetDraft('need', subjectId);
    onClose();
  };
  const record = useMutation({
    mutationFn: (chosen: number) =>
      vault.assessments.record({
        personId,
        score: { domain, level: chosen, wantsGoal, ...(words.trim() ? { words } : {}) },
      }),
    onSuccess: () => {
      notifyDone(t('recorded', { domain: name }));
      close();
    },
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={name}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (level !== undefined) record.mutate(level);
        }}
      >
        <DraftOffer draft={kept}>
          <Stack gap="md">
            <LevelChoice
              label={t('whereNow')}
              domain={domain}
              value={level}
              onChange={(chosen) => setSaid({ ...said, level: chosen })}
            />
            <Textarea
              label={t('words')}
              dir="auto"
              autosize
              minRows={2}
              maxRows={6}
              maxLength={600}
              value={words}
              onChange={(event) => setSaid({ ...said, words: event.currentTarget.value })}
            />
            <Checkbox
              label={t('wantsGoal')}
              checked={wantsGoal}
              onChange={(event) => setSaid({ ...said, wantsGoal: event.currentTarget.checked })}
            />
            <ErrorNotice error={record.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('common:actions.cancel')}
              </Button>
              <Button type="submit" disabled={level === undefined} loading={record.isPending}>
                {t('record')}
              </Button>
            </Group>
          </Stack>
        </DraftOffer>
      </form>
    </Modal>
  );
}
