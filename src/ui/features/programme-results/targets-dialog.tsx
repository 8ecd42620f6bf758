import { NumberInput, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { largestTarget } from '#domain/programmes/programme-indicator.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface TargetsDialogProps {
  programme: Programme;
  onClose: () => void;
}

interface TargetsDraft {
  targets: Record<string, number | null>;
}

/** The numbers of the grant agreement: templates carry those of the call, which are seldom those of one partner. */
export function TargetsDialog({ programme, onClose }: TargetsDialogProps) {
  const { t } = useTranslation('programme-results');
  const words = useRuleWords();
  const { id, indicators } = programme;
  const { values, change, kept, forget } = useKeptForm<TargetsDraft>({
    form: 'programme',
    subjectId: `${id}:targets`,
    start: {
      targets: Object.fromEntries(indicators.map((one) => [one.code, one.target ?? null])),
    },
  });
  const { targets } = values;
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: () => vault.programmeTargets.save({ id, targets }),
    onSuccess: () => {
      notifyDone(t('targets.saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('targets.edit')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
      isComplete
      kept={kept}
    >
      <Text size="sm">{t('targets.hint')}</Text>
      {indicators.map(({ code, name, funderCode }) => (
        <NumberInput
          key={code}
          label={`${words(name)}${funderCode ? ` (${funderCode})` : ''}`}
          min={0}
          max={largestTarget}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          value={targets[code] ?? ''}
          onChange={(typed) =>
            change({ targets: { ...targets, [code]: typeof typed === 'number' ? typed : null } })
          }
        />
      ))}
    </FormDialog>
  );
}
