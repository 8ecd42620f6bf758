import { rm } from 'node:fs/promises';
import { listPeople } from '#core/people/queries.ts';
import { makeLargeRegister, openRegisterDatabase } from '../../tests/support/large-register.ts';
import { compared, type Finding, measureInTurn } from './measure.ts';

/** What is typed, and the words of the register that a plain full-text search would have to be given. */
const QUERIES: [typed: string, match: string][] = [
  ['mohamed', 'words : "mohamed" * OR words : "mhmd"'],
  [
    'olena kov',
    '(words : "olena" * OR words : "yelena") AND (words : "kov" * OR words : "kovalenko")',
  ],
  ['زهرا', 'words : "zhra" * OR words : "zahra"'],
  ['tesf', 'words : "tesf" * OR words : "tesfay"'],
  ['warsame amina', 'words : "warsame" * AND words : "amina" *'],
  ['rahimi', 'words : "rahimi" * OR words : "rhimi"'],
  ['الحسن', 'words : "hsn" * OR words : "hasan"'],
  ['j', 'words : "j" *'],
  ['+39 350 123', 'phone : "39350123" * OR phone : "350123" *'],
  ['mohamde hasan', 'words : "mohamed" AND words : "hasan"'],
];

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

async function searchOver(people: number, limit: { ratio: number; value: number }) {
  const folder = await makeLargeRegister(people);
  const { sqlite, kysely } = await openRegisterDatabase(folder);
  try {
    const bare = sqlite.prepare(BARE);
    const search = (query: string) =>
      listPeople(kysely, { query, showClosed: false, offset: 0, limit: 50 });
    const timings = await measureInTurn(
      {
        search: async () => {
          for (const [typed] of QUERIES) await search(typed);
        },
        bare: () => {
          for (const [, match] of QUERIES) bare.all([match]);
        },
      },
      people > 50_000 ? 7 : 15,
    );
    const each = (total: number) => total / QUERIES.length;
    const slowest = await measureInTurn(
      Object.fromEntries(QUERIES.map(([typed]) => [typed, () => search(typed)])),
      5,
    );
    const worst = Object.entries(slowest).sort(([, a], [, b]) => b.median - a.median)[0];
    return [
      compared(
        {
          name: `search over ${people} people, one query`,
          value: each(timings.search.median),
          unit: 'ms',
        },
        { name: 'the bare SQL query', value: each(timings.bare.median) },
        limit,
      ),
      compared(
        {
          name: `search over ${people} people, the slowest query (${worst?.[0]})`,
          value: worst?.[1].median ?? Number.NaN,
          unit: 'ms',
        },
        undefined,
        { value: limit.value },
      ),
    ];
  } finally {
    await kysely.destroy();
    await rm(folder, { recursive: true });
  }
}

export async function benchSearch(): Promise<Finding[]> {
  return [
    ...(await searchOver(10_000, { ratio: 2, value: 50 })),
    ...(await searchOver(100_000, { ratio: 3, value: 50 })),
  ];
}
