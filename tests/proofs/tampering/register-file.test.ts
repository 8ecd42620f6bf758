import {
  appendFile,
  copyFile,
  cp,
  open,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '#core/database/open-database.ts';
import { seededRandom } from '#core/demo/seeded-random.ts';
import { conditionOfFile } from '#core/vault/register-condition.ts';
import { currentKeyring } from '../../support/keys-of.ts';
import { createRegister } from '../../support/open-core.ts';
import { report, sizeOf } from '../sizes.ts';
import { type ClosedRegister, closedRegister, copyOf } from './closed-register.ts';

const FLIPS = sizeOf('APPRODO_FLIPS', 1500);
const PAGE = 4096;

/** Everything a page of the program could show, or nothing when the file itself says that it is damaged. */
function contentsOf(path: string, key: Uint8Array): string | undefined {
  try {
    const db = openDatabase(path, key);
    try {
      const [check] = db.prepare('PRAGMA integrity_check').all<{ integrity_check: string }>();
      if (check?.integrity_check !== 'ok') return undefined;
      const tables = ['person', 'person_name', 'case_file', 'user', 'audit_entry'];
      return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()));
    } finally {
      db.close();
    }
  } catch {
    return undefined;
  }
}

describe('a register file in which bits were flipped', () => {
  test(
    'is never taken for the one that was closed, and shows nothing that was not written',
    async () => {
      const { folder, path, key, tryToUnlock } = await closedRegister();
      const keyring = await currentKeyring(folder);
      const sound = await readFile(path);
      const truth = contentsOf(path, key);
      expect(await conditionOfFile(folder, keyring)).toBe('asLeft');
      const random = seededRandom(FLIPS);
      const file = await open(path, 'r+');
      const noticed = { byHash: 0, byPageItself: 0, unread: 0 };
      const atTheDoor: unknown[] = [];
      for (let flip = 0; flip < FLIPS; flip++) {
        const at = random.below(sound.length);
        const flipped = Buffer.of((sound[at] ?? 0) ^ (1 << random.below(8)));
        await file.write(flipped, 0, 1, at);
        if ((await conditionOfFile(folder, keyring)) === 'differs') noticed.byHash++;
        // The first look is quick; what the pages say themselves, and the door, for some of them.
        if (flip % 30 === 0) {
          const shown = contentsOf(path, key);
          if (shown === undefined) noticed.byPageItself++;
          else if (shown === truth) noticed.unread++;
          else throw new Error(`a flipped bit at ${at} changed what is shown`);
        }
        if (flip % Math.ceil(FLIPS / 5) === 0) {
          const copy = await copyOf(folder);
          atTheDoor.push(await tryToUnlock());
          await cp(copy, folder, { recursive: true });
        }
        await file.write(sound, at, 1, at);
      }
      await file.close();
      report('bit flips', { flips: FLIPS, ...noticed, atTheDoor });
      expect(noticed.byHash).toBe(FLIPS);
      for (const found of atTheDoor) {
        const refused = ['register_damaged', 'register_foreign'].includes(String(found));
        if (!refused) expect(found).toMatchObject({ isDamaged: true });
      }
    },
    60_000 + FLIPS * 100,
  );
});

describe('at the unlock', () => {
  let register: ClosedRegister;
  beforeEach(async () => {
    register = await closedRegister();
  });
  const sound = { isRolledBack: false, isDamaged: false, people: 5 };
  const putBack = { isRolledBack: true, isDamaged: false };

  test('a register nobody touched is as it was left, also after its program was killed', async () => {
    const { folder, unlock, close, client, tryToUnlock } = register;
    expect(await tryToUnlock()).toEqual(sound);
    await unlock();
    await client.people.get({ id: register.people[0] ?? '' });
    const killed = await copyOf(folder);
    await close();
    await rm(folder, { recursive: true });
    await cp(killed, folder, { recursive: true });
    expect(await tryToUnlock()).toEqual(sound);
  });

  test('pages that changed places are noticed', async () => {
    const bytes = await readFile(register.path);
    const [one, two] = [7 * PAGE, 9 * PAGE];
    const swapped = Buffer.from(bytes);
    bytes.copy(swapped, one, two, two + PAGE);
    bytes.copy(swapped, two, one, one + PAGE);
    await writeFile(register.path, swapped);
    const found = await register.tryToUnlock();
    if (found !== 'register_damaged') expect(found).toMatchObject({ isDamaged: true });
  });

  test('a single page of yesterday is noticed, which its own check is not able to', async () => {
    const { path, key, unlock, close, client, people } = register;
    const before = await readFile(path);
    await unlock();
    for (const id of people) {
      const { revision, details } = await client.people.get({ id });
      await client.people.update({ id, revision, details: { ...details, sex: 'male' } });
    }
    await close();
    const after = await readFile(path);
    const whole = await copyOf(register.folder);
    let replayed = 0;
    let unnoticedByPages = 0;
    for (let at = 0; at + PAGE <= before.length; at += PAGE) {
      const former = before.subarray(at, at + PAGE);
      if (former.equals(after.subarray(at, at + PAGE))) continue;
      await cp(whole, register.folder, { recursive: true });
      const mixed = Buffer.from(after);
      former.copy(mixed, at);
      await writeFile(path, mixed);
      if (contentsOf(path, key) !== undefined) unnoticedByPages++;
      await cp(whole, register.folder, { recursive: true });
      await writeFile(path, mixed);
      const found = await register.tryToUnlock();
      replayed++;
      if (typeof found === 'object') expect(found, `page ${at / PAGE}`).toMatchObject(putBack);
      else expect(found).toBe('register_damaged');
    }
    report('pages replayed', { replayed, unnoticedByPages });
    expect(unnoticedByPages).toBeGreaterThan(0);
  });

  test.each([0, 1, 15, PAGE, -PAGE, -1])('a file cut at %i is no empty register', async (size) => {
    const { length } = await readFile(register.path);
    await truncate(register.path, size < 0 ? length + size : size);
    const found = await register.tryToUnlock();
    if (found !== 'register_damaged') expect(found).toMatchObject({ isDamaged: true, people: 5 });
  });

  test('a file that was continued, and one that is gone', async () => {
    await appendFile(register.path, 'more');
    expect(await register.tryToUnlock()).toMatchObject({ people: 5, isDamaged: true });
    await rm(register.path);
    expect(await register.tryToUnlock()).toBe('register_missing');
  });

  test('the file of yesterday beside the keyring of today', async () => {
    const { path, unlock, close, client } = register;
    const yesterday = await readFile(path);
    await unlock();
    await client.people.create({ ...anyPerson });
    await close();
    await writeFile(path, yesterday);
    expect(await register.tryToUnlock()).toMatchObject(putBack);
  });

  test('the keyring of yesterday beside the file of today, whether it was open or closed', async () => {
    const { folder, unlock, close, client } = register;
    const closed = await copyOf(folder);
    await unlock();
    const open = await copyOf(folder);
    await close();
    await unlock();
    await client.people.create({ ...anyPerson });
    await close();
    const today = await copyOf(folder);
    for (const old of [closed, open]) {
      await cp(today, folder, { recursive: true });
      for (const name of ['keyring.json', 'keyring.json.1']) {
        await copyFile(join(old, name), join(folder, name));
      }
      expect(await register.tryToUnlock()).toMatchObject({ people: 6, ...putBack });
    }
  });

  test('the file of yesterday after a session that was cut short, by the line remembered of the log', async () => {
    const { folder, path, unlock, close, client } = register;
    const yesterday = await readFile(path);
    await unlock();
    await client.people.create({ ...anyPerson });
    await close();
    await unlock();
    const killed = await copyOf(folder);
    await close();
    await rm(folder, { recursive: true });
    await cp(killed, folder, { recursive: true });
    await rm(`${path}-wal`, { force: true });
    await writeFile(path, yesterday);
    expect(await register.tryToUnlock()).toMatchObject({ people: 5, ...putBack });
  });

  test('a log of changes from another day is set aside and changes nothing', async () => {
    const { folder, path, unlock, close, client, people } = register;
    await unlock();
    const id = people[0] ?? '';
    const { revision, details } = await client.people.get({ id });
    await client.people.update({ id, revision, details: { ...details, sex: 'male' } });
    const killed = await copyOf(folder);
    const now = await client.people.get({ id });
    await client.people.update({
      id,
      revision: now.revision,
      details: { ...details, sex: 'female' },
    });
    await close();
    await copyFile(join(killed, 'register.db-wal'), `${path}-wal`);
    expect((await unlock()).isRolledBack).toBe(true);
    expect((await client.people.get({ id })).details.sex).toBe('female');
    await close();
    expect(await register.tryToUnlock()).toEqual(sound);
  });

  test('a log of another register, beside a file that was closed or left open, changes nothing', async () => {
    const { folder, path, unlock, close, client } = register;
    // Made anew: registers that `openCore` gives are copies of one, with one key.
    const other = await createRegister();
    for (let count = 0; count < 10; count++) await other.client.people.create({ ...anyPerson });
    const theirs = await readFile(join(other.folder, 'register.db-wal'));
    await other.client.vault.lock({});
    const closed = await copyOf(folder);
    await unlock();
    await client.people.create({ ...anyPerson });
    const open = await copyOf(folder);
    await close();
    for (const [state, people] of [
      [closed, [5]],
      // Its own log is gone with what only it held.
      [open, [5, 6]],
    ] as const) {
      await rm(folder, { recursive: true });
      await cp(state, folder, { recursive: true });
      await writeFile(`${path}-wal`, theirs);
      const found = await register.tryToUnlock();
      if (['register_damaged', 'register_foreign'].includes(String(found))) continue;
      expect(people).toContain((found as { people: number }).people);
    }
  });

  test('a log with flipped bits shows what was written up to there, and nothing else', async () => {
    const { folder, unlock, close, client, tryToUnlock } = register;
    await unlock();
    for (let count = 0; count < 10; count++) await client.people.create({ ...anyPerson });
    const killed = await copyOf(folder);
    await close();
    const log = await readFile(join(killed, 'register.db-wal'));
    const random = seededRandom(4);
    const seen = new Set<number>();
    for (let flip = 0; flip < 20; flip++) {
      await rm(folder, { recursive: true });
      await cp(killed, folder, { recursive: true });
      const at = random.below(log.length);
      const flipped = Buffer.from(log);
      flipped[at] = (log[at] ?? 0) ^ (1 << random.below(8));
      await writeFile(join(folder, 'register.db-wal'), flipped);
      const found = await tryToUnlock();
      if (found === 'register_damaged') continue;
      const { people } = found as { people: number };
      expect(people).toBeGreaterThanOrEqual(5);
      expect(people).toBeLessThanOrEqual(15);
      seen.add(people);
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  test('coordinators find it in the audit log, and people go on working', async () => {
    await appendFile(register.path, 'more');
    await register.unlock();
    const { items } = await register.client.audit.list({});
    expect(items.map(({ action }) => action)).toContain('register.damaged');
    await register.client.people.create({ ...anyPerson });
  });
});

const anyPerson = {
  names: [{ kind: 'permit' as const, script: 'latin' as const, given: 'Bakary', family: 'Traoré' }],
  sex: 'male' as const,
  nationalities: [],
  languages: [],
};
