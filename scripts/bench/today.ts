import { rm } from 'node:fs/promises';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import {
  benchPassphrase,
  makeLargeRegister,
  openRegisterDatabase,
} from '../../tests/support/large-register.ts';
import { compared, type Finding, measureInTurn } from './measure.ts';

/** An association, and a consortium: what is due is worked out from facts, of those alone who have some near. */
const SIZES = [2_000, 10_000];
const TODAY = '2026-11-21';
const changed = { changed_at: `${TODAY}T10:00:00.000Z`, changed_by: 'bench' };
const KINDS = ['asylumApplication', 'statusGranted', 'domicileMoved', 'didSigned', 'hearing'];

/** What any list of this kind costs: the rows it is made of, read once, and nothing computed from them. */
const BARE = [
  'SELECT person_id, kind, happened_on FROM procedure_event',
  'SELECT person_id, type, state, expires_on FROM identity_document',
  'SELECT person_id, listed_name FROM person_line WHERE is_open = 1',
  'SELECT id, birth_year, birth_month, birth_day, legal_status FROM person',
];

/** Five events and a permit for everybody, spread over six years; one in twenty has something due. */
async function addFacts(folder: string): Promise<void> {
  const { kysely } = await openRegisterDatabase(folder);
  const people = await kysely.selectFrom('person').select('id').execute();
  const { ids } = nodePorts({});
  await kysely.transaction().execute(async (tx) => {
    for (const [index, { id }] of people.entries()) {
      for (const [at, kind] of KINDS.entries()) {
        const days = ((index * 37 + at * 411) % 2190) - 20;
        await tx
          .insertInto('procedure_event')
          .values({
            id: ids.next(),
            person_id: id,
            kind,
            happened_on: addDays(TODAY, -days),
            term: null,
            note: null,
            source_seen: 1,
            ...changed,
          })
          .execute();
      }
      await tx
        .insertInto('identity_document')
        .values({
          id: ids.next(),
          person_id: id,
          revision: 1,
          type: 'residencePermit',
          title: 'AS',
          state: 'issued',
          expiry: 'known',
          expires_on: addDays(TODAY, (index * 13) % 1800),
          seen: 'copy',
          ...changed,
        })
        .execute();
    }
  });
  await kysely.destroy();
}

async function todayOver(cases: number): Promise<Finding> {
  const folder = await makeLargeRegister(cases);
  await addFacts(folder);
  const clock = { now: () => new Date(`${TODAY}T10:00:00Z`), today: () => TODAY };
  const core = createCore(nodePorts({ clock, passphraseCost: floorCost }));
  const client = createClient(core.dispatch);
  await client.vault.unlock({ folder, passphrase: benchPassphrase });
  const shown = (await client.today.get({})).items.length;
  const today = await measureInTurn({ today: () => client.today.get({}) }, 15);
  await core.close();
  const { sqlite, kysely } = await openRegisterDatabase(folder);
  const statements = BARE.map((text) => sqlite.prepare(text));
  const bare = await measureInTurn(
    {
      bare: () => {
        for (const statement of statements) statement.all();
      },
    },
    15,
  );
  await kysely.destroy();
  await rm(folder, { recursive: true });
  return compared(
    { name: `Today over ${cases} cases, ${shown} lines`, value: today.today.median, unit: 'ms' },
    { name: 'reading all rows it is made of', value: bare.bare.median },
    cases === SIZES[0] ? { value: 100 } : undefined,
  );
}

export async function benchToday(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const cases of SIZES) findings.push(await todayOver(cases));
  return findings;
}
