import { NumberInput, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
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
import { useKeptForm } from '../drafts/use-kept-form.ts';

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
  const { values, change, kept, forget } = useKeptForm<Partial<Plan> & { count: number }>({
    form: 'ledgerEntry',
    subjectId: `${enrolmentId}:instalments`,
    personId: ledger.personId,
    start: {
      line: monthly?.code,
      first: today,
      count: monthly?.maxUnits ?? 1,
      cents: monthly?.unitCents,
    },
  });
  const { line, first, count, cents } = values;
  const close = () => {
    forget();
    onClose();
  };
  const plan = useMutation({
    mutationFn: (wanted: Plan) => vault.ledgerEntries.plan(wanted),
    onSuccess: ({ added }) => {
      notifyDone(t('plan.saved', { count: added }));
      close();
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
      onCancel={close}
      kept={kept}
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
          onChange={(chosen) => change({ line: chosen ?? undefined })}
        />
        <MoneyField
          label={t('plan.amount')}
          value={cents}
          onChange={(sum) => change({ cents: sum })}
        />
        <NumberInput
          label={t('plan.count')}
          required
          min={1}
          max={36}
          allowDecimal={false}
          value={count}
          onChange={(typed) => typeof typed === 'number' && change({ count: typed })}
        />
        <DateField
          label={t('plan.first')}
          required
          value={first}
          onChange={(day) => change({ first: day })}
        />
      </div>
    </FormDialog>
  );
}
