import { NumberInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ledger, LedgerEntryShown } from '#api/ledgers.ts';
import { type LedgerEntryDetails, ledgerStates } from '#domain/programmes/ledger.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { MoneyField } from '#ui/components/money-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { codeOf } from '#ui/components/use-error-text.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { usePilots } from '../network/use-network.ts';
import { idOf, type WhoseLedger } from './whose-ledger.ts';

interface EntryDialogProps {
  ledger: Ledger;
  whose: WhoseLedger;
  entry: LedgerEntryShown | undefined;
  onClose: () => void;
}

type Draft = Partial<LedgerEntryDetails>;

interface Typed {
  draft: Draft;
  overrideReason: string;
}

/** What is typed, without what was emptied; undefined while something needed is missing. */
function detailsIn({ line, state, cents, on, ...more }: Draft): LedgerEntryDetails | undefined {
  if (line === undefined || state === undefined || cents === undefined || on === undefined) {
    return undefined;
  }
  const given = Object.entries(more).filter(
    ([, value]) => value !== undefined && String(value).trim() !== '',
  );
  return { units: 1, ...Object.fromEntries(given), line, state, cents, on };
}

/** One expense. Over a cap it is refused with the sum that is allowed; a coordinator may then say why. */
export function EntryDialog({ ledger, whose, entry, onClose }: EntryDialogProps) {
  const { t } = useTranslation('ledgers');
  const { today, user } = useSession();
  const { values, change, kept, forget } = useKeptForm<Typed>({
    form: 'ledgerEntry',
    subjectId: `${idOf(whose)}:${entry?.id ?? 'new'}`,
    personId: ledger.personId,
    start: {
      draft: entry?.details ?? {
        state: 'planned',
        on: today,
        units: 1,
        line: ledger.lines.length === 1 ? ledger.lines[0]?.code : undefined,
      },
      overrideReason: '',
    },
  });
  const { draft, overrideReason } = values;
  const details = detailsIn(draft);
  const reason = overrideReason.trim();
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (given: LedgerEntryDetails) =>
      vault.ledgerEntries.save({
        ...(entry ? { id: entry.id } : {}),
        ledger: whose,
        details: given,
        ...(reason === '' ? {} : { overrideReason: reason }),
      }),
    onSuccess: () => {
      notifyDone(t('form.saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => vault.ledgerEntries.remove({ id }),
    onSuccess: (_, id) => {
      close();
      notifyWithUndo(t('entries.removed'), () => void vault.ledgerEntries.restore({ id }));
    },
  });
  const isOver = save.error && codeOf(save.error).startsWith('over_cap');
  return (
    <FormDialog
      title={t('form.title')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
      removal={
        entry && (
          <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate(entry.id)} />
        )
      }
    >
      <EntryFields ledger={ledger} draft={draft} onChange={(next) => change({ draft: next })} />
      {isOver && user.role === 'coordinator' && (
        <LongTextField
          label={t('form.reason')}
          description={t('form.reasonHint')}
          maxLength={600}
          value={overrideReason}
          onChange={(typed) => change({ overrideReason: typed })}
        />
      )}
    </FormDialog>
  );
}

interface EntryFieldsProps {
  ledger: Ledger;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

function EntryFields({ ledger, draft, onChange }: EntryFieldsProps) {
  const { t } = useTranslation('ledgers');
  const words = useRuleWords();
  const { label } = useLabels();
  const set = (change: Draft) => onChange({ ...draft, ...change });
  const chooseLine = (code: string | null) => {
    const line = ledger.lines.find((one) => one.code === code);
    set({ line: line?.code, cents: draft.cents ?? line?.unitCents });
  };
  return (
    <div className={grid.two}>
      <Select
        label={t('form.line')}
        required
        data-autofocus
        data={ledger.lines.map(({ code, name }) => ({ value: code, label: words(name) }))}
        value={draft.line ?? null}
        onChange={chooseLine}
      />
      <MoneyField
        label={t('form.amount')}
        value={draft.cents}
        onChange={(cents) => set({ cents })}
      />
      <NumberInput
        label={t('form.units')}
        min={1}
        max={10_000}
        allowDecimal={false}
        value={draft.units ?? 1}
        onChange={(units) => typeof units === 'number' && set({ units })}
      />
      <Select
        label={t('form.state')}
        required
        allowDeselect={false}
        data={choicesOf(ledgerStates, 'ledgerStates', label)}
        value={draft.state ?? null}
        onChange={(chosen) => set({ state: ledgerStates.find((one) => one === chosen) })}
      />
      <DateField
        label={t(draft.state === 'paid' ? 'form.onPaid' : 'form.onPlanned')}
        required
        value={draft.on}
        onChange={(on) => set({ on })}
      />
      <TextInput
        label={t('form.payee')}
        maxLength={160}
        dir="auto"
        value={draft.payee ?? ''}
        onChange={(event) => set({ payee: event.currentTarget.value })}
      />
      {ledger.fundingSources.length > 0 && (
        <Select
          label={t('form.source')}
          clearable
          data={ledger.fundingSources.map(({ code, name }) => ({
            value: code,
            label: words(name),
          }))}
          value={draft.fundingSource ?? null}
          onChange={(chosen) => set({ fundingSource: chosen ?? undefined })}
        />
      )}
      <TextInput
        label={t('form.receiptNumber')}
        maxLength={60}
        value={draft.receiptNumber ?? ''}
        onChange={(event) => set({ receiptNumber: event.currentTarget.value })}
      />
      {!ledger.personId && (
        <PilotField
          programmeId={ledger.programmeId}
          value={draft.pilotId}
          onChange={(pilotId) => set({ pilotId })}
        />
      )}
      {ledger.personId && (
        <ReceiptField
          personId={ledger.personId}
          value={draft.receiptId}
          onChange={(receiptId) => set({ receiptId })}
        />
      )}
      <TextInput
        label={t('form.note')}
        maxLength={300}
        dir="auto"
        value={draft.note ?? ''}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </div>
  );
}

interface PilotFieldProps {
  programmeId: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** On which pilot it is spent; nothing where the programme has none. */
function PilotField({ programmeId, value, onChange }: PilotFieldProps) {
  const { t } = useTranslation('ledgers');
  const pilots = usePilots(programmeId).data?.items ?? [];
  if (pilots.length === 0) return null;
  return (
    <Select
      label={t('form.pilot')}
      clearable
      data={pilots.map(({ id, details }) => ({ value: id, label: details.name }))}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

interface ReceiptFieldProps {
  personId: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

function ReceiptField({ personId, value, onChange }: ReceiptFieldProps) {
  const { t } = useTranslation('ledgers');
  const { data } = useQuery({
    queryKey: ['attachments', 'list', personId],
    queryFn: () => vault.attachments.list({ personId }),
  });
  return (
    <Select
      label={t('form.receipt')}
      description={t('form.receiptHint')}
      placeholder={t('form.receiptNone')}
      clearable
      searchable
      data={(data?.items ?? []).map(({ id, details }) => ({ value: id, label: details.title }))}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
