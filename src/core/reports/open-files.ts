import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { firstDayOf, lastDayOf } from '#domain/reports/counted-file.ts';
import type { Db } from '../context.ts';

/** When a file was open; also of files that are gone, which have no person any more. */
export interface OpenFile {
  personId: string | undefined;
  openedOn: CalendarDate;
  closedOn: CalendarDate | undefined;
}

export async function openFiles(db: Db): Promise<OpenFile[]> {
  const files = await db
    .selectFrom('case_file')
    .select(['person_id', 'opened_on', 'closed_on'])
    .execute();
  const lines = await db
    .selectFrom('counted_file')
    .select(['opened_in', 'closed_in', 'files'])
    .where('sex', '!=', '')
    .execute();
  return [
    ...files.map((file) => ({
      personId: file.person_id,
      openedOn: file.opened_on,
      closedOn: file.closed_on ?? undefined,
    })),
    ...lines.flatMap((line) =>
      Array.from({ length: line.files }, () => ({
        personId: undefined,
        openedOn: firstDayOf(line.opened_in),
        closedOn: lastDayOf(line.closed_in),
      })),
    ),
  ];
}
