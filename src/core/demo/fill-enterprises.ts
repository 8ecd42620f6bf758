import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';

interface EnterpriseWork {
  client: Client;
  today: CalendarDate;
}

const IDEAS = [
  {
    title: 'Sartoria e riparazioni di quartiere',
    idea: 'Orli, riparazioni e abiti su misura con tessuti africani, in un piccolo laboratorio condiviso.',
    town: 'Torino',
    experience: 'Sette anni in una sartoria; corso di modellistica finito.',
    ownCents: 90_000,
    tutor: 'Marta Ferrero',
    mentor: 'Ornella Sala',
  },
  {
    title: 'Furgone per piccoli traslochi',
    idea: 'Traslochi di una stanza e consegne di mobili usati, in città e nei comuni vicini.',
    town: 'Settimo Torinese',
    together: 'il cugino, con patente C',
    tutor: 'Marta Ferrero',
  },
];

const PLAN = {
  customer: {
    words: 'Famiglie del quartiere e due negozi di abiti usati, già sentiti.',
    amounts: [],
  },
  offer: { words: 'Orli da 8 euro, riparazioni da 12, abiti su misura da 60.', amounts: [] },
  costs: {
    words: 'Preventivi del 12 del mese scorso.',
    amounts: [
      { what: 'Due macchine da cucire', cents: 180_000 },
      { what: 'Affitto del laboratorio, tre mesi', cents: 210_000 },
    ],
  },
  permits: { words: 'SCIA artigiana; il permesso consente il lavoro autonomo.', amounts: [] },
  funding: {
    words: '',
    amounts: [
      { what: 'Risparmi', cents: 90_000 },
      { what: 'Microcredito', cents: 300_000 },
    ],
  },
  feasibility: {
    words: 'Con 1.400 euro al mese di incasso restano affitto, rata e una paga; sotto i 1.000 no.',
    amounts: [],
  },
};

async function lenderOf({ client }: EnterpriseWork): Promise<string> {
  const { items } = await client.organisations.list({ showArchived: false });
  const known = items.find(({ kind }) => kind === 'lender');
  if (known) return known.id;
  const made = { kind: 'lender', name: 'Credito Ponte Mosca', office: 'Sportello microcredito' };
  return (await client.organisations.save({ ...made, place: 'Torino' })).id;
}

/** From the idea to the firm: a complete plan, a loan that is being repaid, an open shop. */
async function wholeWay(work: EnterpriseWork, enrolmentId: string): Promise<void> {
  const { client, today } = work;
  for (const [section, content] of Object.entries(PLAN)) {
    await client.businessPlans.save({ enrolmentId, section, content });
  }
  await client.loanApplications.save({
    enrolmentId,
    details: {
      organisationId: await lenderOf(work),
      state: 'granted',
      askedCents: 300_000,
      askedOn: addDays(today, -120),
      answeredOn: addDays(today, -95),
      grantedCents: 250_000,
      repayment: 'onTime',
      repaymentOn: addDays(today, -5),
    },
  });
  const openedOn = addDays(today, -60);
  await client.firms.save({
    enrolmentId,
    details: { openedOn, form: 'soleTrader', name: 'Ago e Wax', ateco: '14.13.20' },
  });
  const talks = [
    {
      days: 140,
      with: 'tutor',
      name: 'Marta Ferrero',
      about: 'Quanto serve per vivere ogni mese.',
    },
    { days: 110, with: 'mentor', name: 'Ornella Sala', about: 'I prezzi delle altre sartorie.' },
    { days: 30, with: 'tutor', name: 'Marta Ferrero', about: 'Primo mese: 1.250 euro di incasso.' },
  ] as const;
  for (const { days, ...talk } of talks) {
    const details = { heldOn: addDays(today, -days), minutes: 60, ...talk };
    await client.mentorMeetings.save({ enrolmentId, details });
  }
}

async function stagesOf({ client, today }: EnterpriseWork, id: string, count: number) {
  const { stages } = await client.enrolments.get({ id });
  for (const [index, { code }] of stages.slice(0, count).entries()) {
    await client.enrolments.record({
      id,
      stage: code,
      reachedOn: addDays(today, -170 + index * 22),
    });
  }
}

/** Two who want to open a firm: one came all the way, the other has begun the plan. */
export async function fillEnterprises(work: EnterpriseWork): Promise<void> {
  const { client, today } = work;
  const programme = { templateCode: 'amici', name: 'A.Mi.C.I.', from: addDays(today, -200) };
  const { id: programmeId } = await client.programmes.create(programme);
  const { items } = await client.candidates.list({ id: programmeId, limit: IDEAS.length });
  const answers = { bankable: false, selfEmployment: true };
  for (const [index, { personId }] of items.entries()) {
    const details = IDEAS[index];
    if (!details) continue;
    const enrolledOn = addDays(today, -175);
    const wanted = { programmeId, personId, enrolledOn, answers };
    const { id: enrolmentId } = await client.enrolments.create(wanted);
    await client.enterprises.save({ enrolmentId, details });
    if (index === 0) {
      await wholeWay(work, enrolmentId);
      await stagesOf(work, enrolmentId, 6);
      continue;
    }
    for (const section of ['customer', 'offer'] as const) {
      const content = { words: 'Ne ha parlato con due condomini e un mercatino.', amounts: [] };
      await client.businessPlans.save({ enrolmentId, section, content });
    }
    await stagesOf(work, enrolmentId, 3);
  }
}
