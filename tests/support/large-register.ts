import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { kyselyOver } from '#core/database/kysely-dialect.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { inventPerson } from '#core/demo/invent-person.ts';
import { loadInventedPeople } from '#core/demo/invented-people.ts';
import { type SeededRandom, seededRandom } from '#core/demo/seeded-random.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { bringIndexUpToDate } from '#core/people/findable-people.ts';
import { rowsOfPerson } from '#core/people/person-rows.ts';
import { openWithPassphrase } from '#core/vault/keyring.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { databasePath, readKeyring } from '#core/vault/register-folder.ts';
import type { PersonDetails } from '#domain/people/person.ts';

export const benchPassphrase = 'lanterna mulino cedro vela tamburo';

const changed = { changed_at: '2026-11-21T10:00:00.000Z', changed_by: 'bench' };

const SYLLABLES =
  'ba be bo da de di fa fe ga go ha hi ja jo ka ke ki la le li lo ma me mi mo na ne ni no ra re ri sa se si ta te ti wa ya za'.split(
    ' ',
  );

/** Half of the people bear a family name of their own: a register of a few names would be too easy. */
function withOwnFamily(details: PersonDetails, random: SeededRandom): PersonDetails {
  const [shown, ...others] = details.names;
  if (!shown || random.chance(0.5)) return details;
  const syllables = Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES));
  const word = syllables.join('');
  const family = word.charAt(0).toUpperCase() + word.slice(1);
  return { ...details, names: [{ ...shown, family }, ...others] };
}

type Row = Record<string, unknown>;
type Kysely = Awaited<ReturnType<typeof openRegisterDatabase>>['kysely'];

/** Many rows with one statement: one at a time would take minutes. */
async function insertAll(db: Kysely, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const values = columns.map((column) => sql`value ->> ${sql.lit(column)}`);
  await sql`
    INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    SELECT ${sql.join(values)} FROM json_each(${JSON.stringify(rows)})`.execute(db);
}

async function newRegister(folder: string): Promise<void> {
  const core = createCore(nodePorts({ passphraseCost: floorCost }));
  const client = createClient(core.dispatch);
  await client.vault.create({
    folder,
    passphrase: benchPassphrase,
    userName: 'Bench',
    association: { name: 'Bench', casePrefix: 'BEN' },
  });
  await core.close();
}

/** A register of these people in a temporary folder, indexed as the program does it at an unlock. */
export async function makeRegisterOf(people: Iterable<PersonDetails>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  await newRegister(folder);
  const { ids } = nodePorts();
  const { kysely } = await openRegisterDatabase(folder);
  const rows: Record<string, Row[]> = {
    person: [],
    person_name: [],
    person_nationality: [],
    person_contact: [],
    case_file: [],
  };
  let number = 0;
  for (const details of people) {
    const id = ids.next();
    const made = rowsOfPerson(id, details);
    rows.person?.push({ id, revision: 1, ...made.person, ...changed });
    rows.person_name?.push(...made.names.map((name) => ({ ...name })));
    rows.person_nationality?.push(...made.nationalities.map((one) => ({ ...one })));
    if (details.contact) {
      const { kind, value, safe } = details.contact;
      const told = { kind, value, owner: 'self', safe: Number(safe), no_messages: 0 };
      rows.person_contact?.push({
        id: ids.next(),
        person_id: id,
        revision: 1,
        is_preferred: 1,
        ...told,
        ...changed,
      });
    }
    rows.case_file?.push({
      id: ids.next(),
      person_id: id,
      number: `BEN-2026-${(number++).toString(32).toUpperCase().padStart(5, '0')}`,
      opened_on: '2026-11-21',
      ...changed,
    });
  }
  await kysely.transaction().execute(async (tx) => {
    for (const [table, list] of Object.entries(rows)) await insertAll(tx, table, list);
    await tx.updateTable('search_index').set({ version: 0 }).execute();
  });
  await bringIndexUpToDate(kysely);
  await kysely.destroy();
  return folder;
}

/** A register of `count` invented people. */
export function makeLargeRegister(count: number): Promise<string> {
  const { resourcesDir } = nodePorts();
  const material = loadInventedPeople(resourcesDir);
  const random = seededRandom(7);
  const people = Array.from({ length: count }, () =>
    withOwnFamily(inventPerson(random, material, '2026-11-21'), random),
  );
  return makeRegisterOf(people);
}

/** The file of a register, opened without the core, for what is measured beside it. */
export async function openRegisterDatabase(folder: string, passphrase = benchPassphrase) {
  const keyring = await readKeyring(folder);
  const opened =
    keyring.format === 2 ? await openWithPassphrase(keyring, { passphrase }) : undefined;
  const keys = opened?.keys.get(keyring.generation);
  if (!keys) throw new Error('the bench register does not open');
  const sqlite = openDatabase(databasePath(folder), keys.general);
  return { sqlite, kysely: kyselyOver({ sqlite }) };
}
