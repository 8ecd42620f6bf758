/*
 * Files that are gone and still count. Somebody whose file was made anonymous stays one nameless line;
 * of somebody who was erased the facts are kept apart from each other, so that no line is about one person.
 * Lines that are alike are one line with a number.
 */
import { sql } from 'kysely';
import { addMonths } from '#domain/dates/calendar-date.ts';
import type { ErasureManner } from '#domain/erasures/erasure.ts';
import {
  ageStepsOf,
  bandFromSteps,
  firstDayOf,
  lastDayOf,
  monthOf,
} from '#domain/reports/counted-file.ts';
import {
  type CountedRow,
  notRecorded,
  type Period,
  wasOpenDuring,
} from '#domain/reports/summary.ts';
import type { Db } from '../context.ts';
import type { CountedFileTable } from '../database/tables/erasure-tables.ts';
import { getBirth } from '../people/queries.ts';

type Line = Omit<CountedFileTable, 'files'>;

/** Reports made in the next two years about the past still need the band of then. */
const MONTHS_AHEAD = 24;

async function addLine(tx: Db, line: Line): Promise<void> {
  await tx
    .insertInto('counted_file')
    .values({ ...line, files: 1 })
    .onConflict((conflict) => conflict.doUpdateSet({ files: sql<number>`files + 1` }))
    .execute();
}

/** Inside the transaction that removes the person, before it does. A file that is open ends today. */
export async function keepCount(
  tx: Db,
  personId: string,
  { manner, today }: { manner: ErasureManner; today: string },
): Promise<void> {
  const row = await tx
    .selectFrom('person')
    .innerJoin('case_file', 'case_file.person_id', 'person.id')
    .leftJoin('person_nationality', (join) =>
      join
        .onRef('person_nationality.person_id', '=', 'person.id')
        .on('person_nationality.position', '=', 0),
    )
    .select(['sex', 'legal_status', 'country', 'opened_on', 'closed_on'])
    .where('person.id', '=', personId)
    .executeTakeFirstOrThrow();
  const opened_in = monthOf(row.opened_on);
  const closed_in = monthOf(row.closed_on ?? today);
  const until = monthOf(
    addMonths(closed_in < monthOf(today) ? today : firstDayOf(closed_in), MONTHS_AHEAD),
  );
  const nothing = { opened_in, closed_in, sex: '', ages: '', nationality: '', legal_status: '' };
  const sexAndAges = {
    sex: row.sex,
    ages: ageStepsOf(await getBirth(tx, personId), { from: opened_in, to: until }),
  };
  const nationality = row.country ?? notRecorded;
  const legal_status = row.legal_status ?? notRecorded;
  if (manner === 'anonymise') {
    return addLine(tx, { ...nothing, ...sexAndAges, nationality, legal_status });
  }
  await addLine(tx, { ...nothing, ...sexAndAges });
  await addLine(tx, { ...nothing, nationality });
  await addLine(tx, { ...nothing, legal_status });
}

/** One row for each time a line counts in the period; what its line does not tell is absent. */
export async function countedFiles(db: Db, period: Period): Promise<CountedRow[]> {
  const lines = await db.selectFrom('counted_file').selectAll().execute();
  return lines
    .filter(({ opened_in, closed_in }) =>
      wasOpenDuring({ openedOn: firstDayOf(opened_in), closedOn: lastDayOf(closed_in) }, period),
    )
    .flatMap((line) => {
      const row: CountedRow = {
        ...(line.sex ? { sex: line.sex, ageBand: bandFromSteps(line.ages, period.to) } : {}),
        ...(line.nationality ? { nationality: line.nationality } : {}),
        ...(line.legal_status ? { legalStatus: line.legal_status } : {}),
      };
      return Array.from({ length: line.files }, () => row);
    });
}
