import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { aPdf } from '../support/papers.ts';
import { asVolunteer, letIn, startProgramme, TODAY } from '../support/programmes.ts';

const anAllowance = { line: 'allowance', state: 'planned', cents: 50_000, on: TODAY } as const;

async function inPercorsi(t: OpenCore) {
  const { id: programmeId } = await startProgramme(t, 'percorsi-2016');
  return { programmeId, ...(await letIn(t, programmeId)) };
}

describe('money for one person', () => {
  test('five monthly instalments fill the line, and the sixth is refused with the cap', async () => {
    const t = await openCore({ today: TODAY });
    const { enrolmentId } = await inPercorsi(t);
    const five = { enrolmentId, line: 'allowance', first: '2026-08-31', count: 5, cents: 50_000 };
    await expect(t.client.ledgerEntries.plan({ ...five, count: 6 })).rejects.toMatchObject({
      code: 'over_cap_units',
      details: { allowed: 5, wanted: 6 },
    });
    expect((await t.client.ledgers.get({ enrolmentId })).entries).toEqual([]);
    expect(await t.client.ledgerEntries.plan(five)).toEqual({ added: 5 });
    const { entries, sums, lines } = await t.client.ledgers.get({ enrolmentId });
    expect(entries.map(({ details }) => details.on)).toEqual([
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
    ]);
    expect(sums).toEqual({ planned: 250_000, committed: 0, paid: 0 });
    expect(lines.find(({ code }) => code === 'allowance')).toMatchObject({
      units: 5,
      maxCents: 250_000,
    });
    const sixth = { ledger: { enrolmentId }, details: anAllowance };
    await expect(t.client.ledgerEntries.save(sixth)).rejects.toMatchObject({
      code: 'over_cap_units',
    });
  });

  test('over the cap only a coordinator writes, with a reason that stays', async () => {
    const t = await openCore({ today: TODAY });
    const { enrolmentId } = await inPercorsi(t);
    const details = { line: 'host', state: 'planned', cents: 50_001, on: TODAY } as const;
    const wanted = { ledger: { enrolmentId }, details };
    await expect(t.client.ledgerEntries.save(wanted)).rejects.toMatchObject({
      code: 'over_cap_line',
      details: { allowed: 500, wanted: 500.01 },
    });
    const overrideReason = 'Accordo del 3 novembre con il soggetto ospitante';
    const { id } = await t.client.ledgerEntries.save({ ...wanted, overrideReason });
    const reasons = async () =>
      (await t.client.ledgers.get({ enrolmentId })).entries.map((one) => one.overrideReason);
    expect(await reasons()).toEqual([overrideReason]);
    // Another word in the note asks for no new reason; another cent does.
    await t.client.ledgerEntries.save({ ...wanted, id, details: { ...details, note: 'Nota' } });
    expect(await reasons()).toEqual([overrideReason]);
    const more = { ...wanted, id, details: { ...details, cents: 50_002 } };
    await expect(t.client.ledgerEntries.save(more)).rejects.toMatchObject({
      code: 'over_cap_line',
    });
    await asVolunteer(t);
    await expect(t.client.ledgerEntries.save({ ...more, overrideReason })).rejects.toMatchObject({
      code: 'role_missing',
    });
  });

  test('is paid on a day that has come, and what was removed comes back', async () => {
    const t = await openCore({ today: TODAY });
    const { enrolmentId } = await inPercorsi(t);
    const { id } = await t.client.ledgerEntries.save({
      ledger: { enrolmentId },
      details: anAllowance,
    });
    const pay = (on: string) => t.client.ledgerEntries.record({ id, state: 'paid', on });
    await expect(pay('2026-11-22')).rejects.toMatchObject({ code: 'date_in_future' });
    await pay(TODAY);
    const sums = async () => (await t.client.ledgers.get({ enrolmentId })).sums;
    expect(await sums()).toEqual({ planned: 0, committed: 0, paid: 50_000 });
    await t.client.ledgerEntries.remove({ id });
    expect(await sums()).toEqual({ planned: 0, committed: 0, paid: 0 });
    await t.client.ledgerEntries.restore({ id });
    expect(await sums()).toEqual({ planned: 0, committed: 0, paid: 50_000 });
  });

  test('has a receipt from the file of the same person, and of nobody else', async () => {
    const t = await openCore({ today: TODAY });
    const { enrolmentId, personId, programmeId } = await inPercorsi(t);
    const other = await letIn(t, programmeId, 'Altra');
    const bytes = aPdf();
    const add = (of: string) =>
      t.client.attachments.add({ personId: of, fileName: 'ricevuta.pdf', bytes });
    const own = await add(personId);
    const foreign = await add(other.personId);
    const save = (receiptId: string) =>
      t.client.ledgerEntries.save({
        ledger: { enrolmentId },
        details: { ...anAllowance, state: 'paid', receiptId },
      });
    await expect(save(foreign.id)).rejects.toMatchObject({ code: 'not_found' });
    await save(own.id);
    expect(await t.client.ledgers.sum({ programmeId })).toMatchObject({ withoutReceipt: 0 });
    await t.client.attachments.remove({ id: own.id });
    expect(await t.client.ledgers.sum({ programmeId })).toMatchObject({ withoutReceipt: 1 });
  });

  test('waits until one of several kinds of grant is chosen, and keeps to it', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'percorsi-4');
    const { enrolmentId } = await letIn(t, id);
    const wanted = { ledger: { enrolmentId }, details: anAllowance };
    await expect(t.client.ledgerEntries.save(wanted)).rejects.toMatchObject({
      code: 'budget_missing',
    });
    const choose = (budget: string) => t.client.ledgers.choose({ enrolmentId, budget });
    await expect(choose('nothing')).rejects.toMatchObject({ code: 'unknown_code' });
    await choose('plus');
    await t.client.ledgerEntries.save(wanted);
    expect(await t.client.ledgers.get({ enrolmentId })).toMatchObject({ maxCents: 720_000 });
    await expect(choose('ordinary')).rejects.toMatchObject({ code: 'budget_in_use' });
  });
});

describe('the money of a programme', () => {
  test('a pilot of 30,000 euros warns at 31,000 and is written only with a reason', async () => {
    const t = await openCore({ today: TODAY });
    const { id: programmeId } = await startProgramme(t, 'consolidate');
    const spend = (cents: number, more = {}) =>
      t.client.ledgerEntries.save({
        ledger: { programmeId },
        details: { line: 'pilot', state: 'paid', cents, on: TODAY, payee: 'Tipografia' },
        ...more,
      });
    await spend(2_000_000);
    await expect(spend(1_100_000)).rejects.toMatchObject({
      code: 'over_cap_line',
      details: { allowed: 30_000, wanted: 31_000 },
    });
    await spend(1_100_000, { overrideReason: 'La differenza la mette il Comune' });
    expect((await t.client.ledgers.get({ programmeId })).sums.paid).toBe(3_100_000);
  });

  test('is summed by line and by source, with the mean of a person', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId, enrolmentId } = await inPercorsi(t);
    const other = await letIn(t, programmeId, 'Altra');
    await t.client.ledgerEntries.save({ ledger: { enrolmentId }, details: anAllowance });
    await t.client.ledgerEntries.save({
      ledger: { enrolmentId: other.enrolmentId },
      details: { ...anAllowance, state: 'paid', cents: 25_001 },
    });
    const totals = await t.client.ledgers.sum({ programmeId });
    expect(totals).toMatchObject({
      people: 2,
      entries: 2,
      sums: { planned: 50_000, committed: 0, paid: 25_001 },
      // 375.005 euros each, rounded half up to the cent
      meanCents: 37_501,
      withoutReceipt: 1,
    });
    expect(totals.lines.find(({ code }) => code === 'allowance')?.sums).toEqual({
      planned: 50_000,
      committed: 0,
      paid: 25_001,
    });
  });

  test('leaves as a sheet with numbers, names and receipts, for coordinators, with a line in the audit log', async () => {
    const t = await openCore({ today: TODAY });
    const { programmeId, enrolmentId } = await inPercorsi(t);
    await t.client.ledgerEntries.save({
      ledger: { enrolmentId },
      details: {
        ...anAllowance,
        state: 'paid',
        payee: '=HYPERLINK("http://esempio.invalid")',
        receiptNumber: 'R-7',
      },
    });
    const bytes = await t.saved((grant) =>
      t.client.ledgers.export({ programmeId, language: 'it', grant }),
    );
    const [entries, totals] = await readXlsxFile(Buffer.from(bytes));
    expect(entries?.data[1]).toEqual([
      '21/11/2026',
      'Pagato',
      'Indennità mensile al tirocinante',
      'Prova Dentro',
      expect.stringMatching(/\d/),
      '=HYPERLINK("http://esempio.invalid")',
      1,
      500,
      null,
      'R-7',
      null,
      null,
    ]);
    expect(totals?.data.at(-1)).toEqual(['In tutto', 0, 0, 500]);
    const { items: log } = await t.client.audit.list({});
    expect(log.some(({ action }) => action === 'ledgers.export')).toBe(true);
    await asVolunteer(t);
    const asked = t.client.ledgers.export({ programmeId, language: 'it', grant: 'grant-given' });
    await expect(asked).rejects.toMatchObject({ code: 'role_missing' });
  });
});

describe('a traineeship', () => {
  test('keeps hours and attendance by month, inside its months and not ahead of time', async () => {
    const t = await openCore({ today: TODAY });
    const { enrolmentId } = await inPercorsi(t);
    const details = { host: 'Falegnameria', from: '2026-09-15', to: '2027-02-14', weeklyHours: 25 };
    const { id } = await t.client.traineeships.save({ enrolmentId, details });
    const record = (month: string) =>
      t.client.traineeships.record({
        id,
        attended: { month, minutes: 6_000, daysPresent: 18, daysAbsent: 2 },
      });
    await record('2026-09');
    for (const month of ['2026-08', '2026-12', '2027-03']) {
      await expect(record(month)).rejects.toMatchObject({ code: 'date_not_possible' });
    }
    const { traineeships } = await t.client.ledgers.get({ enrolmentId });
    expect(traineeships).toMatchObject([{ details, months: [{ month: '2026-09' }] }]);
  });
});
