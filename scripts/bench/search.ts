import { rm } from 'node:fs/promises';
import { listPeople } from '#core/people/queries.ts';
import { makeLargeRegister, openRegisterDatabase } from './large-register.ts';
import { compared, type Finding, measureInTurn } from './measure.ts';

const PEOPLE = 10_000;
const QUERIES = ['mohamed', 'olena kov', 'زهرا', 'tesf', 'warsame amina', 'rahimi', 'الحسن', 'j'];

/** What any search over this table costs: one indexed match, joined to the lines that are shown. */
const BARE = `
  SELECT person.id, l.listed_name, l.other_name, l.is_open, birth_year, birth_month, birth_day,
    birth_certainty, sex, legal_status, n.country, c.number
  FROM person_search s
  JOIN person_line l ON l.line = s.rowid
  JOIN person ON person.id = l.person_id
  JOIN case_file c ON c.person_id = person.id
  LEFT JOIN person_nationality n ON n.person_id = person.id AND n.position = 0
  WHERE person_search MATCH ? AND l.is_open = 1
  ORDER BY l.sort_name LIMIT 50`;

const BARE_MATCHES = [
  'skeleton : "mmt"',
  '(folded : "olena" * OR skeleton : "aln") AND (folded : "kov" * OR skeleton : "kv")',
  'skeleton : "sr" OR folded : "zhra" *',
  'folded : "tesf" * OR skeleton : "tsf" *',
  'folded : "warsame" * AND folded : "amina" *',
  'folded : "rahimi" * OR skeleton : "rm"',
  'folded : "alhsn" * OR skeleton : "alsn" *',
  'folded : "j" *',
];

export async function benchSearch(): Promise<Finding[]> {
  const folder = await makeLargeRegister(PEOPLE);
  const { sqlite, kysely } = await openRegisterDatabase(folder);
  try {
    const bare = sqlite.prepare(BARE);
    const timings = await measureInTurn(
      {
        search: async () => {
          for (const query of QUERIES) {
            await listPeople(kysely, { query, showClosed: false, offset: 0, limit: 50 });
          }
        },
        bare: () => {
          for (const match of BARE_MATCHES) bare.all([match]);
        },
      },
      15,
    );
    const each = (total: number) => total / QUERIES.length;
    return [
      compared(
        {
          name: `search over ${PEOPLE} people, one query`,
          value: each(timings.search.median),
          unit: 'ms',
        },
        { name: 'the bare SQL query', value: each(timings.bare.median) },
        { ratio: 2, value: 50 },
      ),
    ];
  } finally {
    await kysely.destroy();
    await rm(folder, { recursive: true });
  }
}
