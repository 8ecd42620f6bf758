import { MultiSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '#api/network.ts';
import type { AgreementDetails } from '#domain/network/agreement.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { ProgrammeChoice } from './programme-choice.tsx';

interface AgreementDialogProps {
  agreement: Agreement | undefined;
  programmeId: string | undefined;
  organisationId: string | undefined;
  onClose: () => void;
}

type Draft = Partial<AgreementDetails>;

const endsFirst = ({ signedOn, expiresOn }: Draft) =>
  signedOn !== undefined && expiresOn !== undefined && expiresOn < signedOn;

function detailsIn(draft: Draft): AgreementDetails | undefined {
  const { organisationId, programmeId, title = '', signedOn, expiresOn, changed = '' } = draft;
  if (!organisationId || title.trim() === '' || !signedOn || endsFirst(draft)) return undefined;
  return {
    organisationId,
    ...(programmeId ? { programmeId } : {}),
    title,
    signedOn,
    ...(expiresOn ? { expiresOn } : {}),
    services: draft.services ?? [],
    ...(changed.trim() ? { changed } : {}),
  };
}

/** What was agreed with another body; filled in again later with what it changed. */
export function AgreementDialog(props: AgreementDialogProps) {
  const { agreement, programmeId, organisationId, onClose } = props;
  const { t } = useTranslation(['network', 'directory', 'common']);
  const { today } = useSession();
  const labels = useLabels();
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'agreement',
    subjectId: agreement?.id ?? `new${organisationId ? `:${organisationId}` : ''}`,
    start: agreement?.details ?? { programmeId, organisationId, signedOn: today },
  });
  const details = detailsIn(values);
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (given: AgreementDetails) =>
      vault.agreements.save({ ...(agreement ? { id: agreement.id } : {}), details: given }),
    onSuccess: () => {
      notifyDone(t('agreements.saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => vault.agreements.remove({ id }),
    onSuccess: (_, id) => {
      close();
      notifyWithUndo(t('agreements.removed'), () => void vault.agreements.restore({ id }));
    },
  });
  return (
    <FormDialog
      title={t('agreements.form')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
      removal={
        agreement && (
          <RemovalButton
            isRemoving={remove.isPending}
            onRemove={() => remove.mutate(agreement.id)}
          />
        )
      }
    >
      {!organisationId && (
        <OrganisationField
          label={t('agreements.with')}
          required
          value={values.organisationId ?? null}
          onChange={(id) => change({ organisationId: id ?? undefined })}
        />
      )}
      <TextInput
        label={t('agreements.about')}
        placeholder={t('agreements.aboutExample')}
        required
        data-autofocus
        dir="auto"
        maxLength={160}
        value={values.title ?? ''}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <div className={grid.two}>
        <DateField
          label={t('agreements.signedOn')}
          required
          value={values.signedOn}
          onChange={(signedOn) => change({ signedOn })}
        />
        <DateField
          label={t('agreements.expiresOn')}
          value={values.expiresOn}
          error={endsFirst(values) ? t('directory:form.endsBeforeStart') : undefined}
          onChange={(expiresOn) => change({ expiresOn })}
        />
        <ProgrammeChoice
          value={values.programmeId}
          onChange={(chosen) => change({ programmeId: chosen })}
        />
        <MultiSelect
          label={t('agreements.services')}
          description={t('agreements.servicesHint')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
          data={labels.choices('serviceTypes')}
          value={values.services ?? []}
          onChange={(services) => change({ services })}
        />
      </div>
      <LongTextField
        label={t('agreements.changed')}
        description={t('agreements.changedHint')}
        maxLength={600}
        value={values.changed}
        onChange={(changed) => change({ changed })}
      />
    </FormDialog>
  );
}
