import { describe, expect, test } from 'vitest';
import { openDatabase } from '#core/database/open-database.ts';
import { verifyReport } from '#core/reports/verify-report.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { aName, aPerson } from '../support/factories.ts';
import { keysOf } from '../support/keys-of.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
type Core = Awaited<ReturnType<typeof openCore>>;

async function register(t: Core, count: number, more: Partial<Parameters<typeof aPerson>[0]> = {}) {
  for (let at = 0; at < count; at += 1) {
    await t.client.people.create(aPerson({ names: [aName(`Nome${at}`, 'Prova')], ...more }));
  }
}

async function aRegister(): Promise<Core> {
  const t = await openCore();
  await register(t, 12);
  await register(t, 9, { sex: 'male', nationalities: ['ERI'], legalStatus: 'asylumSeeker' });
  await register(t, 3, { sex: 'male', nationalities: ['AFG'], legalStatus: 'subsidiary' });
  return t;
}

const send = (t: Core, recipient = 'UNHCR Italia') =>
  t.client.releases.send({ period: year, recipient, language: 'it' });
const fileOf = (t: Core, id: string, format: 'xlsx' | 'csv' | 'pdf' | 'json') =>
  t.saved((grant) => t.client.releases.saveFile({ id, format, grant }));

describe('a report that was sent', () => {
  test('is kept with who, to whom, when and its files, byte by byte', async () => {
    const t = await aRegister();
    const sent = await send(t);
    expect(sent).toMatchObject({ number: 1, recipient: 'UNHCR Italia', period: year, total: 24 });
    const before = await Promise.all(sent.files.map(({ format }) => fileOf(t, sent.id, format)));
    await register(t, 8);
    expect(await t.client.releases.list({})).toEqual({ items: [sent] });
    for (const [at, { format, byteCount }] of sent.files.entries()) {
      const bytes = await fileOf(t, sent.id, format);
      expect(bytes.length).toBe(byteCount);
      expect(Buffer.from(bytes).equals(Buffer.from(before[at] ?? []))).toBe(true);
    }
    expect((await t.client.releases.get({ id: sent.id })).summary.total).toBe(24);
  });

  test('cannot be changed or removed, whatever asks for it', async () => {
    const t = await aRegister();
    await send(t);
    await t.client.vault.lock({});
    const keys = await keysOf(t.folder, { passphrase: testPassphrase });
    const db = openDatabase(databasePath(t.folder), keys?.general ?? Buffer.alloc(0));
    const run = (sql: string) => () => db.prepare(sql).run();
    expect(run("UPDATE release SET printed = '{}'")).toThrow('never changed');
    expect(run('DELETE FROM release')).toThrow('never removed');
    expect(run("UPDATE release_file SET bytes = x'00'")).toThrow('never changed');
    expect(run('DELETE FROM release_file')).toThrow('never removed');
    db.close();
  });

  test('has one seal on all its files, which any change of a byte breaks', async () => {
    const t = await aRegister();
    const { id, seal, files } = await send(t);
    for (const { format, sha256 } of files) {
      const bytes = await fileOf(t, id, format);
      expect(verifyReport(bytes)).toEqual({ isUnchanged: true, format, seal, sha256 });
      // Every place of a short file, some of a long one; of JSON a digit, because its spaces say nothing.
      const step = format === 'csv' ? 7 : 311;
      for (let at = 3; at < bytes.length; at += step) {
        if (format === 'json' && !/\d/.test(String.fromCharCode(bytes[at] ?? 0))) continue;
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(verifyReport(changed).isUnchanged, `${format} ${at}`).toBe(false);
      }
      expect(verifyReport(bytes.slice(0, -2)).isUnchanged).toBe(false);
    }
    expect(verifyReport(new Uint8Array()).isUnchanged).toBe(false);
  });
});

describe('the next report on the same people', () => {
  test('is refused while the people in between could be counted, with the day it becomes possible', async () => {
    const t = await aRegister();
    await send(t);
    await register(t, 2);
    const refused = send(t, 'Comune');
    await expect(refused).rejects.toMatchObject({
      code: 'report_refused',
      details: { reason: 'increment_too_small', missing: 3, isEstimate: 'yes' },
    });
    const { details } = await refused.catch((failure) => failure);
    expect(details.possibleFrom > '2026-11-21').toBe(true);
    await register(t, 3);
    expect(await send(t, 'Comune')).toMatchObject({ number: 2, total: 29 });
  });

  test('is refused with a day that the register already knows, where there is one', async () => {
    const t = await openCore();
    for (const [day, count] of [
      ['2026-12-01', 11],
      ['2027-02-10', 2],
      ['2027-03-20', 4],
    ] as const) {
      t.setToday(day);
      await register(t, count);
    }
    const january = (to: string) => ({ from: '2026-12-01', to });
    const upTo = (to: string) =>
      t.client.releases.send({ period: january(to), recipient: 'Comune', language: 'it' });
    await upTo('2027-01-31');
    await expect(upTo('2027-02-28')).rejects.toMatchObject({
      details: { missing: 3, possibleFrom: '2027-03-20', isEstimate: 'no' },
    });
    expect(await upTo('2027-03-20')).toMatchObject({ total: 17 });
  });

  test('hides what would tell who came in, by subtracting the one from the other', async () => {
    const t = await aRegister();
    const { id } = await send(t);
    await register(t, 1, { nationalities: ['ERI'], legalStatus: 'refugee' });
    await register(t, 7);
    const next = await send(t, 'Comune');
    expect((await t.client.reports.summary(year)).earlier).toBe(2);
    const { differences } = await t.client.releases.compare({ id, withId: next.id });
    for (const { before, after } of differences) {
      if (before === null || after === null) continue;
      expect(Math.abs(after - before)).toBeGreaterThanOrEqual(5);
    }
  });

  test('is told apart from the first in words that can be given to a funder', async () => {
    const t = await aRegister();
    const first = await send(t);
    await register(t, 6);
    const now = await t.client.releases.compare({ id: first.id });
    expect(now).toMatchObject({
      total: { before: 24, after: 30 },
      byPeriod: 0,
      registeredSince: 6,
      otherChange: 0,
    });
    const second = await send(t);
    const both = await t.client.releases.compare({ id: second.id, withId: first.id });
    expect(both.earlier.id).toBe(first.id);
    expect(both.differences.find(({ cell }) => cell === 'ALL')).toEqual({
      cell: 'ALL',
      before: 24,
      after: 30,
    });
    await expect(t.client.releases.compare({ id: 'nobody' })).rejects.toMatchObject({
      code: 'release_unknown',
    });
  });
});
