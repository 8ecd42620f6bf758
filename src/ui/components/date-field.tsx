import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { parseTypedDate, toTypedDate } from '#ui/i18n/dates.ts';

interface DateFieldProps {
  label: ReactNode;
  value: CalendarDate | undefined;
  onChange: (value: CalendarDate | undefined) => void;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  readOnly?: boolean;
  className?: string | undefined;
}

/** A day, typed. What cannot be read stays in the field with a word beside it, and counts as no date. */
export function DateField({ value, onChange, error, ...rest }: DateFieldProps) {
  const { t } = useTranslation('common');
  const [typed, setTyped] = useState(toTypedDate(value));
  const [isUnreadable, setUnreadable] = useState(false);
  const lastSent = useRef(value);

  useEffect(() => {
    if (value === lastSent.current) return;
    lastSent.current = value;
    setTyped(toTypedDate(value));
    setUnreadable(false);
  }, [value]);

  const send = (next: CalendarDate | undefined) => {
    lastSent.current = next;
    if (next !== value) onChange(next);
  };

  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('dates.placeholder')}
      value={typed}
      error={isUnreadable ? t('dates.invalid') : error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        setUnreadable(false);
        send(parseTypedDate(text));
      }}
      onBlur={() => {
        const parsed = parseTypedDate(typed);
        if (parsed) setTyped(toTypedDate(parsed));
        setUnreadable(typed.trim() !== '' && parsed === undefined);
      }}
    />
  );
}
