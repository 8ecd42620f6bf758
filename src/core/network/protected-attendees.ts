/*
 * How many came to a meeting, as it may leave the register. A handful of people of one community in one month can be
 * recognised by whoever knows the community, so small numbers and what would give them away are hidden by the same
 * rule as in reports. Each meeting by itself, with nothing of the others: the same meeting is printed the same way
 * in every file, and no two files laid beside each other tell more than one.
 */
import { protect } from '#disclosure/protect.ts';
import { buildLinkedTables, cellKey } from '#disclosure/tables.ts';
import {
  type Attendees,
  attendeeAges,
  attendeeSexes,
  countAttendees,
} from '#domain/network/community-meeting.ts';
import { smallestShownCount } from '#domain/reports/summary.ts';

/** Null: hidden. */
export interface ShownAttendees {
  total: number | null;
  sexes: (number | null)[];
  ages: (number | null)[];
}

/** Nothing about the people is told, not even how many. */
const nothing: ShownAttendees = {
  total: null,
  sexes: attendeeSexes.map(() => null),
  ages: attendeeAges.map(() => null),
};

const sumBy = (attendees: readonly Attendees[], dimension: 'sex' | 'age') => {
  const counts: Record<string, number> = {};
  for (const one of attendees) {
    const key = cellKey({ [dimension]: one[dimension] });
    counts[key] = (counts[key] ?? 0) + one.people;
  }
  return counts;
};

export async function protectedAttendees(attendees: readonly Attendees[]): Promise<ShownAttendees> {
  if (countAttendees(attendees) === 0) {
    return { total: 0, sexes: attendeeSexes.map(() => 0), ages: attendeeAges.map(() => 0) };
  }
  const { cells, relations } = buildLinkedTables({
    dimensions: [
      { name: 'sex', categories: attendeeSexes },
      { name: 'age', categories: attendeeAges },
    ],
    tables: [
      { name: 'sex', dimensions: ['sex'], counts: sumBy(attendees, 'sex') },
      { name: 'age', dimensions: ['age'], counts: sumBy(attendees, 'age') },
    ],
  });
  const { status, published } = await protect({ threshold: smallestShownCount, cells, relations });
  if (status === 'refused') return nothing;
  const shown = (key: string) => published[key] ?? null;
  return {
    total: shown(cellKey({})),
    sexes: attendeeSexes.map((sex) => shown(cellKey({ sex }))),
    ages: attendeeAges.map((age) => shown(cellKey({ age }))),
  };
}
