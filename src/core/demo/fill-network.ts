import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { OrganisationInput } from '#domain/directory/organisation.ts';
import type { Attendees } from '#domain/network/community-meeting.ts';

interface NetworkWork {
  client: Client;
  today: CalendarDate;
}

/** One that counts by its board alone, and one that does not count. */
const ASSOCIATIONS: OrganisationInput[] = [
  {
    kind: 'migrantAssociation',
    name: 'Ponti sul Nilo',
    place: 'Torino',
    languages: ['ara', 'ita'],
    services: ['ITA', 'SOC'],
    contacts: [{ name: 'Nabil Hanna', role: 'Presidente', body: 'board' }],
    association: {
      foundedByMigrants: false,
      foundedIn: 2014,
      members: { all: 120, migrants: 55 },
      board: { all: 7, migrants: 4 },
      legalForm: 'odv',
      reach: 'municipal',
      communities: ['EGY', 'northernAfrica'],
      fields: ['culture', 'schoolHelp'],
    },
  },
  {
    kind: 'migrantAssociation',
    name: 'Amici della Solidarietà',
    place: 'Torino',
    association: {
      foundedByMigrants: false,
      members: { all: 80, migrants: 12 },
      board: { all: 9, migrants: 1 },
      legalForm: 'odv',
      reach: 'municipal',
      fields: ['mutualAid'],
    },
  },
];

/** The sixteen communities of IN.CO.NT.RO, each with what it asked for. */
const COMMUNITIES: [community: string, women: number, men: number, needs: [string, string][]][] = [
  ['ALB', 14, 11, [['citizenship', 'I nostri figli sono cresciuti qui e aspettano ancora.']]],
  [
    'BGD',
    6,
    22,
    [
      ['work', 'Lavoriamo tanto, in regola poco.'],
      ['italian', 'Corsi la sera.'],
    ],
  ],
  [
    'CHN',
    12,
    13,
    [
      ['offices', 'Agli sportelli non ci capiamo.'],
      ['motherTongue', ''],
    ],
  ],
  [
    'ECU',
    17,
    6,
    [
      ['older', 'Chi cura i nostri anziani?'],
      ['work', ''],
    ],
  ],
  [
    'EGY',
    7,
    19,
    [
      ['qualifications', 'Sono ingegnere, faccio il muratore.'],
      ['young', ''],
    ],
  ],
  [
    'PHL',
    21,
    8,
    [
      ['older', ''],
      ['citizenship', ''],
    ],
  ],
  [
    'IND',
    9,
    15,
    [
      ['exploitation', 'Nelle campagne si lavora dodici ore.'],
      ['housing', ''],
    ],
  ],
  [
    'MAR',
    16,
    18,
    [
      ['worship', 'Pregare in un garage non è bello.'],
      ['citizenship', ''],
    ],
  ],
  [
    'MDA',
    18,
    5,
    [
      ['qualifications', ''],
      ['older', ''],
    ],
  ],
  [
    'PAK',
    3,
    20,
    [
      ['permits', 'Undici mesi per un rinnovo.'],
      ['housing', ''],
    ],
  ],
  [
    'PER',
    15,
    9,
    [
      ['school', 'Li mandano sempre al professionale.'],
      ['young', ''],
    ],
  ],
  [
    'SEN',
    5,
    24,
    [
      ['discrimination', 'La casa c’è finché non sentono l’accento.'],
      ['work', ''],
    ],
  ],
  [
    'SRB',
    8,
    7,
    [
      ['registration', ''],
      ['housing', ''],
    ],
  ],
  [
    'LKA',
    10,
    12,
    [
      ['childcare', 'Senza nido mia moglie non lavora.'],
      ['italian', ''],
    ],
  ],
  [
    'TUN',
    6,
    13,
    [
      ['permits', ''],
      ['spaces', 'Una stanza la domenica.'],
    ],
  ],
  [
    'UKR',
    26,
    3,
    [
      ['housing', ''],
      ['health', 'Il medico è lontano due autobus.'],
    ],
  ],
];

function attendeesOf(women: number, men: number): Attendees[] {
  const young = Math.floor(women / 4);
  const old = Math.floor(men / 5);
  const all: Attendees[] = [
    { sex: 'female', age: '0-17', people: young },
    { sex: 'female', age: '18-59', people: women - young },
    { sex: 'male', age: '18-59', people: men - old },
    { sex: 'male', age: 'from60', people: old },
  ];
  return all.filter(({ people }) => people > 0);
}

async function meetCommunities({ client, today }: NetworkWork, associations: string[]) {
  const { id: programmeId } = await client.programmes.create({
    templateCode: 'incontro',
    name: 'IN.CO.NT.RO',
    from: addDays(today, -200),
  });
  let first = '';
  for (const [index, [community, women, men, needs]] of COMMUNITIES.entries()) {
    const { id } = await client.communityMeetings.save({
      details: {
        programmeId,
        community,
        heldOn: addDays(today, -190 + index * 11),
        place: 'Casa del quartiere',
        attendees: attendeesOf(women, men),
        associationIds: associations.filter((_, at) => (index + at) % 3 === 0),
        needs: needs.map(([need, words]) => ({ need, ...(words ? { words } : {}) })),
      },
    });
    first ||= id;
  }
  const promise = {
    kind: 'followUp',
    meetingId: first,
    what: 'Chiedere al Comune un incontro sulla cittadinanza dei ragazzi',
    owner: 'Giulia Ferraris',
    dueOn: addDays(today, -6),
  } as const;
  await client.undertakings.save({ details: promise });
}

async function compareOffices(
  { client, today }: NetworkWork,
  programmeId: string,
  offices: string[],
) {
  const [registry = '', police = '', health = ''] = offices;
  const before = addDays(today, -170);
  await client.benchmarks.save({
    details: {
      programmeId,
      organisationId: registry,
      indicator: 'deskOneDoor',
      before: {
        level: 2,
        on: before,
        seen: 'Tre sportelli, tre code, nessun cartello in altre lingue.',
      },
      after: {
        level: 4,
        on: addDays(today, -12),
        seen: 'Un’accoglienza sola, con mediazione il martedì.',
      },
    },
  });
  await client.benchmarks.save({
    details: {
      programmeId,
      organisationId: health,
      indicator: 'deskLanguages',
      before: { level: 1, on: before, seen: 'Si parla solo italiano.' },
      after: { level: 3, on: addDays(today, -12), seen: 'Mediazione araba e somala su richiesta.' },
    },
  });
  await client.benchmarks.save({
    details: {
      programmeId,
      organisationId: police,
      ownIndicator: 'Tempi detti prima alla persona',
      before: { level: 2, on: before, seen: 'Ognuno riceve una data diversa.' },
    },
  });
  const recommended = [
    ['Aprire l’accoglienza unica anche il giovedì pomeriggio', -20, true],
    ['Tradurre i moduli dell’ASL in arabo, somalo e francese', -4, false],
    ['Pubblicare ogni mese i tempi dei rinnovi', 35, false],
  ] as const;
  for (const [index, [what, days, isDone]] of recommended.entries()) {
    await client.undertakings.save({
      details: {
        kind: 'recommendation',
        programmeId,
        organisationId: [registry, health, police][index],
        what,
        owner: ['Ufficio Stranieri', 'Referente ASL', 'Tavolo Questura'][index] ?? '',
        dueOn: addDays(today, days),
        ...(isDone ? { doneOn: addDays(today, -25) } : {}),
      },
    });
  }
}

async function runPilot({ client, today }: NetworkWork, programmeId: string, ids: string[]) {
  const [city = '', ...associations] = ids;
  const { id: pilotId } = await client.pilots.save({
    details: {
      programmeId,
      name: 'Sportello unico in quartiere',
      organisationId: city,
      grantCents: 3_000_000,
      from: addDays(today, -180),
      to: addDays(today, 120),
      associationIds: associations.slice(0, 2),
      about: 'Un pomeriggio a settimana, tre uffici in una stanza, con mediatrici pari.',
    },
  });
  const steps = [
    ['Stanza e orari concordati con il Comune', -150, true],
    ['Mediatrici formate', -90, true],
    ['Cento persone accolte', 20, false],
  ] as const;
  for (const [what, days, isDone] of steps) {
    const dueOn = addDays(today, days);
    const done = isDone ? { doneOn: dueOn } : {};
    const details = {
      kind: 'milestone',
      pilotId,
      what,
      owner: 'Giulia Ferraris',
      dueOn,
      ...done,
    } as const;
    await client.undertakings.save({ details });
  }
  const { entries } = await client.ledgers.get({ programmeId });
  for (const { id, details } of entries) {
    await client.ledgerEntries.save({
      id,
      ledger: { programmeId },
      details: { ...details, pilotId },
    });
  }
}

/** Communities, cities and agreements of the last half year. */
export async function fillNetwork(work: NetworkWork): Promise<void> {
  const { client, today } = work;
  const associations: string[] = [];
  for (const one of ASSOCIATIONS) {
    associations.push((await client.organisations.save({ ...one, isVerified: true })).id);
  }
  const { items } = await client.organisations.list({});
  const named = (kind: string) => items.find((one) => one.kind === kind)?.id ?? '';
  const women = items.find(({ name }) => name.includes('somale'));
  if (women) associations.unshift(women.id);
  await meetCommunities(work, associations);
  const { items: programmes } = await client.programmes.list({});
  const programmeId = programmes.find(({ name }) => name === 'CONSOLIDATE')?.id;
  const registry = named('registry');
  if (programmeId) {
    const offices = [registry, named('policeImmigration'), named('health')];
    await compareOffices(work, programmeId, offices);
    await runPilot(work, programmeId, [registry, ...associations]);
  }
  const agreements = [
    [
      named('lawyer'),
      'Consulenza legale gratuita il giovedì',
      -320,
      44,
      'Prima risposta in tre giorni invece di tre settimane.',
    ],
    [named('partnerAssociation'), 'Posti letto per emergenze', -640, -275, ''],
    [
      registry,
      'Giorno riservato alle residenze',
      -120,
      18,
      'L’attesa è passata da due mesi a nove giorni.',
    ],
  ] as const;
  for (const [organisationId, title, from, to, changed] of agreements) {
    await client.agreements.save({
      details: {
        organisationId,
        title,
        signedOn: addDays(today, from),
        expiresOn: addDays(today, to),
        ...(changed ? { changed } : {}),
      },
    });
  }
}
