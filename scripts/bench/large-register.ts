import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { kyselyOver } from '#core/database/kysely-dialect.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { inventPerson } from '#core/demo/invent-person.ts';
import { loadInventedPeople } from '#core/demo/invented-people.ts';
import { seededRandom } from '#core/demo/seeded-random.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { indexPerson } from '#core/people/person-index.ts';
import { rowsOfPerson } from '#core/people/person-rows.ts';
import { writePresent } from '#core/people/present-rows.ts';
import { openWithPassphrase } from '#core/vault/keyring.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { databasePath, readKeyring } from '#core/vault/register-folder.ts';

const benchPassphrase = 'lanterna mulino cedro vela tamburo';

const changed = { changed_at: '2026-11-21T10:00:00.000Z', changed_by: 'bench' };

/** A register of `count` invented people in a temporary folder, written in one transaction. */
export async function makeLargeRegister(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  const ports = nodePorts({ passphraseCost: floorCost });
  const core = createCore(ports);
  const client = createClient(core.dispatch);
  const { recoveryKey } = await client.vault.create({
    folder,
    passphrase: benchPassphrase,
    userName: 'Bench',
    association: { name: 'Bench', casePrefix: 'BEN' },
  });
  await client.vault.confirmRecoveryKey({
    groups: recoveryKey.confirm.map((position) => ({
      position,
      value: recoveryKey.groups[position] ?? '',
    })),
  });
  await core.close();
  const db = await openRegisterDatabase(folder);
  const material = loadInventedPeople(ports.resourcesDir);
  const random = seededRandom(7);
  await db.kysely.transaction().execute(async (tx) => {
    for (let index = 0; index < count; index++) {
      const id = ports.ids.next();
      const details = inventPerson(random, material, '2026-11-21');
      const rows = rowsOfPerson(id, details);
      const number = `BEN-2026-${index.toString(32).toUpperCase().padStart(5, '0')}`;
      await tx
        .insertInto('person')
        .values({ id, revision: 1, ...rows.person, ...changed })
        .execute();
      await tx.insertInto('person_name').values(rows.names).execute();
      await tx.insertInto('person_nationality').values(rows.nationalities).execute();
      await tx
        .insertInto('case_file')
        .values({
          id: ports.ids.next(),
          person_id: id,
          number,
          opened_on: '2026-11-21',
          ...changed,
        })
        .execute();
      const record = { personId: id, details, today: '2026-11-21', newId: ports.ids.next, changed };
      await writePresent(tx, record);
      const phones = details.contact ? [details.contact.value] : [];
      const findable = { phones, texts: [] };
      await indexPerson(tx, { id, details, findable, caseNumber: number, isOpen: true });
    }
  });
  await db.kysely.destroy();
  return folder;
}

/** The file of a register, opened without the core, for what is measured beside it. */
export async function openRegisterDatabase(folder: string) {
  const keyring = await readKeyring(folder);
  const opened =
    keyring.format === 2
      ? await openWithPassphrase(keyring, { passphrase: benchPassphrase })
      : undefined;
  const keys = opened?.keys.get(keyring.generation);
  if (!keys) throw new Error('the bench register does not open');
  const sqlite = openDatabase(databasePath(folder), keys.general);
  return { sqlite, kysely: kyselyOver({ sqlite }) };
}
