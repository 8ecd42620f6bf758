import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { attendeeAges, attendeeSexes } from '#domain/network/community-meeting.ts';
import classes from './network.module.css';

interface AttendeeFieldsProps {
  /** By sex and age, as `female 18-59`. */
  counts: Record<string, number>;
  onChange: (counts: Record<string, number>) => void;
}

/** Heads counted at the door, by sex and age. */
export function AttendeeFields({ counts, onChange }: AttendeeFieldsProps) {
  const { t } = useTranslation('network');
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return (
    <fieldset className={classes.group}>
      <legend>{t('attendees.legend', { count: all })}</legend>
      <table className={classes.counts}>
        <thead>
          <tr>
            <td />
            {attendeeAges.map((age) => (
              <th key={age} scope="col">
                {t(`attendees.ages.${age}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {attendeeSexes.map((sex) => (
            <tr key={sex}>
              <th scope="row">{t(`attendees.sexes.${sex}`)}</th>
              {attendeeAges.map((age) => (
                <td key={age}>
                  <NumberInput
                    aria-label={`${t(`attendees.sexes.${sex}`)}, ${t(`attendees.ages.${age}`)}`}
                    min={0}
                    max={10_000}
                    allowDecimal={false}
                    allowNegative={false}
                    hideControls
                    value={counts[`${sex} ${age}`] ?? ''}
                    onChange={(typed) =>
                      onChange({
                        ...counts,
                        [`${sex} ${age}`]: typeof typed === 'number' ? typed : 0,
                      })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
