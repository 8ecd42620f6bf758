import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormOf, FormRequest } from '#domain/documents/form.ts';
import { DateField } from '#ui/components/date-field.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LineField, LinesField } from '#ui/components/text-fields.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';

interface FieldsProps<Form extends FormRequest> {
  form: Form;
  onChange: (form: Form) => void;
}

interface FormFieldsProps extends FieldsProps<FormRequest> {
  /** What the form was opened with: a recorded consent is not asked for its purpose. */
  isFixed: FormRequest;
}

export function FormFields({ form, isFixed, onChange }: FormFieldsProps) {
  switch (form.kind) {
    case 'attendance':
      return <PeriodFields form={form} onChange={onChange} />;
    case 'appointmentSlip':
      return <BringField form={form} onChange={onChange} />;
    case 'consent':
      return isFixed.kind === 'consent' && isFixed.consentId ? null : (
        <PurposeField form={form} onChange={onChange} />
      );
    case 'houseRules':
      return <HouseFields form={form} onChange={onChange} />;
    default:
      return null;
  }
}

function PeriodFields<Form extends FormOf<'attendance'> | FormOf<'houseRules'>>({
  form,
  onChange,
}: FieldsProps<Form>) {
  const { t } = useTranslation('documents');
  return (
    <div className={grid.two}>
      <DateField
        label={t('from')}
        value={form.from}
        onChange={(from) => onChange({ ...form, from })}
      />
      <DateField label={t('to')} value={form.to} onChange={(to) => onChange({ ...form, to })} />
    </div>
  );
}

function BringField({ form, onChange }: FieldsProps<FormOf<'appointmentSlip'>>) {
  const { t } = useTranslation('documents');
  return (
    <LineField
      label={t('bring')}
      description={t('bringHint')}
      maxLength={240}
      value={form.bring}
      onText={(bring) => onChange({ ...form, bring })}
    />
  );
}

function PurposeField({ form, onChange }: FieldsProps<FormOf<'consent'>>) {
  const { t } = useTranslation('documents');
  const { label } = useLabels();
  const lists = useLists();
  return (
    <NativeSelect
      label={t('purpose')}
      data={(lists?.consentPurposes.items ?? []).map(({ code }) => ({
        value: code,
        label: label('consentPurposes', code),
      }))}
      value={form.purpose ?? ''}
      onChange={(event) => onChange({ ...form, purpose: event.currentTarget.value })}
    />
  );
}

function HouseFields({ form, onChange }: FieldsProps<FormOf<'houseRules'>>) {
  const { t } = useTranslation('documents');
  return (
    <>
      <LineField
        label={t('host')}
        maxLength={160}
        value={form.host}
        onText={(host) => onChange({ ...form, host })}
      />
      <PeriodFields form={form} onChange={onChange} />
      <LinesField
        label={t('agreements')}
        description={t('agreementsHint')}
        minRows={2}
        maxLength={1200}
        value={form.agreements}
        onText={(agreements) => onChange({ ...form, agreements })}
      />
    </>
  );
}
