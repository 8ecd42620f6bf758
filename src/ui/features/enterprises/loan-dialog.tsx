import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dossier, LoanShown } from '#api/enterprises.ts';
import { type LoanDetails, loanStates, repayments } from '#domain/enterprise/enterprise.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { MoneyField } from '#ui/components/money-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { filled } from './filled.ts';

type Draft = Partial<LoanDetails>;

/** Only what belongs to the state it is in; undefined while something needed is missing. */
function detailsIn(draft: Draft): LoanDetails | undefined {
  const { organisationId, state = 'preparing', askedCents, askedOn, answeredOn } = draft;
  const { grantedCents, repayment, repaymentOn, note } = draft;
  const isAnswered = state === 'granted' || state === 'refused';
  const isGranted = state === 'granted';
  if (!organisationId || askedCents === undefined) return undefined;
  if (state !== 'preparing' && askedOn === undefined) return undefined;
  if (isAnswered && answeredOn === undefined) return undefined;
  if (isGranted && grantedCents === undefined) return undefined;
  if (isGranted && repayment && repaymentOn === undefined) return undefined;
  return filled({
    organisationId,
    state,
    askedCents,
    ...(state === 'preparing' ? {} : { askedOn }),
    ...(isAnswered ? { answeredOn } : {}),
    ...(isGranted ? { grantedCents } : {}),
    ...(isGranted && repayment ? { repayment, repaymentOn } : {}),
    note,
  }) as LoanDetails;
}

interface LoanDialogProps {
  dossier: Dossier;
  loan: LoanShown | undefined;
  onClose: () => void;
}

/** What a lender was asked for, and what became of it. */
export function LoanDialog({ dossier, loan, onClose }: LoanDialogProps) {
  const { t } = useTranslation('enterprises');
  const { enrolmentId, personId } = dossier;
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'loan',
    subjectId: `${enrolmentId}:${loan?.id ?? 'new'}`,
    personId,
    start: loan?.details ?? { state: 'preparing' },
  });
  const details = detailsIn(values);
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (given: LoanDetails) =>
      vault.loanApplications.save({
        enrolmentId,
        ...(loan ? { id: loan.id } : {}),
        details: given,
      }),
    onSuccess: () => {
      notifyDone(t('loan.saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => vault.loanApplications.remove({ id }),
    onSuccess: (_, id) => {
      close();
      notifyWithUndo(t('loan.removed'), () => void vault.loanApplications.restore({ id }));
    },
  });
  return (
    <FormDialog
      title={t('loan.title')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
      removal={
        loan && (
          <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate(loan.id)} />
        )
      }
    >
      <OrganisationField
        label={t('loan.lender')}
        kinds={['lender']}
        value={values.organisationId ?? null}
        onChange={(id) => change({ organisationId: id ?? undefined })}
      />
      <LoanFields draft={values} onChange={change} />
      <LongTextField
        label={t('loan.note')}
        maxLength={600}
        value={values.note}
        onChange={(note) => change({ note })}
      />
    </FormDialog>
  );
}

interface LoanFieldsProps {
  draft: Draft;
  onChange: (part: Draft) => void;
}

function LoanFields({ draft, onChange }: LoanFieldsProps) {
  const { t } = useTranslation('enterprises');
  const { label } = useLabels();
  const { state = 'preparing' } = draft;
  return (
    <div className={grid.two}>
      <NativeSelect
        label={t('loan.state')}
        data={choicesOf(loanStates, 'loanStates', label)}
        value={state}
        onChange={(event) => {
          const chosen = loanStates.find((one) => one === event.currentTarget.value);
          if (chosen) onChange({ state: chosen });
        }}
      />
      <MoneyField
        label={t('loan.askedSum')}
        value={draft.askedCents}
        onChange={(cents) => onChange({ askedCents: cents })}
      />
      {state !== 'preparing' && (
        <DateField
          label={t('loan.askedDay')}
          required
          value={draft.askedOn}
          onChange={(day) => onChange({ askedOn: day })}
        />
      )}
      {(state === 'granted' || state === 'refused') && (
        <DateField
          label={t('loan.answeredDay')}
          required
          value={draft.answeredOn}
          onChange={(day) => onChange({ answeredOn: day })}
        />
      )}
      {state === 'granted' && <GrantedFields draft={draft} onChange={onChange} />}
    </div>
  );
}

function GrantedFields({ draft, onChange }: LoanFieldsProps) {
  const { t } = useTranslation('enterprises');
  const { label } = useLabels();
  return (
    <>
      <MoneyField
        label={t('loan.grantedSum')}
        value={draft.grantedCents}
        onChange={(cents) => onChange({ grantedCents: cents })}
      />
      <NativeSelect
        label={t('loan.repayment')}
        data={[
          { value: '', label: t('loan.noRepayment') },
          ...choicesOf(repayments, 'loanRepayments', label),
        ]}
        value={draft.repayment ?? ''}
        onChange={(event) =>
          onChange({ repayment: repayments.find((one) => one === event.currentTarget.value) })
        }
      />
      {draft.repayment && (
        <DateField
          label={t('loan.repaymentDay')}
          required
          value={draft.repaymentOn}
          onChange={(day) => onChange({ repaymentOn: day })}
        />
      )}
    </>
  );
}
