import { sql } from 'kysely';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { ProgrammePeriod } from '#domain/retention/retention-rule.ts';
import type { Db } from '../context.ts';

/** By person, for closed files: what the programmes they took part in ask for, as each was begun. */
export async function programmePeriods(db: Db): Promise<Map<string, ProgrammePeriod[]>> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('programme', 'programme.id', 'enrolment.programme_id')
    .innerJoin('case_file', 'case_file.person_id', 'enrolment.person_id')
    .select(['enrolment.person_id', 'programme.name', 'left_on', 'to_on', 'case_file.closed_on'])
    .select(sql<number | null>`json_extract(definition, '$.retentionMonths')`.as('months'))
    .where('is_waiting', '=', 0)
    .where('case_file.closed_on', 'is not', null)
    .execute();
  const periods = new Map<string, ProgrammePeriod[]>();
  for (const { person_id: personId, name, months, left_on, to_on, closed_on } of rows) {
    if (months === null || closed_on === null) continue;
    const days: CalendarDate[] = [left_on ?? closed_on, to_on ?? closed_on];
    const from = days.reduce((a, b) => (a > b ? a : b));
    periods.set(personId, [...(periods.get(personId) ?? []), { name, months, from }]);
  }
  return periods;
}
