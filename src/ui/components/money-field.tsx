import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

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
  const usesComma = i18n.language.startsWith('it');
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
      decimalSeparator={usesComma ? ',' : '.'}
      thousandSeparator={usesComma ? '.' : ','}
      value={value === undefined ? '' : value / 100}
      onChange={(typed) =>
        onChange(typeof typed === 'number' && typed > 0 ? Math.round(typed * 100) : undefined)
      }
    />
  );
}
