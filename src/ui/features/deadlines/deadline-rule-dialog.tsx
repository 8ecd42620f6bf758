import { Button, Group, Modal, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineRuleSummary } from '#api/deadlines.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
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
  const [isOn, setOn] = useState(!rule.isOff);
  const [typed, setTyped] = useState(String(Math.abs(rule.change?.amount ?? lawAmount)));
  const [reason, setReason] = useState('');
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
      onDone();
    },
  });
  const isComplete = reason.trim() !== '' && (isCount || !rule.canChangeAmount);
  return (
    <Modal
      opened
      onClose={onDone}
      title={words(rule.title)}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete) save.mutate();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{words(rule.advice)}</Text>
          <Switch
            label={t('rules.isOn')}
            checked={isOn}
            onChange={(event) => setOn(event.currentTarget.checked)}
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
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <Textarea
            label={t('reason')}
            description={t('rules.reasonHint')}
            dir="auto"
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!isComplete}>
              {t('common:actions.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const units = ['days', 'workingDays', 'hours', 'months', 'years'] as const;

function unitOf(unit: string): (typeof units)[number] {
  return units.find((one) => one === unit) ?? 'days';
}
