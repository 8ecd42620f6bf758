import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeOf } from '#ui/i18n/languages.ts';
import { numberSigns } from '#ui/i18n/number-signs.ts';

interface MoneyFieldProps {
  label: string;
  description?: string | undefined;
  isOptional?: boolean;
  /** Whole cents; undefined while nothing, or no sum, is typed. */
  value: number | undefined;
  onChange: (cents: number | undefined) => void;
}

/** While it ends with a nought after the sign ("12.50", "12.0") the field gives what is typed as words. */
function centsOf(typed: string | number): number | undefined {
  const euros = typed === '' ? 0 : Number(typed);
  return euros > 0 ? Math.round(euros * 100) : undefined;
}

/** Euros with two decimals, kept as whole cents. */
export function MoneyField(props: MoneyFieldProps) {
  const { label, description, isOptional = false, value, onChange } = props;
  const { i18n } = useTranslation();
  const signs = numberSigns(localeOf(i18n.language));
  const [typed, setTyped] = useState<string | number>('');
  // As it is typed, as long as it is that sum: otherwise the nought of "12.05" is gone before the five comes.
  const isSame = typed !== '' && centsOf(typed) === value;
  return (
    <NumberInput
      label={label}
      description={description}
      required={!isOptional}
      min={0.01}
      max={10_000_000}
      decimalScale={2}
      allowNegative={false}
      hideControls
      decimalSeparator={signs.decimal}
      thousandSeparator={signs.group}
      value={isSame ? typed : value === undefined ? '' : value / 100}
      onChange={(now) => {
        setTyped(now);
        onChange(centsOf(now));
      }}
    />
  );
}
