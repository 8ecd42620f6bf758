import { Switch, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeadlineRuleSummary } from '#api/deadlines.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { useRuleWords } from './use-rule-words.ts';

interface DeadlineRuleDialogProps {
  rule: DeadlineRuleSummary;
  onDone: () => void;
}

/** A decision about one rule, with its reason: whoever reads it later must understand why. */
export function DeadlineRuleDialog({ rule, onDone }: DeadlineRuleDialogProps) {
  const { t } = useTranslation(['deadlines', 'common']);
  const words = useRuleWords();
  const lawAmount = rule.term.amount ?? 0;
  const { values, change, kept, forget } = useKeptForm({
    form: 'deadlineRule',
    subjectId: rule.rule,
    start: {
      isOn: !rule.isOff,
      typed: String(Math.abs(rule.change?.amount ?? lawAmount)),
      reason: '',
    },
  });
  const { isOn, typed, reason } = values;
  const close = () => {
    forget();
    onDone();
  };
  const count = Number(typed);
  const isCount = Number.isInteger(count) && count >= (lawAmount === 0 ? 0 : 1) && count <= 1000;
  const amount = lawAmount < 0 ? -count : count;
  const save = useMutation({
    mutationFn: () =>
      vault.deadlineRules.save({
        rule: rule.rule,
        isOff: !isOn,
        ...(rule.canChangeAmount && amount !== lawAmount ? { amount } : {}),
        reason,
      }),
    onSuccess: () => {
      notifyDone(t('rules.saved'));
      close();
    },
  });
  const isComplete = reason.trim() !== '' && (isCount || !rule.canChangeAmount);
  return (
    <FormDialog
      title={words(rule.title)}
      onClose={onDone}
      onCancel={close}
      onSubmit={() => isComplete && save.mutate()}
      error={save.error}
      isSaving={save.isPending}
      isComplete={isComplete}
      kept={kept}
    >
      <Text size="sm">{words(rule.advice)}</Text>
      <Switch
        label={t('rules.isOn')}
        checked={isOn}
        onChange={(event) => change({ isOn: event.currentTarget.checked })}
      />
      {rule.canChangeAmount && isOn && (
        <TextInput
          label={t(`rules.amounts.${lawAmount < 0 ? 'before' : 'after'}`, {
            unit: t(`units.${unitOf(rule.term.unit)}`),
          })}
          description={t('rules.byLaw', { amount: Math.abs(lawAmount) })}
          inputMode="numeric"
          maxLength={4}
          value={typed}
          error={isCount ? undefined : t('rules.amountWrong')}
          onChange={(event) => change({ typed: event.currentTarget.value })}
        />
      )}
      <LongTextField
        label={t('reason')}
        description={t('rules.reasonHint')}
        maxLength={300}
        value={reason}
        onChange={(text) => change({ reason: text })}
      />
    </FormDialog>
  );
}

const units = ['days', 'workingDays', 'hours', 'months', 'years'] as const;

function unitOf(unit: string): (typeof units)[number] {
  return units.find((one) => one === unit) ?? 'days';
}
