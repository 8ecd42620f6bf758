import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect } from 'vitest';
import { migrate, migrations, versionOf } from '#core/database/migrate.ts';
import { createDatabase, openDatabase } from '#core/database/open-database.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testWithStrace } from '../linux-tools.ts';
import { changedTree } from '../mutations/changed-tree.ts';
import { lessSyncing } from '../mutations/protections.ts';
import { report, sizeOf } from '../sizes.ts';
import { type Acknowledged, acknowledgedIn } from './acknowledged.ts';
import { type Cut, cutEverywhere, filesIn } from './cut-everywhere.ts';
import { lookIntoRegister, unlockAndLook } from './look-into-register.ts';
import { recordWrites } from './record-writes.ts';

const CUTS = sizeOf('APPRODO_CUTS', 200);
const MIGRATION_CUTS = Math.ceil(CUTS / 4);
/** One in so many is also unlocked with the passphrase. */
const THROUGH_THE_DOOR = 10;
const test = testWithStrace();
const workload = fileURLToPath(new URL('./work-in-register.ts', import.meta.url));
const migrator = fileURLToPath(new URL('./migrate-register.ts', import.meta.url));

const SOME_PEOPLE = `
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
  INSERT INTO person (id, revision, sex, changed_at, changed_by) SELECT 'p' || i, 1, 'female', 't', 'u' FROM n;`;

/** A register as a desk has it, closed. */
async function aRegister() {
  const { client, folder, recoveryKey } = await openCore();
  await client.users.add({
    name: 'Amal',
    role: 'volunteer',
    passphrase: 'frase di amal per entrare',
  });
  await client.vault.lock({});
  await client.vault.unlock({ folder, name: 'giulia', passphrase: testPassphrase });
  await client.vault.lock({});
  return { folder, recoveryKey };
}

const paperBeingRemoved = (said: Acknowledged[], all: Acknowledged[]) =>
  new Set(all.flatMap((one) => (one.what === 'noPaper' && !said.includes(one) ? [one.id] : [])));

/** Records the desk's work once and cuts the power `count` times. */
async function proveWork(program: string, count: number) {
  const { folder, recoveryKey } = await aRegister();
  const files = await filesIn(folder);
  const recording = await recordWrites(program, folder, [testPassphrase]);
  const all = acknowledgedIn(
    recording.events.flatMap((one) => (one.kind === 'said' ? [one.text] : [])).join(''),
  );
  const target = join(await temporaryFolder(), 'after');
  const failed: (Omit<Cut, 'said'> & { why: string })[] = [];
  let promised = 0;
  await cutEverywhere({ recording, files, target }, count, async ({ said, ...cut }) => {
    const acknowledged = all.slice(0, acknowledgedIn(said).length);
    promised += acknowledged.length;
    const found = await lookIntoRegister(target, recoveryKey, {
      said: acknowledged,
      mayBeGone: paperBeingRemoved(acknowledged, all),
    });
    const why = found.fault ?? (found.lost.length > 0 ? JSON.stringify(found.lost) : undefined);
    if (why !== undefined) failed.push({ ...cut, why });
    else if (cut.number % THROUGH_THE_DOOR === 0) {
      const fault = await unlockAndLook(target, testPassphrase, acknowledged);
      if (fault !== undefined) failed.push({ ...cut, why: `at the door: ${fault}` });
    }
  });
  return { failed, promised, events: recording.events.length };
}

describe('when the power fails', () => {
  test(
    'nothing that was acknowledged is lost, wherever in the work it happens',
    async () => {
      const { failed, promised, events } = await proveWork(workload, CUTS);
      report('power loss', { cuts: CUTS, events, promised, failed: failed.length });
      expect(failed).toEqual([]);
      expect(promised).toBeGreaterThan(CUTS);
    },
    120_000 + CUTS * 500,
  );

  test(
    'control: with less syncing the same harness sees work lost',
    async () => {
      const tree = await changedTree(lessSyncing);
      const program = join(tree, 'tests/proofs/power-loss/work-in-register.ts');
      const cuts = Math.ceil(CUTS / 4);
      const { failed } = await proveWork(program, cuts);
      report('power loss, control', { cuts, failed: failed.length });
      expect(failed.length).toBeGreaterThan(cuts / 5);
    },
    120_000 + CUTS * 500,
  );

  test(
    'a migration is at one of its steps, with everybody, and goes on',
    async () => {
      const folder = await temporaryFolder();
      const path = join(folder, 'register.db');
      const key = randomBytes(32);
      const first = createDatabase(path, key);
      await migrate(first, path, migrations.slice(0, 1));
      first.exec(SOME_PEOPLE);
      first.close();
      const files = await filesIn(folder);
      const recording = await recordWrites(migrator, folder, [key.toString('hex')]);
      const target = join(await temporaryFolder(), 'after');
      const versions = new Set<number>();
      await cutEverywhere({ recording, files, target }, MIGRATION_CUTS, async ({ after, loss }) => {
        const where = `after ${after}, ${loss}`;
        for (const name of await readdir(target)) {
          if (!/^register\.db(\.before-v\d+)?$/.test(name)) continue;
          const db = openDatabase(join(target, name), key);
          versions.add(versionOf(db));
          if (name === 'register.db') await migrate(db, join(target, name));
          expect(db.prepare('SELECT count(*) AS n FROM person').get(), where).toEqual({ n: 50 });
          expect(db.prepare('PRAGMA integrity_check(1)').get(), where).toEqual({
            integrity_check: 'ok',
          });
          db.close();
        }
      });
      report('power loss in a migration', { cuts: MIGRATION_CUTS, versions: [...versions] });
      expect(versions.size).toBeGreaterThan(3);
    },
    120_000 + CUTS * 500,
  );
});
