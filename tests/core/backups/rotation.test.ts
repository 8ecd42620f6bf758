import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstBackup } from '../../support/backups.ts';
import { openCore } from '../../support/open-core.ts';

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
