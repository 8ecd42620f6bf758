import type { Client } from '#api/client.ts';
import type { ActivityDetails } from '#domain/activities/activity.ts';
import { addDays, addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';

interface ActivityWork {
  client: Client;
  today: CalendarDate;
  /** People whose files are open. */
  personIds: string[];
}

const STAFF = [
  'Anna Bertolino',
  'Carla Demichelis',
  'Daniela Ferrero',
  'Elena Gallesio',
  'Federica Lanza',
  'Giulia Marengo',
  'Ilaria Nebbia',
  'Laura Olivero',
  'Marta Peyron',
  'Nadia Quaglia',
  'Paola Rovero',
  'Rita Salvai',
  'Silvia Tosetti',
  'Alberto Vietti',
  'Bruno Zanone',
  'Carlo Allasia',
  'Dario Bosio',
  'Enrico Cavallo',
  'Fabio Druetto',
  'Luca Einaudi',
];
const WOMEN = 13;
const FOUND_IT_USEFUL = 15;
const USE_IT = 12;
/** Of the others some were not reached yet. */
const WERE_ASKED = 16;

type Wanted = Partial<ActivityDetails> &
  Pick<ActivityDetails, 'kind' | 'title' | 'from'> & { bands?: string };

async function create({ client }: ActivityWork, wanted: Wanted): Promise<string> {
  const details = { to: wanted.from, bands: 'UNHCR', ...wanted };
  return (await client.activities.save({ details })).id;
}

/** A session at which everybody of the activity was. */
async function hold(
  { client }: ActivityWork,
  activityId: string,
  { type = 'TRN', ...held }: { title: string; heldOn: CalendarDate; place: string; type?: string },
): Promise<void> {
  const details = { type, start: '09:30', minutes: 240, ...held };
  const { id } = await client.sessions.save({ activityId, details, participants: [] });
  const { revision, participants, guests } = await client.sessions.get({ id });
  await client.sessions.save({
    id,
    revision,
    details,
    participants: participants.map(({ personId }) => ({ personId, attendance: 'present' })),
    guests: guests.map(({ participantId }) => ({ participantId, attendance: 'present' })),
  });
}

async function programmeCalled(
  { client, today }: ActivityWork,
  templateCode: string,
  name: string,
) {
  const { items } = await client.programmes.list({});
  const running = items.find((one) => one.name === name);
  if (running) return running.id;
  const from = addDays(today, -200);
  return (await client.programmes.create({ templateCode, name, from })).id;
}

/** Twenty who work for offices: most found it useful, and it is time to ask whether they use it. */
async function trainStaff(work: ActivityWork): Promise<void> {
  const { client, today } = work;
  const programmeId = await programmeCalled(work, 'admin4all', 'ADMIN4ALL');
  const { items: offices } = await client.organisations.list({});
  const last = addMonths(today, -3);
  const place = 'Casa del quartiere';
  const id = await create(work, {
    kind: 'training',
    title: 'Accogliere allo sportello',
    topic: 'Primo orientamento ai servizi',
    programmeId,
    from: addDays(last, -7),
    to: last,
    place,
    bands: 'AMIF',
    partnerIds: offices.slice(0, 2).map((one) => one.id),
  });
  const ids: string[] = [];
  for (const [at, name] of STAFF.entries()) {
    const organisationId = offices[at % Math.min(offices.length, 4)]?.id;
    const saved = await client.activityParticipants.save({
      activityId: id,
      part: 'participant',
      guest: {
        name,
        sex: at < WOMEN ? 'female' : 'male',
        band: '18-60',
        origin: 'italy',
        office: 'Sportello',
        ...(organisationId ? { organisationId } : {}),
      },
    });
    ids.push(saved.id);
  }
  await hold(work, id, { title: 'Chi arriva, che cosa chiede', heldOn: addDays(last, -7), place });
  await hold(work, id, { title: 'Dallo sportello ai servizi', heldOn: last, place });
  for (const [at, participantId] of ids.entries()) {
    // The last of the list found it useful, so that both among women and men some did not.
    const isUseful = at >= STAFF.length - FOUND_IT_USEFUL;
    await client.activityParticipants.record({
      id: participantId,
      evaluation: { on: last, useful: isUseful ? 'yes' : 'partly', satisfaction: isUseful ? 5 : 3 },
      ...(at >= STAFF.length - WERE_ASKED
        ? {
            followUp: {
              on: today,
              usesSkills: at >= STAFF.length - USE_IT ? ('yes' as const) : ('no' as const),
            },
          }
        : {}),
    });
  }
  await create(work, {
    kind: 'training',
    title: 'Mediazione e lingua chiara',
    programmeId,
    from: addDays(today, 20),
    place,
    bands: 'AMIF',
  });
}

/** The city looks at another, and migrants' own associations at the city. */
async function reviewWithPeers(work: ActivityWork): Promise<void> {
  const { client, today, personIds } = work;
  const programmeId = await programmeCalled(work, 'consolidate', 'CONSOLIDATE');
  const review = await create(work, {
    kind: 'peerReview',
    title: 'Revisione tra pari sullo sportello unico',
    community: 'Sportelli unici',
    topic: 'Un solo ingresso per i servizi',
    programmeId,
    from: addDays(today, -40),
    to: addDays(today, -39),
    place: 'Municipio',
    bands: 'AMIF',
  });
  await client.activities.count({
    id: review,
    counts: [
      { sex: 'female', band: '18-60', origin: 'europeanUnion', people: 9, useful: 8 },
      { sex: 'male', band: '18-60', origin: 'europeanUnion', people: 7, useful: 6 },
    ],
    scores: [
      { score: 4, forms: 9 },
      { score: 5, forms: 6 },
    ],
  });
  const meeting = await create(work, {
    kind: 'meeting',
    title: 'Progettare insieme il pilota',
    community: 'Sportelli unici',
    programmeId,
    from: addDays(today, -25),
    place: 'Casa del quartiere',
    bands: 'AMIF',
  });
  for (const personId of personIds.slice(0, 4)) {
    await client.activityParticipants.save({ activityId: meeting, personId, part: 'participant' });
  }
  await hold(work, meeting, {
    type: 'SOC',
    title: 'Progettare insieme il pilota',
    heldOn: addDays(today, -25),
    place: 'Casa del quartiere',
  });
}

async function grownPeople({ client, personIds }: ActivityWork, count: number): Promise<string[]> {
  const found: string[] = [];
  for (const personId of personIds) {
    if (found.length === count) break;
    if (!(await client.consents.list({ personId })).isUnderAge) found.push(personId);
  }
  return found;
}

/** Two who agreed to be seen and heard; one of them took it back afterwards. */
async function campaign(work: ActivityWork): Promise<void> {
  const { client, today } = work;
  const programmeId = await programmeCalled(work, 'co-in', 'Co.In');
  const id = await create(work, {
    kind: 'campaign',
    title: 'Storie di casa nostra',
    programmeId,
    from: addDays(today, -90),
    to: addDays(today, 60),
    territory: 'Torino',
  });
  const consents: string[] = [];
  for (const [at, personId] of (await grownPeople(work, 2)).entries()) {
    const consent = await client.consents.give({
      personId,
      details: {
        purpose: 'imageAndVoice',
        recipient: 'Radio e giornali della campagna',
        givenBy: 'self',
        way: 'signed',
        givenOn: addDays(today, -80),
      },
    });
    consents.push(consent.id);
    const { id: participantId } = await client.activityParticipants.save({
      activityId: id,
      personId,
      part: 'participant',
    });
    await client.activityParticipants.speak({ id: participantId, isSpokesperson: true });
    await client.mediaOutputs.save({
      activityId: id,
      details: {
        outlet: at === 0 ? 'Radio Lungofiume' : 'Il Foglio di Borgo',
        kind: at === 0 ? 'radio' : 'press',
        title: 'Dieci anni dopo',
        on: addDays(today, -60 + at * 20),
        participantId,
      },
    });
  }
  const [, second] = consents;
  if (second) await client.consents.withdraw({ id: second });
  const seminar = await create(work, {
    kind: 'seminar',
    title: 'Scrivere di migrazioni, con chi le vive',
    programmeId,
    from: addDays(today, -70),
    place: 'Biblioteca di quartiere',
  });
  await client.activities.count({
    id: seminar,
    counts: [
      { sex: 'female', band: '18-59', origin: 'italy', people: 14 },
      { sex: 'male', band: '18-59', origin: 'italy', people: 11 },
    ],
    scores: [{ score: 4, forms: 18 }],
  });
}

/** A hundred and twenty people, none of them by name. */
async function festival(work: ActivityWork): Promise<void> {
  const { client, today } = work;
  const programmeId = await programmeCalled(work, 'musa', 'MuS.A.');
  const id = await create(work, {
    kind: 'festival',
    title: 'Un pomeriggio di musica e sport',
    programmeId,
    from: addDays(today, -50),
    place: 'Parco del Lungofiume',
    volunteers: 14,
  });
  await client.activities.count({
    id,
    counts: [
      { sex: 'female', band: '5-11', origin: 'elsewhere', people: 12 },
      { sex: 'male', band: '5-11', origin: 'italy', people: 13 },
      { sex: 'female', band: '12-17', origin: 'elsewhere', people: 10 },
      { sex: 'male', band: '12-17', origin: 'elsewhere', people: 15 },
      { sex: 'female', band: '18-59', origin: 'italy', people: 30 },
      { sex: 'male', band: '18-59', origin: 'elsewhere', people: 28 },
      { sex: 'female', band: '60+', origin: 'italy', people: 12 },
    ],
    scores: [
      { score: 5, forms: 30 },
      { score: 4, forms: 12 },
    ],
  });
}

/** What was done with many, for each programme that has it. */
export async function fillActivities(work: ActivityWork): Promise<void> {
  await trainStaff(work);
  await reviewWithPeers(work);
  await campaign(work);
  await festival(work);
}
