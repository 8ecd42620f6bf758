import { Button, Fieldset, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { birthFromAge, dateCertainties, looksAssigned } from '#domain/dates/partial-date.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import {
  type PartialDateDraft,
  readPartialDate,
  toPartialDateDraft,
} from './partial-date-draft.ts';
import classes from './partial-date-field.module.css';

interface PartialDateFieldProps {
  legend: string;
  /** Offers to work out the years of birth from an age on this day. */
  ageOn?: CalendarDate;
  hint?: string;
  value: PartialDateDraft;
  onChange: (value: PartialDateDraft) => void;
  error?: string | undefined;
}

/** Day and month only if they are known; and how sure the whole is. */
export function PartialDateField(props: PartialDateFieldProps) {
  const { legend, hint, ageOn, value, onChange, error } = props;
  const { t } = useTranslation('common');
  const { label } = useLabels();
  const messageId = useId();
  const reading = readPartialDate(value);
  // Papers show assigned days too, so the question is asked whatever the field beside says.
  const isDoubtful =
    !reading.problem && reading.date && looksAssigned({ ...reading.date, certainty: 'declared' });
  const part = (name: 'day' | 'month' | 'year' | 'lastYear', maxLength: number) => (
    <TextInput
      className={maxLength === 4 ? classes.year : classes.small}
      label={t(`dates.${name}`)}
      inputMode="numeric"
      autoComplete="off"
      maxLength={maxLength}
      value={value[name]}
      error={Boolean(error)}
      aria-describedby={error ? messageId : undefined}
      onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Fieldset variant="unstyled" legend={legend}>
      {hint && (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      )}
      <Group gap="sm" align="flex-end" wrap="nowrap">
        {part('day', 2)}
        {part('month', 2)}
        {part('year', 4)}
        {value.lastYear !== '' && part('lastYear', 4)}
        <NativeSelect
          className={classes.certainty}
          label={t('dates.certainty')}
          data={choicesOf(dateCertainties, 'dateCertainties', label)}
          value={value.certainty}
          onChange={(event) => {
            const certainty = dateCertainties.find((one) => one === event.currentTarget.value);
            if (certainty) onChange({ ...value, certainty });
          }}
        />
      </Group>
      {ageOn && <AgeOnly on={ageOn} value={value} onChange={onChange} />}
      {error && (
        <Text id={messageId} size="sm" c="red.7" mt={4} role="alert">
          {error}
        </Text>
      )}
      {isDoubtful && value.certainty !== 'assigned' && (
        <Text size="sm" c="terracotta.8" mt={4} role="status">
          {t('dates.looksAssigned')}
        </Text>
      )}
    </Fieldset>
  );
}

interface AgeOnlyProps {
  on: CalendarDate;
  value: PartialDateDraft;
  onChange: (value: PartialDateDraft) => void;
}

/** For whoever only says how old they are. */
function AgeOnly({ on, value, onChange }: AgeOnlyProps) {
  const { t } = useTranslation('common');
  const [age, setAge] = useState<string>();
  const isEmpty = `${value.day}${value.month}${value.year}` === '';
  if (age === undefined) {
    if (!isEmpty) return null;
    return (
      <Button size="compact-sm" variant="subtle" mt={4} onClick={() => setAge('')}>
        {t('dates.ageOnly')}
      </Button>
    );
  }
  return (
    <TextInput
      className={classes.age}
      label={t('dates.ageToday')}
      inputMode="numeric"
      autoComplete="off"
      autoFocus
      maxLength={3}
      mt={4}
      value={age}
      onChange={(event) => {
        const typed = event.currentTarget.value.replace(/\D/g, '');
        setAge(typed);
        const years = Number(typed);
        const isAge = typed !== '' && years <= 120;
        const none = { day: '', month: '', year: '', lastYear: '', certainty: value.certainty };
        onChange(isAge ? toPartialDateDraft(birthFromAge(years, on)) : none);
      }}
    />
  );
}
