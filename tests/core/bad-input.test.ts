/*
 * What people type by mistake, paste from elsewhere or send on purpose, at each place where text or a day enters
 * the register: it is refused with the field named and nothing written, or kept exactly as typed.
 */
import { describe, expect, test } from 'vitest';
import { noteMaxLength } from '#domain/notes/protected-note.ts';
import { aName, anAppointment, anOffice, aPerson, aService } from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { aPdf } from '../support/papers.ts';

interface Desk extends OpenCore {
  personId: string;
  userId: string;
  attachmentId: string;
  assessmentId: string;
}

async function desk(): Promise<Desk> {
  const t = await openCore();
  const { client } = t;
  const { id: personId } = await client.people.create(aPerson());
  const { user } = await client.vault.session({});
  const { id: attachmentId } = await client.attachments.add({
    personId,
    fileName: 'ricevuta.pdf',
    bytes: aPdf(600),
  });
  const { id: assessmentId } = await client.assessments.start({ personId });
  return { ...t, personId, userId: user.id, attachmentId, assessmentId };
}

interface Place {
  procedure: string;
  /** Path of the field in the input, as a refusal names it. */
  field: string;
  input: (text: string, at: Desk) => object;
  /** Characters that are too many there, if not ten thousand. */
  tooMany?: number;
  /** Nothing at all may be written there. */
  mayBeEmpty?: true;
}

const inbound = { sender: 'Scuola', receivedOn: '2026-11-20', way: 'email', urgency: 'normal' };

const places: Place[] = [
  {
    procedure: 'people.create',
    field: 'names.0',
    input: (given) => ({ ...aPerson(), names: [aName(given, '', { script: 'latin' })] }),
  },
  {
    procedure: 'people.create',
    field: 'note',
    input: (note) => aPerson({ note }),
    mayBeEmpty: true,
  },
  {
    procedure: 'personContacts.save',
    field: 'details.value',
    input: (value, { personId }) => ({
      personId,
      details: {
        kind: 'other',
        value,
        owner: 'self',
        safe: true,
        noMessages: false,
        isPreferred: false,
      },
    }),
  },
  {
    procedure: 'personAddresses.save',
    field: 'details.address',
    input: (address, { personId }) => ({
      personId,
      details: { kind: 'domicile', address, safeForPost: true },
    }),
  },
  {
    procedure: 'organisations.save',
    field: 'name',
    input: (name) => anOffice({ name }),
  },
  {
    procedure: 'services.save',
    field: 'details.note',
    input: (note, { personId, userId }) => ({ personId, details: aService(userId, { note }) }),
    mayBeEmpty: true,
  },
  {
    procedure: 'appointments.save',
    field: 'details.about',
    input: (about) => ({ details: anAppointment({ about }) }),
  },
  {
    procedure: 'tasks.save',
    field: 'details.title',
    input: (title, { personId }) => ({
      personId,
      details: { kind: 'ownDeadline', title, dueOn: '2026-12-01' },
    }),
  },
  {
    procedure: 'notes.save',
    field: 'note.text',
    tooMany: 2 * noteMaxLength + 1,
    input: (text, { personId }) => ({
      personId,
      note: { kind: 'violence', notedOn: '2026-11-20', text },
    }),
  },
  {
    procedure: 'inboundReferrals.save',
    field: 'details.request',
    input: (request, { personId }) => ({ personId, details: { ...inbound, request } }),
  },
  {
    procedure: 'specificNeeds.record',
    field: 'need.note',
    input: (note, { personId }) => ({
      personId,
      need: { code: 'SP', recordedOn: '2026-11-20', note },
    }),
    mayBeEmpty: true,
  },
  {
    procedure: 'attachments.save',
    field: 'details.title',
    input: (title, { attachmentId: id }) => ({
      id,
      details: { title, kind: 'other', original: 'notSeen', isPortrait: false },
    }),
    mayBeEmpty: true,
  },
  {
    procedure: 'views.save',
    field: 'view.name',
    input: (name) => ({ view: { name, conditions: [], columns: [] }, isShared: false }),
  },
];

const HTML = '<img src=x onerror="alert(1)"><b>Amina</b>';
const SQL = "x'); DROP TABLE person; --";
const INVISIBLE = '\u200b\u202e\u2066\ufeff \u200f';

const nameOf = ({ procedure, field }: Place) => `${procedure} ${field}`;

describe.each(places.map((place) => [nameOf(place), place] as const))('%s', (_, place) => {
  test('refuses ten thousand characters, and words nobody can see, by the name of the field', async () => {
    const t = await desk();
    const send = (text: string) => t.core.dispatch(place.procedure, place.input(text, t));
    const before = await counts(t);
    const long = 'x'.repeat(place.tooMany ?? 10_000);
    const wrong = place.mayBeEmpty ? [long] : [long, INVISIBLE, ''];
    for (const text of wrong) {
      const answer = await send(text);
      expect(answer, JSON.stringify(text.slice(0, 20))).toMatchObject({
        ok: false,
        error: { code: 'invalid_input' },
      });
      const fields = answer.ok ? [] : (answer.error.details?.fields ?? []);
      expect([fields].flat().some((field) => String(field).startsWith(place.field))).toBe(true);
      expect(JSON.stringify(answer)).not.toContain('xxx');
    }
    expect(await counts(t)).toEqual(before);
    expect(t.failures).toEqual([]);
  });

  test('keeps HTML and SQL as the words they are', async () => {
    const t = await desk();
    for (const text of [HTML, SQL]) {
      expect(await t.core.dispatch(place.procedure, place.input(text, t))).toMatchObject({
        ok: true,
      });
    }
    expect((await t.client.people.list({ showClosed: true })).total).toBeGreaterThan(0);
    expect(t.failures).toEqual([]);
  });
});

/** How much there is of what the places above can add to. */
async function counts({ client, personId }: Desk) {
  return {
    people: (await client.people.list({})).total,
    contacts: (await client.personContacts.list({ personId })).items.length,
    addresses: (await client.personAddresses.list({ personId })).items.length,
    organisations: (await client.organisations.list({})).items.length,
    services: (await client.services.list({ personId })).total,
    appointments: (await client.appointments.list({ from: '2026-01-01', to: '2027-12-31' })).items
      .length,
    notes: (await client.notes.list({ personId })).items.length,
    inbound: (await client.inboundReferrals.list({ personId })).total,
    needs: (await client.specificNeeds.list({ personId })).items.length,
    titles: (await client.attachments.list({ personId })).items.map((one) => one.details.title),
    views: (await client.views.list({})).items.length,
  };
}

/** Days that say that something has happened. */
const happened: [procedure: string, code: string, input: (at: Desk) => object][] = [
  [
    'people.create',
    'date_in_future',
    () => aPerson({ birth: { year: 2099, certainty: 'documented' } }),
  ],
  [
    'people.create',
    'date_in_future',
    () => aPerson({ enteredItaly: { year: 2099, certainty: 'declared' } }),
  ],
  [
    'people.create',
    'date_in_future',
    () => aPerson({ firstEntry: { year: 2099, certainty: 'declared' } }),
  ],
  [
    'people.create',
    'invalid_input',
    () => aPerson({ names: [{ ...aName('A', 'B'), fromOn: '2024-02-01', toOn: '2024-01-01' }] }),
  ],
  ['people.create', 'invalid_input', () => aPerson({ dependants: 31 })],
  ['people.create', 'invalid_input', () => aPerson({ route: 'x'.repeat(10_000) })],
  [
    'risks.save',
    'date_in_future',
    ({ personId }) => ({ personId, details: { level: 'high', assessedOn: '2099-01-01' } }),
  ],
  [
    'identityDocuments.save',
    'date_in_future',
    ({ personId }) => ({
      personId,
      details: {
        type: 'passport',
        state: 'issued',
        issuedOn: '2099-01-01',
        expiry: 'unknown',
        seen: 'copy',
      },
    }),
  ],
  [
    'services.save',
    'not_yet_happened',
    ({ personId, userId }) => ({ personId, details: aService(userId, { doneOn: '2099-01-01' }) }),
  ],
  [
    'assessments.save',
    'date_in_future',
    ({ assessmentId: id }) => ({
      id,
      revision: 1,
      details: { assessedOn: '2099-01-01', assessor: 'Giulia', scores: [] },
    }),
  ],
  [
    'specificNeeds.record',
    'date_in_future',
    ({ personId }) => ({ personId, need: { code: 'SP', recordedOn: '2099-01-01' } }),
  ],
  [
    'notes.save',
    'date_in_future',
    ({ personId }) => ({
      personId,
      note: { kind: 'violence', notedOn: '2099-01-01', text: 'Parole' },
    }),
  ],
  [
    'procedureEvents.save',
    'invalid_input',
    ({ personId }) => ({
      personId,
      details: { kind: 'enteredItaly', on: '2099-01-01', sourceSeen: false },
    }),
  ],
  [
    'inboundReferrals.save',
    'date_not_possible',
    ({ personId }) => ({
      personId,
      details: { ...inbound, request: 'Un corso', receivedOn: '2099-01-01' },
    }),
  ],
  [
    'attachments.save',
    'date_in_future',
    ({ attachmentId: id }) => ({
      id,
      details: {
        title: 'Ricevuta',
        kind: 'other',
        original: 'notSeen',
        isPortrait: false,
        documentOn: '2099-01-01',
      },
    }),
  ],
];

describe('a day in 2099 that says something has happened', () => {
  test.each(happened)('is refused by %s as %s', async (procedure, code, input) => {
    const t = await desk();
    const before = await counts(t);
    expect(await t.core.dispatch(procedure, input(t))).toMatchObject({ error: { code } });
    expect(await counts(t)).toEqual(before);
  });
});

describe('names with marks nobody sees', () => {
  test('are one name with and without them, and found either way', async () => {
    const { client } = await openCore();
    const names = [aName('Ami\u200bna', '\ufeffWar\u00adsame\u202e')];
    const { id } = await client.people.create(aPerson({ names }));
    const { details } = await client.people.get({ id });
    expect(details.names[0]).toMatchObject({ given: 'Amina', family: 'Warsame' });
    for (const query of ['amina warsame', 'Ami\u200bna', 'War\u00adsame']) {
      expect((await client.people.list({ query })).items.map((one) => one.id)).toEqual([id]);
    }
  });

  test('keep the joiners that Persian is written with', async () => {
    const { client } = await openCore();
    const names = [aName('می\u200cخواهد', 'رحیمی')];
    const { id } = await client.people.create(aPerson({ names }));
    expect((await client.people.get({ id })).details.names[0]?.given).toBe('می\u200cخواهد');
  });
});

test('the fiscal code of somebody else is asked about, and stops nobody', async () => {
  const { client } = await openCore();
  const fiscalCode = 'MLLSNT82P65Z404U';
  await client.people.create(aPerson({ names: [aName('Samantha', 'Miller')], fiscalCode }));
  const { items } = await client.people.findSimilar({
    names: [aName('Hodan', 'Farah')],
    sex: 'unknown',
    nationalities: [],
    fiscalCode,
  });
  expect(items).toMatchObject([{ reasons: ['identity'] }]);
  await client.people.create(aPerson({ names: [aName('Hodan', 'Farah')], fiscalCode }));
  expect((await client.people.list({ query: fiscalCode })).total).toBe(2);
});
