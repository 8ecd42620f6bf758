import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { weekdays } from '#domain/directory/organisation.ts';
import classes from './directory.module.css';
import type { SectionProps } from './organisation-form.tsx';

/** In words, because offices do not open by the clock alone ("9–12, su appuntamento"). */
export function HoursFields({ draft, onChange }: SectionProps) {
  const { t } = useTranslation(['directory', 'vocabularies']);
  return (
    <fieldset className={classes.hours}>
      <legend>{t('fields.openingHours')}</legend>
      {weekdays.map((weekday) => (
        <TextInput
          key={weekday}
          label={t(`vocabularies:weekdays.${weekday}`)}
          placeholder={weekday === 'mon' ? t('fields.hoursPlaceholder') : undefined}
          autoComplete="off"
          maxLength={80}
          value={draft.openingHours[weekday]}
          onChange={(event) =>
            onChange({
              openingHours: { ...draft.openingHours, [weekday]: event.currentTarget.value },
            })
          }
        />
      ))}
    </fieldset>
  );
}
