import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTimeOf } from '#domain/dates/clock-time.ts';
import { useSession } from '#ui/app/session.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import { EntryButton } from './entry-button.tsx';
import { firstHour, lastHour, layOutDay } from './lay-out-day.ts';
import classes from './week-grid.module.css';

export interface Slot {
  on: string;
  start?: string;
}

interface WeekGridProps {
  days: string[];
  entries: CalendarEntry[];
  onAdd: (slot: Slot) => void;
  onOpen: (entry: CalendarEntry) => void;
  /** Asked for when the arrows lead out of the week. */
  onTurn: (weeks: number) => void;
}

/** Row 0 is the whole day, then one an hour. */
const rows = Array.from({ length: lastHour - firstHour + 1 }, (_, row) => row);
const startOf = (row: number) => clockTimeOf((firstHour + row - 1) * 60);

/** Steps of day and row for a key; sideways they follow the direction of the page. */
function stepOf(key: string, day: number): [day: number, row: number] | undefined {
  const onwards = document.documentElement.dir === 'rtl' ? -1 : 1;
  const steps: Record<string, [number, number]> = {
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
    ArrowRight: [onwards, 0],
    ArrowLeft: [-onwards, 0],
    Home: [-day, 0],
    End: [6 - day, 0],
  };
  return steps[key];
}

export function WeekGrid({ days, entries, onAdd, onOpen, onTurn }: WeekGridProps) {
  const { t } = useTranslation('appointments');
  const { today } = useSession();
  const dates = useDates();
  const grid = useRef<HTMLElement>(null);
  const [reachable, setReachable] = useState({ day: Math.max(0, days.indexOf(today)), row: 2 });

  const focus = (day: number, row: number) => {
    setReachable({ day, row });
    grid.current?.querySelector<HTMLElement>(`[data-slot="${day}-${row}"]`)?.focus();
  };
  const moveByKey = (event: KeyboardEvent, day: number, row: number) => {
    const step = stepOf(event.key, day);
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      onTurn(event.key === 'PageDown' ? 1 : -1);
    } else if (step) {
      const next = day + step[0];
      if (next < 0 || next > 6) onTurn(next < 0 ? -1 : 1);
      focus((next + 7) % 7, Math.min(Math.max(row + step[1], 0), rows.length - 1));
    } else return;
    event.preventDefault();
  };
  const slot = (on: string, day: number, row: number) => (
    <button
      key={row}
      type="button"
      className={row === 0 ? classes.allDaySlot : classes.slot}
      data-slot={`${day}-${row}`}
      tabIndex={reachable.day === day && reachable.row === row ? 0 : -1}
      aria-label={
        row === 0
          ? t('addWholeDay', { day: dates.dayInFull(on) })
          : t('addAt', { day: dates.dayInFull(on), time: startOf(row) })
      }
      onFocus={() => setReachable({ day, row })}
      onKeyDown={(event) => moveByKey(event, day, row)}
      onClick={() => onAdd(row === 0 ? { on } : { on, start: startOf(row) })}
    />
  );

  return (
    <section ref={grid} className={classes.week} aria-label={t('week')}>
      <div className={classes.hours} aria-hidden>
        {rows.slice(1).map((row) => (
          <span key={row}>{startOf(row)}</span>
        ))}
      </div>
      {days.map((on, day) => {
        const ofDay = entries.filter((entry) => entry.on === on);
        const timed = ofDay.flatMap((entry) =>
          entry.start === undefined ? [] : [{ ...entry, start: entry.start }],
        );
        const places = new Map(layOutDay(timed).map((place) => [place.id, place]));
        return (
          <section key={on} className={classes.day} data-today={on === today}>
            <h3 className={classes.head} aria-current={on === today ? 'date' : undefined}>
              {dates.weekday(on)} <span className={classes.number}>{Number(on.slice(8))}</span>
            </h3>
            <div className={classes.allDay}>
              {slot(on, day, 0)}
              {ofDay
                .filter((entry) => entry.start === undefined)
                .map((entry) => (
                  <EntryButton key={entry.id} entry={entry} onOpen={onOpen} />
                ))}
            </div>
            <div className={classes.timed}>
              {rows.slice(1).map((row) => slot(on, day, row))}
              {timed.map((entry) => (
                <EntryButton
                  key={entry.id}
                  entry={entry}
                  place={places.get(entry.id)}
                  onOpen={onOpen}
                />
              ))}
            </div>
          </section>
        );
      })}
    </section>
  );
}
