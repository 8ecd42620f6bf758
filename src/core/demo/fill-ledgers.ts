import type { Client } from '#api/client.ts';
import { addDays, addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { SeededRandom } from './seeded-random.ts';

interface LedgerWork {
  client: Client;
  random: SeededRandom;
  today: CalendarDate;
}

const HOSTS = ['Falegnameria Bosco Chiaro', 'Mensa Quattro Stagioni', 'Officina Ponte Mosca'];

/** The first month paid with its receipt, the second owed, the rest planned. */
async function payAllowance({ client, random, today }: LedgerWork, enrolmentId: string) {
  await client.ledgers.choose({ enrolmentId, budget: 'ordinary' });
  await client.ledgerEntries.plan({
    enrolmentId,
    line: 'allowance',
    first: addMonths(today, -2),
    count: 6,
    cents: 50_000,
  });
  const { entries } = await client.ledgers.get({ enrolmentId });
  const [first, second] = entries;
  if (first) {
    await client.ledgerEntries.save({
      id: first.id,
      ledger: { enrolmentId },
      details: {
        ...first.details,
        state: 'paid',
        receiptNumber: `${today.slice(0, 4)}/${100 + random.below(800)}`,
      },
    });
  }
  if (second) {
    const { id, details } = second;
    await client.ledgerEntries.record({ id, state: 'committed', on: details.on });
  }
}

async function train({ client, random, today }: LedgerWork, enrolmentId: string) {
  const from = addMonths(today, -2);
  const { id } = await client.traineeships.save({
    enrolmentId,
    details: {
      host: HOSTS[random.below(HOSTS.length)] ?? 'Officina',
      tutor: 'Marta Ferrero',
      from,
      to: addMonths(today, 4),
      weeklyHours: 30,
    },
  });
  const daysPresent = 14 + random.below(7);
  await client.traineeships.record({
    id,
    attended: {
      month: from.slice(0, 7),
      minutes: daysPresent * 360,
      daysPresent,
      daysAbsent: random.below(4),
    },
  });
}

async function fillGrants(work: LedgerWork): Promise<void> {
  const { client, today } = work;
  const from = addDays(today, -200);
  const programme = { templateCode: 'percorsi-4', name: 'Percorsi 4', from };
  const { id: programmeId } = await client.programmes.create(programme);
  const { items } = await client.candidates.list({ id: programmeId, limit: 60 });
  const answers = { traineeshipStart: addMonths(today, -2), unemployed: true };
  let joined = 0;
  for (const { personId } of items) {
    const asked = { programmeId, personId, on: addDays(today, -70), answers };
    if (joined === 3 || (await client.enrolments.check(asked)).outcome !== 'eligible') continue;
    const { on: enrolledOn, ...wanted } = asked;
    const { id } = await client.enrolments.create({ ...wanted, enrolledOn });
    await payAllowance(work, id);
    await train(work, id);
    joined += 1;
  }
}

/** A city's pilot, which spends a grant of its own. */
async function fillPilot({ client, today }: LedgerWork): Promise<void> {
  const from = addDays(today, -200);
  const programme = { templateCode: 'consolidate', name: 'CONSOLIDATE', from };
  const { id: programmeId } = await client.programmes.create(programme);
  const spent = [
    { state: 'paid', cents: 480_000, on: addDays(today, -60), payee: 'Tipografia Aurora' },
    { state: 'committed', cents: 1_250_000, on: addDays(today, -10), payee: 'Studio Ponti' },
    { state: 'planned', cents: 700_000, on: addDays(today, 40), payee: 'Casa del quartiere' },
  ] as const;
  for (const [index, one] of spent.entries()) {
    const receipt = one.state === 'paid' ? { receiptNumber: `FT-${index + 1}` } : {};
    await client.ledgerEntries.save({
      ledger: { programmeId },
      details: { line: 'pilot', ...one, ...receipt },
    });
  }
}

/** Money of people with a grant, and of a pilot. */
export async function fillLedgers(work: LedgerWork): Promise<void> {
  await fillGrants(work);
  await fillPilot(work);
}
