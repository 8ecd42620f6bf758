import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { migrations, versionOf } from '#core/database/migrate.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { openWithRecoveryKey } from '#core/vault/keyring.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { root } from '../../rules/source-files.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { currentKeyring, keysOf } from '../../support/keys-of.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { makeOlder, PEOPLE_OF_AN_OLDER_REGISTER } from '../older-register.ts';
import { part, report, sizeOf } from '../sizes.ts';
import { KilledProcess } from './killed-process.ts';
import { type Kind, type Orders, PEOPLE_OF_AN_IMPORT } from './orders.ts';

const KINDS = 6;
const ROUNDS = Math.ceil(sizeOf('APPRODO_KILLS', 30) / KINDS);
const TIME = 60_000 + ROUNDS * 30_000;
const amals = 'frase di amal per entrare';
const aNote = { kind: 'medical' as const, notedOn: '2026-11-20', text: 'Non deve andare perso.' };

type Test = Awaited<ReturnType<typeof openCore>>;

/** Spread over the time that the work takes, other moments in every round and every part. */
const momentOf = (round: number, longest: number) =>
  3 + (((round + ROUNDS * (part - 1)) * 397 + 61) % longest);

/** Kills one process a round; the next one is being loaded while the register is looked at. */
async function killEachRound(
  kind: Kind,
  longest: number,
  {
    orders,
    look,
  }: {
    orders: (round: number) => Pick<Orders, 'folder' | 'name' | 'id'>;
    look: (said: string[], round: number) => Promise<void>;
  },
): Promise<void> {
  const next = (round: number) =>
    KilledProcess.load(kind, {
      ...orders(round),
      round,
      cost: floorCost,
      passphrase: testPassphrase,
      resourcesDir: join(root, 'resources'),
      localesDir: join(root, 'locales'),
    });
  let waiting = next(0);
  onTestFinished(async () => (await waiting).drop());
  for (let round = 0; round < ROUNDS; round++) {
    const running = await waiting;
    const said = await running.killAfter(momentOf(round, longest));
    if (round + 1 < ROUNDS) waiting = next(round + 1);
    await look(said.slice(1), round);
  }
}

async function unlock({ client, folder }: Test, name?: string): Promise<void> {
  const { isRolledBack, isDamaged } = await client.vault.unlock({
    folder,
    passphrase: name === 'amal' ? amals : testPassphrase,
    ...(name === undefined ? {} : { name }),
  });
  // A killed program is no reason to alarm anybody.
  expect({ isRolledBack, isDamaged }).toEqual({ isRolledBack: false, isDamaged: false });
}

const everybody = ({ client }: Test) => client.people.list({ showClosed: true, limit: 1 });

describe('a process killed', () => {
  test(
    'while it unlocks leaves a register that opens',
    async () => {
      const test = await openCore();
      await test.client.people.create(aPerson());
      await test.client.vault.lock({});
      await killEachRound('unlock', 900, {
        orders: () => ({ folder: test.folder }),
        look: async () => {
          await unlock(test);
          expect((await everybody(test)).total).toBe(1);
          await test.client.vault.lock({});
        },
      });
      report('killed while unlocking', { kills: ROUNDS });
    },
    TIME,
  );

  test(
    'while it writes loses nothing it acknowledged and leaves no half person',
    async () => {
      const test = await openCore();
      await test.client.vault.lock({});
      const acknowledged = new Set<string>();
      await killEachRound('write', 300, {
        orders: () => ({ folder: test.folder }),
        look: async (said) => {
          for (const name of said) acknowledged.add(`Salvata ${name}`);
          await unlock(test);
          await test.client.vault.lock({});
        },
      });
      await unlock(test);
      const { total } = await everybody(test);
      expect(acknowledged.size).toBeGreaterThan(ROUNDS);
      // One more each round at most: written, but killed before it could say so.
      expect(total).toBeLessThanOrEqual(acknowledged.size + ROUNDS);
      for (let offset = 0; offset < total; offset += 200) {
        const { items } = await test.client.people.list({ offset, limit: 200 });
        for (const { id, listedName } of items) {
          acknowledged.delete(listedName);
          await test.client.people.get({ id });
        }
      }
      expect([...acknowledged]).toEqual([]);
      report('killed while writing', { kills: ROUNDS, people: total, lost: acknowledged.size });
    },
    TIME,
  );

  test(
    'while it adds papers leaves no row without its file and no file without a row',
    async () => {
      const test = await openCore();
      const { client, folder } = test;
      const { id: personId } = await client.people.create(aPerson());
      await client.vault.lock({});
      const kept = new Set<string>();
      await killEachRound('papers', 200, {
        orders: () => ({ folder, id: personId }),
        look: async (said) => {
          for (const line of said) {
            if (line.startsWith('+')) kept.add(line.slice(1));
            else kept.delete(line.slice(1));
          }
          await unlock(test);
          const { items } = await client.attachments.list({ personId });
          const ids = new Set(items.map(({ id }) => id));
          // The last removal may have been done and not yet said.
          const missing = [...kept].filter((id) => !ids.has(id));
          expect(missing.length).toBeLessThanOrEqual(1);
          for (const id of missing) kept.delete(id);
          for (const id of ids) kept.add(id);
          for (const id of ids) await client.attachments.get({ id });
          const files = await readdir(join(folder, 'att')).catch(() => []);
          expect(files).toHaveLength(items.length);
          expect(files.filter((name) => !name.endsWith('.bin'))).toEqual([]);
          await client.vault.lock({});
        },
      });
      report('killed while adding papers', { kills: ROUNDS, papers: kept.size });
      expect(kept.size).toBeGreaterThan(0);
    },
    TIME,
  );

  test(
    'while it renews the keys leaves a register that opens unaided',
    async () => {
      const test = await openCore();
      const { client, folder, recoveryKey } = test;
      const amal = await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
      const { id: omar } = await client.users.add({
        name: 'Omar',
        role: 'volunteer',
        passphrase: 'frase di omar per entrare',
      });
      const { id: personId } = await client.people.create(
        aPerson({ names: [aName('Nadifa', 'Warsame')] }),
      );
      const { id: noteId } = await client.notes.save({ personId, note: aNote });
      await client.caseAccess.grant({ personId, userId: amal.id });
      await client.vault.lock({});
      const readNote = async () => (await client.notes.get({ id: noteId })).versions[0]?.text;
      const stopped = { between: 0, oldKey: 0, newKey: 0 };
      await killEachRound('renewal', 90, {
        orders: () => ({ folder, name: 'giulia', id: omar }),
        look: async (_, round) => {
          stopped[await whereItStopped(folder, recoveryKey)]++;
          // A volunteer who comes first gets in as well, and leaves it to a coordinator to go on.
          for (const name of round % 4 === 0 ? ['amal', 'giulia'] : ['giulia']) {
            await unlock(test, name);
            expect(await readNote()).toBe(aNote.text);
            await client.vault.lock({});
          }
          const { renewal, slots } = await currentKeyring(folder);
          expect(renewal, `round ${round}`).toBeUndefined();
          const keys = slots.flatMap((slot) => (slot.type === 'former' ? [] : slot.keys));
          expect(keys).toHaveLength(4);
        },
      });
      report('killed in a renewal', { kills: ROUNDS, ...stopped });
      // Otherwise the kills came too early or too late, and nothing was shown.
      expect(stopped.oldKey + stopped.newKey).toBeGreaterThan(0);
      const passphrase = 'frase dopo il recupero';
      await client.vault.recover({ folder, recoveryKey: recoveryKey.join(' '), passphrase });
      expect(await readNote()).toBe(aNote.text);
    },
    TIME,
  );

  test(
    'while it migrates leaves a register that opens, with everybody',
    async () => {
      const test = await openCore();
      await test.client.vault.lock({});
      const keys = await keysOf(test.folder, { passphrase: testPassphrase });
      const key = keys?.general ?? Buffer.alloc(0);
      await makeOlder(test.folder, key);
      const folders = await temporaryFolder();
      const folderOf = (round: number) => join(folders, String(round));
      for (let round = 0; round < ROUNDS; round++) {
        await cp(test.folder, folderOf(round), { recursive: true });
      }
      const versions = new Map<number, number>();
      await killEachRound('migration', 800, {
        orders: (round) => ({ folder: folderOf(round) }),
        look: async (said, round) => {
          const file = openDatabase(databasePath(folderOf(round)), key);
          const version = versionOf(file);
          file.close();
          versions.set(version, (versions.get(version) ?? 0) + 1);
          if (said.includes('migrated')) expect(version).toBe(migrations.length);
          // Another file than the one that was closed was put there: that is said, and it opens.
          await test.client.vault.unlock({ folder: folderOf(round), passphrase: testPassphrase });
          expect((await everybody(test)).total).toBe(PEOPLE_OF_AN_OLDER_REGISTER);
          await test.client.vault.lock({});
        },
      });
      report('killed in a migration', { kills: ROUNDS, versions: Object.fromEntries(versions) });
    },
    TIME,
  );

  test(
    'while it takes in a spreadsheet leaves everybody of it or nobody',
    async () => {
      const test = await openCore();
      await test.client.vault.lock({});
      let people = 0;
      let taken = 0;
      await killEachRound('import', 900, {
        orders: () => ({ folder: test.folder }),
        look: async (said) => {
          await unlock(test);
          const { total } = await everybody(test);
          expect([0, PEOPLE_OF_AN_IMPORT]).toContain(total - people);
          if (said.includes('imported')) expect(total - people).toBe(PEOPLE_OF_AN_IMPORT);
          if (total > people) taken += 1;
          people = total;
          await test.client.vault.lock({});
        },
      });
      report('killed in an import', { kills: ROUNDS, taken, notTaken: ROUNDS - taken });
    },
    TIME,
  );
});

/** In the middle, and with which key: as the files say, before the program puts them in order. */
async function whereItStopped(
  folder: string,
  recoveryKey: string[],
): Promise<'between' | 'oldKey' | 'newKey'> {
  const keyring = await currentKeyring(folder);
  if (!keyring.renewal) return 'between';
  const opened = openWithRecoveryKey(keyring, recoveryKey.join(''));
  const former = opened?.keys.get(keyring.generation)?.general ?? Buffer.alloc(0);
  try {
    openDatabase(databasePath(folder), former).close();
    return 'oldKey';
  } catch {
    return 'newKey';
  }
}
