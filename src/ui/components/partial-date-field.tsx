import { Fieldset, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dateCertainties, looksAssigned } from '#domain/dates/partial-date.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { type PartialDateDraft, readPartialDate } from './partial-date-draft.ts';
import classes from './partial-date-field.module.css';

interface PartialDateFieldProps {
  legend: string;
  hint?: string;
  value: PartialDateDraft;
  onChange: (value: PartialDateDraft) => void;
  error?: string | undefined;
}

/** Day and month only if they are known; and how sure the whole is. */
export function PartialDateField(props: PartialDateFieldProps) {
  const { legend, hint, value, onChange, error } = props;
  const { t } = useTranslation('common');
  const { label } = useLabels();
  const messageId = useId();
  const reading = readPartialDate(value);
  // Papers show assigned days too, so the question is asked whatever the field beside says.
  const isDoubtful =
    !reading.problem && reading.date && looksAssigned({ ...reading.date, certainty: 'declared' });
  const part = (name: 'day' | 'month' | 'year', maxLength: number) => (
    <TextInput
      className={name === 'year' ? classes.year : classes.small}
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
