import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
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
  const { t } = useTranslation('assessments');
  const labels = useLabels();
  const name = labels.label('lifeDomains', domain);
  const { values, change, kept, forget } = useKeptForm({
    form: 'need',
    subjectId: `${personId}:${domain}`,
    personId,
    start: nothingSaid,
  });
  const { level, words, wantsGoal } = values;
  const close = () => {
    forget();
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
    <FormDialog
      size="lg"
      title={name}
      onClose={onClose}
      onCancel={close}
      onSubmit={() => level !== undefined && record.mutate(level)}
      error={record.error}
      isSaving={record.isPending}
      isComplete={level !== undefined}
      saveLabel={t('record')}
      kept={kept}
    >
      <LevelChoice
        label={t('whereNow')}
        domain={domain}
        value={level}
        onChange={(chosen) => change({ level: chosen })}
      />
      <LongTextField
        label={t('words')}
        maxLength={600}
        value={words}
        onChange={(text) => change({ words: text })}
      />
      <Checkbox
        label={t('wantsGoal')}
        checked={wantsGoal}
        onChange={(event) => change({ wantsGoal: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
