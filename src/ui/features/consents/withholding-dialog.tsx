import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Withholding, withholdingReasons } from '#domain/consents/withholding.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useOrganisations } from '../directory/use-organisations.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { DataCategoriesField } from './data-categories-field.tsx';

interface WithholdingDialogProps {
  personId: string;
  onClose: () => void;
}

interface WithholdingDraft {
  organisationId: string | null;
  fromWhom: string;
  dataCategories: string[];
  reason: Withholding['reason'];
  words: string;
}

export function WithholdingDialog({ personId, onClose }: WithholdingDialogProps) {
  const { t } = useTranslation(['consents', 'common']);
  const { today } = useSession();
  const labels = useLabels();
  const organisations = useOrganisations() ?? [];
  const { values, change, kept, forget } = useKeptForm<WithholdingDraft>({
    form: 'withholding',
    subjectId: personId,
    personId,
    start: {
      organisationId: null,
      fromWhom: '',
      dataCategories: [],
      reason: 'fearOfHarm',
      words: '',
    },
  });
  const { organisationId, fromWhom, dataCategories, reason, words } = values;
  const close = () => {
    forget();
    onClose();
  };
  const isComplete = organisationId !== null || fromWhom.trim() !== '';
  const record = useMutation({
    mutationFn: () =>
      vault.withholdings.record({
        personId,
        withholding: {
          ...(organisationId ? { organisationId } : { fromWhom }),
          dataCategories,
          reason,
          since: today,
          ...(words.trim() ? { words } : {}),
        },
      }),
    onSuccess: () => {
      notifyDone(t('withheld.saved'));
      close();
    },
  });
  return (
    <FormDialog
      size="xl"
      title={t('withheld.add')}
      onClose={onClose}
      onCancel={close}
      onSubmit={() => isComplete && record.mutate()}
      error={record.error}
      isSaving={record.isPending}
      isComplete={isComplete}
      kept={kept}
    >
      <Select
        label={t('withheld.organisation')}
        description={t('withheld.organisationHint')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common:actions.clear') }}
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={organisations.map(({ id, name, office }) => ({
          value: id,
          label: office ? `${name} – ${office}` : name,
        }))}
        value={organisationId}
        onChange={(id) => change({ organisationId: id })}
      />
      {organisationId === null && (
        <TextInput
          label={t('withheld.fromWhom')}
          dir="auto"
          maxLength={160}
          value={fromWhom}
          onChange={(event) => change({ fromWhom: event.currentTarget.value })}
        />
      )}
      <DataCategoriesField
        label={t('withheld.what')}
        description={t('withheld.whatHint')}
        value={dataCategories}
        onChange={(chosen) => change({ dataCategories: chosen })}
      />
      <NativeSelect
        label={t('withheld.why')}
        data={choicesOf(withholdingReasons, 'withholdingReasons', labels.label)}
        value={reason}
        onChange={(event) => {
          const next = withholdingReasons.find((one) => one === event.currentTarget.value);
          if (next) change({ reason: next });
        }}
      />
      <LongTextField
        label={t('withheld.words')}
        maxLength={400}
        value={words}
        onChange={(text) => change({ words: text })}
      />
    </FormDialog>
  );
}
