import { NativeSelect, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closureReasons } from '#domain/casework/case-file.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface CaseFileDialogProps {
  personId: string;
  onDone: () => void;
}

interface ClosingDraft {
  reason: (typeof closureReasons)[number];
  organisationId: string | null;
  outcome: string;
  closedOn: string | undefined;
}

export function CloseDialog({ personId, onDone }: CaseFileDialogProps) {
  const { t } = useTranslation(['people', 'case-files', 'common']);
  const { today } = useSession();
  const { label } = useLabels();
  const { values, change, kept, forget } = useKeptForm<ClosingDraft>({
    form: 'caseStep',
    subjectId: `close:${personId}`,
    personId,
    start: { reason: 'goalsReached', organisationId: null, outcome: '', closedOn: today },
  });
  const { reason, organisationId, outcome, closedOn } = values;
  const done = () => {
    forget();
    onDone();
  };
  const isTransfer = reason === 'transferred';
  const close = useMutation({
    mutationFn: (on: string) =>
      vault.caseFiles.close({
        personId,
        closedOn: on,
        reason,
        ...(isTransfer && organisationId ? { organisationId } : {}),
        ...(outcome.trim() === '' ? {} : { outcome }),
      }),
    onSuccess: () => {
      notifyDone(t('person.closed'));
      done();
    },
  });
  return (
    <FormDialog
      title={t('person.closeTitle')}
      onClose={onDone}
      onCancel={done}
      onSubmit={() => closedOn && close.mutate(closedOn)}
      error={close.error}
      isSaving={close.isPending}
      isComplete={closedOn !== undefined}
      saveLabel={t('person.close')}
      kept={kept}
    >
      <Text>{t('person.closeText')}</Text>
      <NativeSelect
        label={t('person.closeReason')}
        data={choicesOf(closureReasons, 'closureReasons', label)}
        value={reason}
        onChange={(event) => {
          const chosen = closureReasons.find((one) => one === event.currentTarget.value);
          if (chosen) change({ reason: chosen });
        }}
      />
      {isTransfer && (
        <OrganisationField
          label={t('case-files:organisation')}
          description={t('case-files:organisationHint')}
          value={organisationId}
          onChange={(id) => change({ organisationId: id })}
        />
      )}
      <LongTextField
        label={t('case-files:outcome')}
        description={t('case-files:outcomeHint')}
        rows={[2, 8]}
        maxLength={2000}
        value={outcome}
        onChange={(text) => change({ outcome: text })}
      />
      <DateField
        label={t('person.closeDate')}
        value={closedOn}
        onChange={(on) => change({ closedOn: on })}
      />
    </FormDialog>
  );
}

export function ReopenDialog({ personId, onDone }: CaseFileDialogProps) {
  const { t } = useTranslation(['people', 'case-files', 'common']);
  const { values, change, kept, forget } = useKeptForm({
    form: 'caseStep',
    subjectId: `reopen:${personId}`,
    personId,
    start: { reason: '' },
  });
  const [wasAsked, setAsked] = useState(false);
  const isMissing = values.reason.trim() === '';
  const done = () => {
    forget();
    onDone();
  };
  const reopen = useMutation({
    mutationFn: () => vault.caseFiles.reopen({ personId, reason: values.reason }),
    onSuccess: () => {
      notifyDone(t('person.reopened'));
      done();
    },
  });
  return (
    <FormDialog
      title={t('case-files:reopenTitle')}
      onClose={onDone}
      onCancel={done}
      onSubmit={() => {
        setAsked(true);
        if (!isMissing) reopen.mutate();
      }}
      error={reopen.error}
      isSaving={reopen.isPending}
      saveLabel={t('person.reopen')}
      kept={kept}
    >
      <Text>{t('case-files:reopenText')}</Text>
      <LongTextField
        label={t('case-files:reason')}
        maxLength={600}
        value={values.reason}
        error={wasAsked && isMissing ? t('case-files:reasonNeeded') : undefined}
        onChange={(reason) => change({ reason })}
      />
    </FormDialog>
  );
}
