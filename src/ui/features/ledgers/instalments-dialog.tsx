import { NumberInput, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, VaultContract } from '#api/contract.ts';
import type { Ledger } from '#api/ledgers.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { MoneyField } from '#ui/components/money-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

type Plan = InputOf<VaultContract, 'ledgerEntries.plan'>;

interface InstalmentsDialogProps {
  ledger: Ledger;
  enrolmentId: string;
  onClose: () => void;
}

/** The same sum every month, as often as the call pays it. */
export function InstalmentsDialog({ ledger, enrolmentId, onClose }: InstalmentsDialogProps) {
  const { t } = useTranslation('ledgers');
  const words = useRuleWords();
  const { today } = useSession();
  const monthly = ledger.lines.find((line) => line.maxUnits !== undefined);
  const [line, setLine] = useState(monthly?.code);
  const [first, setFirst] = useState<string | undefined>(today);
  const [count, setCount] = useState(monthly?.maxUnits ?? 1);
  const [cents, setCents] = useState(monthly?.unitCents);
  const plan = useMutation({
    mutationFn: (wanted: Plan) => vault.ledgerEntries.plan(wanted),
    onSuccess: ({ added }) => {
      notifyDone(t('plan.saved', { count: added }));
      onClose();
    },
  });
  const wanted =
    line !== undefined && first !== undefined && cents !== undefined
      ? { enrolmentId, line, first, count, cents }
      : undefined;
  return (
    <FormDialog
      title={t('plan.title')}
      onClose={onClose}
      onSubmit={() => wanted && plan.mutate(wanted)}
      error={plan.error}
      isSaving={plan.isPending}
      isComplete={wanted !== undefined}
      saveLabel={t('plan.save')}
    >
      <div className={grid.two}>
        <Select
          label={t('plan.line')}
          required
          data-autofocus
          data={ledger.lines.map(({ code, name }) => ({ value: code, label: words(name) }))}
          value={line ?? null}
          onChange={(chosen) => setLine(chosen ?? undefined)}
        />
        <MoneyField label={t('plan.amount')} value={cents} onChange={setCents} />
        <NumberInput
          label={t('plan.count')}
          required
          min={1}
          max={36}
          allowDecimal={false}
          value={count}
          onChange={(typed) => typeof typed === 'number' && setCount(typed)}
        />
        <DateField label={t('plan.first')} required value={first} onChange={setFirst} />
      </div>
    </FormDialog>
  );
}
