import {
  type CountedRow,
  type Period,
  summaryRowOf,
  wasOpenDuring,
} from '#domain/reports/summary.ts';
import type { Db } from '../context.ts';
import { birthOf } from '../people/person-rows.ts';
import { countedFiles } from './counted-files.ts';

/** One row for each person served in the period, also of files that are gone, with nothing that names them. */
export async function servedPeople(db: Db, period: Period): Promise<CountedRow[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('case_file', 'case_file.person_id', 'person.id')
    .leftJoin('person_nationality', (join) =>
      join
        .onRef('person_nationality.person_id', '=', 'person.id')
        .on('person_nationality.position', '=', 0),
    )
    .select([
      'sex',
      'birth_year',
      'birth_month',
      'birth_day',
      'birth_last_year',
      'birth_certainty',
      'legal_status',
      'country',
      'opened_on',
      'closed_on',
    ])
    .orderBy('person.id')
    .execute();
  const people = rows
    .filter((row) =>
      wasOpenDuring({ openedOn: row.opened_on, closedOn: row.closed_on ?? undefined }, period),
    )
    .map((row) =>
      summaryRowOf(
        {
          sex: row.sex,
          birth: birthOf(row),
          nationality: row.country ?? undefined,
          legalStatus: row.legal_status ?? undefined,
        },
        period,
      ),
    );
  return [...people, ...(await countedFiles(db, period))];
}
