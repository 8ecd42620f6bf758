import { useTranslation } from 'react-i18next';
import { Tag, type TagTone } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import classes from './week-list.module.css';

interface WeekListProps {
  days: string[];
  entries: CalendarEntry[];
  onOpen: (entry: CalendarEntry) => void;
}

const tones: Record<CalendarEntry['state'], TagTone> = {
  planned: 'calm',
  kept: 'good',
  missed: 'bad',
  cancelled: 'neutral',
  moved: 'neutral',
};

/** The week as a list: the same, one after the other, to be read or printed. */
export function WeekList({ days, entries, onOpen }: WeekListProps) {
  const { t } = useTranslation('appointments');
  const dates = useDates();
  const { label } = useLabels();
  return days.map((day) => {
    const ofDay = entries.filter((entry) => entry.on === day);
    return (
      <section key={day} className={classes.day}>
        <h3>{dates.dayInFull(day)}</h3>
        {ofDay.length === 0 ? (
          <p className={classes.free}>{t('freeDay')}</p>
        ) : (
          <ul className={classes.entries}>
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <button type="button" className={classes.entry} onClick={() => onOpen(entry)}>
                  <span className={classes.time}>{entry.start ?? t('wholeDay')}</span>
                  <span>
                    <bdi className={classes.title}>{entry.title}</bdi>
                    <span className={classes.what}>{inOneLine([entry.what, entry.place])}</span>
                  </span>
                  {entry.kind === 'appointment' && (
                    <Tag tone={tones[entry.state]}>{label('appointmentStates', entry.state)}</Tag>
                  )}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  });
}
