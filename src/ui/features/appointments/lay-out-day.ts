import { minutesOf } from '#domain/dates/clock-time.ts';

/** The hours a day of the calendar shows; what lies outside is drawn at its edge. */
export const firstHour = 8;
export const lastHour = 20;

interface Timed {
  id: string;
  start: string;
  minutes: number;
}

export interface Placed {
  id: string;
  /** Share of the height of the day, from 0 to 1. */
  top: number;
  height: number;
  /** Side by side with what happens at the same time. */
  column: number;
  columns: number;
}

/** Nothing is drawn lower than this many minutes, so that it can be read and hit. */
const LEAST_MINUTES = 30;

/** Where the events of one day stand, the earlier ones first; those that overlap share the width. */
export function layOutDay(events: readonly Timed[]): Placed[] {
  const [opens, closes] = [firstHour * 60, lastHour * 60];
  const spans = events
    .map(({ id, start, minutes }) => {
      const shown = Math.max(minutes, LEAST_MINUTES);
      const from = Math.min(Math.max(minutesOf(start), opens), closes - LEAST_MINUTES);
      const to = Math.min(Math.max(minutesOf(start) + shown, from + LEAST_MINUTES), closes);
      return { id, from, to };
    })
    .sort((a, b) => a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : 1));
  const placed: Placed[] = [];
  let group: (Placed & { to: number })[] = [];
  let groupEnds = 0;
  const finish = () => {
    const columns = Math.max(0, ...group.map((one) => one.column + 1));
    for (const { to: _, ...one } of group) placed.push({ ...one, columns });
    group = [];
  };
  for (const { id, from, to } of spans) {
    if (from >= groupEnds) finish();
    const taken = new Set(group.filter((one) => one.to > from).map((one) => one.column));
    let column = 0;
    while (taken.has(column)) column += 1;
    const length = closes - opens;
    group.push({
      id,
      to,
      top: (from - opens) / length,
      height: (to - from) / length,
      column,
      columns: 1,
    });
    groupEnds = Math.max(groupEnds, to);
  }
  finish();
  return placed;
}
