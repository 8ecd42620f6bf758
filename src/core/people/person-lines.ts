import { sql } from 'kysely';
import type { PersonLine } from '#api/people.ts';
import type { Db } from '../context.ts';
import type { PersonTable } from '../database/tables/people-tables.ts';
import { type birthColumns, birthOf } from './person-rows.ts';
import type { Hit } from './rank-hits.ts';

type BirthColumn = (typeof birthColumns)[number];

interface LineRow extends Pick<PersonTable, BirthColumn | 'id' | 'sex' | 'legal_status'> {
  listed_name: string;
  other_name: string | null;
  is_open: number;
  country: string | null;
  number: string;
  worker_id: string | null;
  worker_name: string | null;
}

/** Written by hand, since it runs with every letter somebody types and putting it together took as long again. */
const rowsOf = (ids: string) => sql<LineRow>`
  SELECT p.id, l.listed_name, l.other_name, l.is_open, p.birth_year, p.birth_month, p.birth_day,
    p.birth_last_year, p.birth_certainty, p.sex, p.legal_status, n.country, c.number, c.worker_id,
    u.name AS worker_name
  FROM person_line l
  JOIN person p ON p.id = l.person_id
  JOIN case_file c ON c.person_id = p.id
  LEFT JOIN user u ON u.id = c.worker_id
  LEFT JOIN person_nationality n ON n.person_id = p.id AND n.position = 0
  WHERE p.id IN (SELECT value FROM json_each(${ids}))`;

/** What lists show of the people found, in the order of the hits; whoever is not there is left out. */
export async function linesOf(db: Db, hits: Hit[]): Promise<PersonLine[]> {
  if (hits.length === 0) return [];
  const { rows } = await rowsOf(JSON.stringify(hits.map((hit) => hit.person_id))).execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return hits.flatMap(({ person_id, matchedBy }) => {
    const row = byId.get(person_id);
    if (!row) return [];
    const birth = birthOf(row);
    return [
      {
        id: row.id,
        listedName: row.listed_name,
        ...(row.other_name === null ? {} : { otherName: row.other_name }),
        ...(birth ? { birth } : {}),
        sex: row.sex,
        ...(row.country === null ? {} : { nationality: row.country }),
        ...(row.legal_status === null ? {} : { legalStatus: row.legal_status }),
        caseNumber: row.number,
        isOpen: row.is_open === 1,
        ...(row.worker_id === null
          ? {}
          : { assignedTo: { id: row.worker_id, name: row.worker_name ?? '' } }),
        matchedBy,
      },
    ];
  });
}
