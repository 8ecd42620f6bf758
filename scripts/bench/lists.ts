import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { createClient } from '#api/client.ts';
import type { InputOf, VaultContract } from '#api/contract.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import { listColumnKeys } from '#domain/lists/list-column.ts';
import {
  benchPassphrase,
  makeLargeRegister,
  openRegisterDatabase,
} from '../../tests/support/large-register.ts';
import { compared, type Finding, measureInTurn } from './measure.ts';

const PEOPLE = 10_000;
const TODAY = '2026-11-21';

type Question = InputOf<VaultContract, 'people.list'>;

/** The first page of what desks look for, and of what costs most. */
const QUESTIONS: Record<string, Question> = {
  everybody: {},
  'permits expiring': {
    conditions: [{ field: 'permitExpiry', withinDays: 60 }],
    sort: { by: 'permitExpiry' },
  },
  'no contact': { conditions: [{ field: 'lostContact', forDays: 90 }], sort: { by: 'daysSilent' } },
  'deadlines due': { conditions: [{ field: 'deadline', withinDays: 14 }] },
  'by nationality': { sort: { by: 'nationality' } },
  'services of the month': {
    conditions: [
      { field: 'service', values: ['LEG'], lastDays: 30 },
      { field: 'age', to: 30 },
    ],
  },
  'households with minors': { conditions: [{ field: 'minorsInHousehold' }] },
  'searched and filtered': { query: 'mohamed', conditions: [{ field: 'sex', values: ['male'] }] },
  'all columns': { columns: listColumnKeys.slice(0, 12) },
};

/** What any such list costs: every line is read once and ordered by something it has no index for. */
const BARE = `SELECT l.person_id, count(*) OVER () AS total FROM person_line l
  JOIN person p ON p.id = l.person_id JOIN case_file c ON c.person_id = p.id
  WHERE l.is_open = 1 ORDER BY p.birth_year DESC, l.sort_name LIMIT 50`;

/** Ten services and two permits for everybody, and a brother for every tenth. */
async function addHistory(folder: string): Promise<void> {
  const { kysely } = await openRegisterDatabase(folder);
  const people = await kysely.selectFrom('person').select('id').orderBy('id').execute();
  const { ids } = nodePorts({});
  const changed = [`${TODAY}T10:00:00Z`, 'bench'];
  const services = people.flatMap(({ id }, person) =>
    Array.from({ length: 10 }, (_, n) => [
      ids.next(),
      id,
      n % 2 ? 'INF' : 'LEG',
      addDays(TODAY, -((person * 7 + n * 37) % 700)),
      ...changed,
    ]),
  );
  const permits = people.flatMap(({ id }, person) =>
    [0, 1].map((n) => [
      ids.next(),
      id,
      addDays(TODAY, ((person * 13) % 900) - 300 * n),
      ...changed,
    ]),
  );
  const ties = people.flatMap(({ id }, person) =>
    person % 10 === 1 ? [[ids.next(), id, people[person - 1]?.id, ...changed]] : [],
  );
  await kysely.transaction().execute(async (tx) => {
    await sql`INSERT INTO service (id, person_id, revision, type, done_on, channel, attendance, worker_id, changed_at, changed_by)
      SELECT value ->> 0, value ->> 1, 1, value ->> 2, value ->> 3, 'inPerson', 'attended', 'w', value ->> 4, value ->> 5
      FROM json_each(${JSON.stringify(services)})`.execute(tx);
    await sql`INSERT INTO identity_document (id, person_id, revision, type, title, state, expiry, expires_on, seen, changed_at, changed_by)
      SELECT value ->> 0, value ->> 1, 1, 'residencePermit', 'AS', 'issued', 'known', value ->> 2, 'copy', value ->> 3, value ->> 4
      FROM json_each(${JSON.stringify(permits)})`.execute(tx);
    await sql`INSERT INTO tie (id, person_id, revision, kind, other_person_id, place, life, changed_at, changed_by)
      SELECT value ->> 0, value ->> 1, 1, 'sibling', value ->> 2, 'sameHousehold', 'alive', value ->> 3, value ->> 4
      FROM json_each(${JSON.stringify(ties)})`.execute(tx);
    await sql`UPDATE case_file SET opened_on = ${addDays(TODAY, -800)}`.execute(tx);
  });
  await kysely.destroy();
}

export async function benchLists(): Promise<Finding[]> {
  const folder = await makeLargeRegister(PEOPLE);
  await addHistory(folder);
  const clock = { now: () => new Date(`${TODAY}T10:00:00Z`), today: () => TODAY };
  const core = createCore(nodePorts({ clock, passphraseCost: floorCost }));
  const client = createClient(core.dispatch);
  await client.vault.unlock({ folder, passphrase: benchPassphrase });
  const asked = Object.entries(QUESTIONS).map(
    ([name, question]) => [name, () => client.people.list(question)] as const,
  );
  const timings = await measureInTurn(Object.fromEntries(asked), 7);
  await core.close();
  const { sqlite, kysely } = await openRegisterDatabase(folder);
  const bare = sqlite.prepare(BARE);
  const { baseline } = await measureInTurn({ baseline: () => bare.all() }, 7);
  await kysely.destroy();
  await rm(folder, { recursive: true });
  return asked.map(([name]) =>
    compared(
      {
        name: `a list over ${PEOPLE} people: ${name}`,
        value: timings[name]?.median ?? Number.NaN,
        unit: 'ms',
      },
      { name: 'one sorted reading of all lines', value: baseline.median },
      { value: 300 },
    ),
  );
}
