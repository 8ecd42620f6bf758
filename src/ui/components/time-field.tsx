import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockTime } from '#domain/dates/clock-time.ts';
import { parseTypedTime } from '#ui/i18n/times.ts';

interface TimeFieldProps {
  label: ReactNode;
  value: ClockTime | undefined;
  onChange: (value: ClockTime | undefined) => void;
  description?: ReactNode;
  error?: ReactNode;
}

/** An hour, typed, always of 24: whatever cannot be read stays with a word beside it. */
export function TimeField({ value, onChange, error, ...rest }: TimeFieldProps) {
  const { t } = useTranslation('appointments');
  const [typed, setTyped] = useState(value ?? '');
  const [isUnreadable, setUnreadable] = useState(false);
  const lastSent = useRef(value);

  useEffect(() => {
    if (value === lastSent.current) return;
    lastSent.current = value;
    setTyped(value ?? '');
    setUnreadable(false);
  }, [value]);

  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('timePlaceholder')}
      value={typed}
      error={isUnreadable ? t('timeInvalid') : error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        setUnreadable(false);
        lastSent.current = parseTypedTime(text);
        onChange(lastSent.current);
      }}
      onBlur={() => {
        const parsed = parseTypedTime(typed);
        if (parsed) setTyped(parsed);
        setUnreadable(typed.trim() !== '' && parsed === undefined);
      }}
    />
  );
}
