import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localeOf } from '#ui/i18n/languages.ts';
import { numberSigns } from '#ui/i18n/number-signs.ts';

interface MoneyFieldProps {
  label: string;
  description?: string | undefined;
  /** Whole cents; undefined while nothing, or no sum, is typed. */
  value: number | undefined;
  onChange: (cents: number | undefined) => void;
}

/** Euros with two decimals, kept as whole cents. */
export function MoneyField({ label, description, value, onChange }: MoneyFieldProps) {
  const { i18n } = useTranslation();
  const signs = numberSigns(localeOf(i18n.language));
  return (
    <NumberInput
      label={label}
      description={description}
      required
      min={0.01}
      max={10_000_000}
      decimalScale={2}
      allowNegative={false}
      hideControls
      decimalSeparator={signs.decimal}
      thousandSeparator={signs.group}
      value={value === undefined ? '' : value / 100}
      onChange={(typed) =>
        onChange(typeof typed === 'number' && typed > 0 ? Math.round(typed * 100) : undefined)
      }
    />
  );
}
