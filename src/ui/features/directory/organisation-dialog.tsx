import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface OrganisationDialogProps {
  /** Kinds to choose from; all of them when left out. */
  kinds?: string[] | undefined;
  onSaved: (id: string) => void;
  onCancel: () => void;
}

/** The least a letter needs; the rest is added in the directory. */
export function OrganisationDialog(props: OrganisationDialogProps) {
  const { kinds } = props;
  const { t } = useTranslation('directory');
  const labels = useLabels();
  const choices = labels
    .choices('organisationKinds')
    .filter(({ value }) => !kinds || kinds.includes(value));
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm({
    form: 'organisation',
    subjectId: 'new',
    start: {
      kind: kinds?.[0] ?? choices[0]?.value ?? 'otherBody',
      name: '',
      office: '',
      address: '',
      pec: '',
    },
  });
  const save = useMutation({
    mutationFn: () =>
      vault.organisations.save({
        ...draft,
        office: draft.office || undefined,
        address: draft.address || undefined,
        pec: draft.pec || undefined,
      }),
    onSuccess: ({ id }) => {
      notifyDone(t('saved'));
      forget();
      props.onSaved(id);
    },
  });
  return (
    <FormDialog
      title={t('dialog.title')}
      onClose={props.onCancel}
      onCancel={() => {
        forget();
        props.onCancel();
      }}
      onSubmit={() => save.mutate()}
      error={save.error}
      isSaving={save.isPending}
      isComplete={draft.name.trim() !== ''}
      kept={kept}
    >
      <NativeSelect
        label={t('fields.kind')}
        data={choices}
        value={draft.kind}
        onChange={(event) => change({ kind: event.currentTarget.value })}
      />
      <TextInput
        label={t('fields.name')}
        placeholder={t('fields.namePlaceholder')}
        required
        data-autofocus
        maxLength={160}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('fields.office')}
        maxLength={160}
        value={draft.office}
        onChange={(event) => change({ office: event.currentTarget.value })}
      />
      <LongTextField
        label={t('fields.address')}
        rows={[2, 4]}
        maxLength={300}
        value={draft.address}
        onChange={(address) => change({ address })}
      />
      <TextInput
        label={t('fields.pec')}
        dir="ltr"
        maxLength={160}
        value={draft.pec}
        onChange={(event) => change({ pec: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
