import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstBackup } from '../../support/backups.ts';
import { aWeekOfWork, openOn } from '../../support/erasing.ts';
import { aPerson } from '../../support/factories.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';

describe('a place for copies', () => {
  test('keeps seven copies and one of each of six months, and takes no others away', async () => {
    const test = await openCore();
    const { client, setToday } = test;
    const { place } = await firstBackup(test);
    const foreign = join(place, 'backup-20200101-000000-abcdef.apb');
    await writeFile(foreign, 'of another register');
    const days = ['2026-12-31', '2027-01-31', '2027-02-28'];
    for (let day = 1; day <= 9; day++) days.push(`2027-03-0${day}`);
    for (const day of days) {
      setToday(day);
      await client.backups.create({});
    }
    const { items } = await client.backups.get({});
    expect(items.map((one) => one.madeAt.slice(0, 10))).toEqual([
      '2027-03-09',
      '2027-03-08',
      '2027-03-07',
      '2027-03-06',
      '2027-03-05',
      '2027-03-04',
      '2027-03-03',
      '2027-02-28',
      '2027-01-31',
      '2026-12-31',
      '2026-11-21',
    ]);
    expect(await readdir(place)).toHaveLength(items.length + 1);
    expect(await readFile(foreign, 'utf8')).toBe('of another register');
  }, 30_000);

  test('takes nothing away while the newest is gone, as one made under a wrong clock may be', async () => {
    const test = await openCore();
    const { client, setToday } = test;
    const { place } = await firstBackup(test);
    for (let day = 1; day <= 7; day++) {
      setToday(`2026-12-0${day}`);
      await client.backups.create({});
    }
    setToday('2031-01-01');
    const { fileName } = await client.backups.create({});
    await rm(join(place, fileName));
    const before = await readdir(place);
    setToday('2026-12-08');
    await client.backups.create({});
    setToday('2026-12-09');
    await client.backups.create({});
    expect(await readdir(place)).toEqual(expect.arrayContaining(before));
  }, 30_000);
});

describe('a copy that is too old', () => {
  /** A copy with somebody in it who was erased since, and a newer one. */
  async function twoCopies() {
    const test = await openCore();
    const { client } = test;
    const { id: personId } = await client.people.create(aPerson());
    const { place, path } = await firstBackup(test);
    const { id } = await client.erasures.start({
      personId,
      manner: 'erase',
      ground: 'askedByPerson',
    });
    await openOn(test, aWeekOfWork);
    await client.erasures.confirm({ id, passphrase: testPassphrase });
    await client.backups.create({});
    return { ...test, place, path };
  }

  test('and holds somebody erased is to be destroyed after 90 days, and asked for until it is', async () => {
    const { client, setToday, path } = await twoCopies();
    setToday('2027-02-19');
    expect(await client.backups.get({})).toMatchObject({ toDestroy: 0, destroyAfterDays: 90 });
    setToday('2027-02-20');
    const { toDestroy, items } = await client.backups.get({});
    expect(toDestroy).toBe(1);
    expect(items).toMatchObject([
      { isToDestroy: false, erasedSince: 0 },
      { isToDestroy: true, erasedSince: 1 },
    ]);
    await client.backups.remove({ id: items[1]?.id ?? '' });
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await client.backups.get({})).toMatchObject({ toDestroy: 0, items: [{}] });
  });

  test('can be taken off the list when its stick is gone, but never the newest', async () => {
    const { client, place, path } = await twoCopies();
    const { items } = await client.backups.get({});
    const [newest, old] = items.map(({ id }) => id);
    await expect(client.backups.remove({ id: newest ?? '' })).rejects.toMatchObject({
      code: 'backup_newest',
    });
    await rm(path);
    await client.backups.remove({ id: old ?? '' });
    await expect(client.backups.remove({ id: old ?? '' })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await readdir(place)).filter((name) => name.endsWith('.apb'))).toHaveLength(1);
  });
});
