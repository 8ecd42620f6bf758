import { useTranslation } from 'react-i18next';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import type { Placed } from './lay-out-day.ts';
import classes from './week-grid.module.css';

interface EntryButtonProps {
  entry: CalendarEntry;
  /** Where it stands in its day; without it in the row of the whole day. */
  place?: Placed | undefined;
  onOpen: (entry: CalendarEntry) => void;
}

const percent = (share: number) => `${share * 100}%`;

export function EntryButton({ entry, place, onOpen }: EntryButtonProps) {
  const { t } = useTranslation('appointments');
  const { label } = useLabels();
  const isPlain = entry.state === 'planned';
  // Its place says the hour, and a short one has room for one line.
  const isNarrow = place !== undefined && place.columns > 1;
  const isShort = place !== undefined && place.height < 40 / 720;
  const state = label('appointmentStates', entry.state);
  return (
    <button
      type="button"
      className={place ? classes.entry : classes.allDayEntry}
      data-kind={entry.kind}
      data-state={entry.state}
      style={
        place && {
          insetBlockStart: percent(place.top),
          blockSize: percent(place.height),
          insetInlineStart: percent(place.column / place.columns),
          inlineSize: percent(1 / place.columns),
        }
      }
      title={inOneLine([entry.start, entry.title, entry.what, entry.place])}
      onClick={() => onOpen(entry)}
    >
      <span className={classes.line}>
        {!isNarrow && <span className={classes.time}>{entry.start ?? t('wholeDay')} </span>}
        <bdi className={classes.title} dir="auto">
          {entry.title}
        </bdi>
      </span>
      {!isShort && (
        <span className={classes.what} dir="auto">
          {isPlain ? entry.what : `${state} · ${entry.what}`}
        </span>
      )}
    </button>
  );
}
