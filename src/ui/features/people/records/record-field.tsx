import { Checkbox, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '#ui/components/date-field.tsx';
import grid from '#ui/components/form-grid.module.css';
import { type Choice, choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import type { FieldSpec, RecordDraft } from './field-spec.ts';

interface RecordFieldProps {
  spec: FieldSpec;
  label: string;
  hint: string | undefined;
  draft: RecordDraft;
  error: string | undefined;
  /** For a choice among other rows of the person. */
  rows: Choice[];
  onChange: (part: RecordDraft) => void;
}

export function RecordField(props: RecordFieldProps) {
  const { spec, label, hint, draft, error, onChange } = props;
  const value = draft[spec.name];
  const text = typeof value === 'string' ? value : '';
  const common = {
    className: spec.isWide || spec.kind === 'note' ? grid.wide : undefined,
    label,
    description: hint,
    error,
  };
  const typed = {
    ...common,
    dir: spec.kind === 'text' && spec.isLtr ? 'ltr' : 'auto',
    autoComplete: 'off',
  };
  const take = (next: string | number | boolean | undefined) => onChange({ [spec.name]: next });
  switch (spec.kind) {
    case 'text':
      return (
        <TextInput
          {...typed}
          maxLength={spec.max}
          value={text}
          onChange={(event) => take(event.currentTarget.value)}
        />
      );
    case 'note':
      return (
        <Textarea
          {...typed}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={spec.max}
          value={text}
          onChange={(event) => take(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <TextInput
          {...common}
          inputMode="numeric"
          autoComplete="off"
          maxLength={spec.digits}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => {
            const digits = event.currentTarget.value.replace(/\D/g, '');
            take(digits === '' ? undefined : Number(digits));
          }}
        />
      );
    case 'date':
      return <DateField {...common} value={text || undefined} onChange={take} />;
    case 'flag':
      return (
        <Checkbox
          className={grid.wide}
          label={label}
          description={hint}
          checked={value === true}
          onChange={(event) => take(event.currentTarget.checked)}
        />
      );
    default:
      return <ChoiceField {...props} common={common} value={text} onChoose={take} />;
  }
}

interface ChoiceFieldProps extends RecordFieldProps {
  common: object;
  value: string;
  onChoose: (code: string | undefined) => void;
}

const NO_ANSWER = { value: '', label: '' };

function ChoiceField({ spec, common, rows, value, onChoose }: ChoiceFieldProps) {
  const { t } = useTranslation('common');
  const labels = useLabels();
  const choices = choicesFor(spec, labels, rows);
  const mayBeEmpty = spec.kind === 'row' || ('isOptional' in spec && spec.isOptional);
  if (choices.length <= 12) {
    return (
      <NativeSelect
        {...common}
        data={mayBeEmpty || value === '' ? [NO_ANSWER, ...choices] : choices}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value || undefined)}
      />
    );
  }
  return (
    <Select
      {...common}
      placeholder={t('forms.chooseOne')}
      searchable
      clearable={mayBeEmpty || spec.kind === 'country'}
      clearButtonProps={{ 'aria-label': t('actions.clear') }}
      limit={60}
      nothingFoundMessage={t('forms.nothingFound')}
      data={choices}
      value={value || null}
      onChange={(code) => onChoose(code ?? undefined)}
    />
  );
}

function choicesFor(spec: FieldSpec, labels: ReturnType<typeof useLabels>, rows: Choice[]) {
  if (spec.kind === 'codes') return choicesOf(spec.codes, spec.list, labels.label);
  if (spec.kind === 'vocabulary') return labels.choices(spec.list);
  if (spec.kind === 'country') return labels.countries;
  return rows;
}
