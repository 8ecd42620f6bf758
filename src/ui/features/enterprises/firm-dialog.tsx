import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '#api/enterprises.ts';
import { type FirmDetails, firmForms } from '#domain/enterprise/enterprise.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import { filled } from './filled.ts';

type Draft = Partial<FirmDetails>;

const ATECO = /^\d{2}(\.\d{1,2}(\.\d{1,2})?)?$/;

/** The firm that was opened: day, legal form, and the code of its trade where somebody knows it. */
export function FirmDialog({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const { t } = useTranslation('enterprises');
  const { label } = useLabels();
  const { enrolmentId, personId, firm } = dossier;
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'firm',
    subjectId: enrolmentId,
    personId,
    start: firm ?? { form: 'soleTrader' },
  });
  const { openedOn, form, ateco = '', closedOn } = values;
  const isAtecoWrong = ateco.trim() !== '' && !ATECO.test(ateco.trim());
  const close = () => {
    forget();
    onClose();
  };
  const details: FirmDetails | undefined =
    openedOn && form && !isAtecoWrong && (!closedOn || openedOn <= closedOn)
      ? { ...filled({ ...values, ateco: ateco.trim() }), openedOn, form }
      : undefined;
  const save = useMutation({
    mutationFn: (given: FirmDetails) => vault.firms.save({ enrolmentId, details: given }),
    onSuccess: () => {
      notifyDone(t('firm.saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: (_: FirmDetails) => vault.firms.remove({ enrolmentId }),
    onSuccess: (_, removed) => {
      close();
      notifyWithUndo(
        t('firm.removed'),
        () => void vault.firms.save({ enrolmentId, details: removed }),
      );
    },
  });
  return (
    <FormDialog
      title={t('firm.title')}
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
      removal={
        firm && <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate(firm)} />
      }
    >
      <div className={grid.two}>
        <DateField
          label={t('firm.openedOn')}
          required
          value={openedOn}
          onChange={(day) => change({ openedOn: day })}
        />
        <NativeSelect
          label={t('firm.form')}
          data={choicesOf(firmForms, 'firmForms', label)}
          value={form ?? ''}
          onChange={(event) =>
            change({ form: firmForms.find((one) => one === event.currentTarget.value) })
          }
        />
        <TextInput
          label={t('firm.name')}
          dir="auto"
          maxLength={160}
          value={values.name ?? ''}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('firm.ateco')}
          description={t('firm.atecoHint')}
          maxLength={8}
          error={isAtecoWrong && t('firm.atecoWrong')}
          value={ateco}
          onChange={(event) => change({ ateco: event.currentTarget.value })}
        />
        <DateField
          label={t('firm.closedOn')}
          value={closedOn}
          onChange={(day) => change({ closedOn: day })}
        />
      </div>
      <LongTextField
        label={t('firm.note')}
        maxLength={600}
        value={values.note}
        onChange={(note) => change({ note })}
      />
    </FormDialog>
  );
}
