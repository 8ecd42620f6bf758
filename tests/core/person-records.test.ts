import { beforeEach, describe, expect, test } from 'vitest';
import { documentStates } from '#domain/people/identity-document.ts';
import { aName, aPerson } from '../support/factories.ts';
import { type OpenCore, openCore, testPassphrase } from '../support/open-core.ts';
import { aContact, aDocument, anAddress } from '../support/record-factories.ts';

const SOMEBODY_ELSE = '0198c0de-0000-7000-8000-000000000000';

/** A row of each kind, a change of it, and rows that must be refused, by procedure. */
const KINDS = {
  personContacts: {
    details: aContact({ hours: 'dopo le 18', ownerName: 'Hodan', owner: 'family' }),
    changed: aContact({ safe: false, noMessages: true }),
    tooLong: aContact({ value: '3'.repeat(400) }),
  },
  personAddresses: {
    details: anAddress({ careOf: 'Rossi', fromOn: '2026-01-01', toOn: '2026-06-30' }),
    changed: anAddress({ kind: 'residence' }),
    tooLong: anAddress({ address: 'x'.repeat(10_000) }),
  },
  identityDocuments: {
    details: aDocument({
      title: 'AS',
      number: 'I12345678',
      expiry: 'known',
      expiresOn: '2099-01-01',
    }),
    changed: aDocument({ type: 'passport', country: 'SOM', state: 'lost', expiry: 'none' }),
    tooLong: aDocument({ note: 'x'.repeat(10_000) }),
    unknownCode: aDocument({ type: 'libraryCard' }),
  },
  legalStatusPeriods: {
    details: {
      status: 'asylumSeeker',
      fromOn: '2024-01-01',
      decision: 'pending',
      authority: 'CT Torino',
    },
    changed: {
      status: 'refugee',
      fromOn: '2025-01-01',
      decision: 'granted',
      notifiedOn: '2025-01-20',
    },
    tooLong: { status: 'refugee', reference: 'x'.repeat(300) },
    unknownCode: { status: 'wizard' },
  },
  receptionStays: {
    details: { type: 'cas', place: 'Settimo', fromOn: '2024-01-01' },
    changed: { type: 'cas', fromOn: '2024-01-01', toOn: '2025-01-01', exitReason: 'transferred' },
    tooLong: { type: 'cas', place: 'x'.repeat(400) },
    unknownCode: { type: 'castle' },
  },
  education: {
    details: {
      level: 'isced-3',
      subject: 'Ragioneria',
      country: 'SOM',
      titleHeld: 'unsafeToAskFor',
      endedYear: 2012,
    },
    changed: { level: 'isced-6', titleHeld: 'held', recognition: 'underWay', yearsCompleted: 15 },
    tooLong: { level: 'isced-3', titleHeld: 'held', subject: 'x'.repeat(400) },
    unknownCode: { level: 'isced-12', titleHeld: 'held' },
  },
  work: {
    details: {
      status: 'informal',
      occupation: 'sarta',
      occupationGroup: 'isco-7',
      isNow: false,
      years: 6,
    },
    changed: { status: 'fixedTerm', isNow: true, fromOn: '2026-03-01', employer: 'Bar Sole' },
    tooLong: { status: 'informal', isNow: true, employer: 'x'.repeat(400) },
    unknownCode: { status: 'informal', isNow: true, occupationGroup: 'isco-77' },
  },
  housing: {
    details: { situation: 'ethos-8', fromOn: '2026-01-01' },
    changed: { situation: 'rentInOwnName', note: 'Contratto registrato.' },
    tooLong: { situation: 'ethos-8', note: 'x'.repeat(10_000) },
    unknownCode: { situation: 'ethos-99' },
  },
  skills: {
    details: { skill: 'cucire a macchina', proof: 'seen', years: 6, esco: '7533.1' },
    changed: { skill: 'sartoria su misura', proof: 'certificate' },
    tooLong: { skill: 'x'.repeat(161), proof: 'told' },
  },
  risks: {
    details: { level: 'high', assessedOn: '2026-11-20', reason: 'Non torni dove abitava.' },
    changed: { level: 'low', assessedOn: '2026-11-21' },
    tooLong: { level: 'high', assessedOn: '2026-11-20', reason: 'x'.repeat(241) },
  },
};

let t: OpenCore;
let personId: string;

beforeEach(async () => {
  t = await openCore();
  ({ id: personId } = await t.client.people.create(aPerson({ legalStatus: undefined })));
});

async function call(name: string, input: object) {
  return (await t.core.dispatch(name, input)) as {
    ok: boolean;
    data: { id: string; revision: number; items: unknown[] };
    error?: { code: string };
  };
}

const found = async (query: string) =>
  (await t.client.people.list({ query })).items.map((item) => item.id);

describe.each(Object.entries(KINDS))('%s', (kind, rows) => {
  test('are written, read, changed once and removed', async () => {
    const { data } = await call(`${kind}.save`, { personId, details: rows.details });
    const listed = async () => (await call(`${kind}.list`, { personId })).data.items;
    const first = { ...rows.details, ...(kind === 'personContacts' ? { isPreferred: true } : {}) };
    expect(await listed()).toMatchObject([{ id: data.id, revision: 1, details: first }]);

    const change = { personId, id: data.id, revision: 1, details: rows.changed };
    expect((await call(`${kind}.save`, change)).data).toEqual({ id: data.id, revision: 2 });
    const [row] = (await listed()) as { details: object }[];
    const second = { ...rows.changed, ...(kind === 'personContacts' ? { isPreferred: true } : {}) };
    expect(row?.details).toEqual(second);

    expect((await call(`${kind}.save`, change)).error?.code).toBe('changed_meanwhile');
    expect((await call(`${kind}.remove`, { id: data.id })).ok).toBe(true);
    expect(await listed()).toEqual([]);
    expect((await call(`${kind}.remove`, { id: data.id })).error?.code).toBe('not_found');
    expect((await call(`${kind}.save`, { ...change, revision: 2 })).error?.code).toBe('not_found');
  });
});

test('rows too long, of an unknown code or of nobody are refused, and nothing is written', async () => {
  for (const [kind, rows] of Object.entries(KINDS)) {
    const refused = async (input: object) => (await call(`${kind}.save`, input)).error?.code;
    const { details } = rows;
    expect(await refused({ personId, details: rows.tooLong }), kind).toBe('invalid_input');
    expect(await refused({ personId, details: { ...details, extra: 1 } })).toBe('invalid_input');
    expect(await refused({ personId, id: SOMEBODY_ELSE, details })).toBe('invalid_input');
    expect(await refused({ personId: SOMEBODY_ELSE, details }), kind).toBe('not_found');
    if ('unknownCode' in rows) {
      expect(await refused({ personId, details: rows.unknownCode }), kind).toBe('unknown_code');
    }
    expect((await call(`${kind}.list`, { personId })).data.items, kind).toEqual([]);
  }
});

test('a row belongs to one person only', async () => {
  const { id: other } = await t.client.people.create(aPerson());
  for (const [kind, rows] of Object.entries(KINDS)) {
    const { data } = await call(`${kind}.save`, { personId, details: rows.details });
    const foreign = { personId: other, id: data.id, revision: 1, details: rows.changed };
    expect((await call(`${kind}.save`, foreign)).error?.code, kind).toBe('not_found');
  }
});

describe('contacts', () => {
  test('one is tried first: the one chosen, else the oldest', async () => {
    const { personContacts } = t.client;
    await personContacts.save({ personId, details: aContact({ value: '011 1' }) });
    const { id } = await personContacts.save({
      personId,
      details: aContact({
        kind: 'email',
        value: 'amina@example.org',
        isPreferred: true,
        safe: false,
      }),
    });
    const first = { kind: 'email', value: 'amina@example.org', safe: false };
    expect((await t.client.people.get({ id: personId })).details.contact).toEqual(first);
    await personContacts.remove({ id });
    expect((await t.client.people.get({ id: personId })).details.contact?.value).toBe('011 1');
  });

  test('and document numbers and the fiscal code lead to the person, until they are gone', async () => {
    const whatsapp = aContact({ kind: 'whatsapp', value: '+39 347 555 0199' });
    const { id } = await t.client.personContacts.save({ personId, details: whatsapp });
    await t.client.identityDocuments.save({
      personId,
      details: aDocument({ number: 'I 9988 7766' }),
    });
    const { details, revision } = await t.client.people.get({ id: personId });
    const fiscalCode = 'rssmra85t10a562s';
    await t.client.people.update({ id: personId, revision, details: { ...details, fiscalCode } });
    for (const query of ['3475550199', '347 555', 'I99887766', 'RSSMRA85T10A562S']) {
      expect(await found(query), query).toEqual([personId]);
    }
    await t.client.personContacts.remove({ id });
    expect(await found('3475550199')).toEqual([]);
  });
});

describe('the present', () => {
  const get = async () => (await t.client.people.get({ id: personId })).details;

  test('legal status is that of the latest period that holds', async () => {
    const { legalStatusPeriods } = t.client;
    await legalStatusPeriods.save({
      personId,
      details: { status: 'asylumSeeker', fromOn: '2024-01-01', toOn: '2026-12-31' },
    });
    expect((await get()).legalStatus).toBe('asylumSeeker');
    const { id } = await legalStatusPeriods.save({
      personId,
      details: { status: 'refugee', fromOn: '2026-11-01' },
    });
    expect((await get()).legalStatus).toBe('refugee');
    expect((await t.client.people.list({})).items[0]?.legalStatus).toBe('refugee');
    await legalStatusPeriods.remove({ id });
    expect((await get()).legalStatus).toBe('asylumSeeker');
  });

  test('legal status follows the calendar when the register is opened again', async () => {
    const { legalStatusPeriods, vault } = t.client;
    await legalStatusPeriods.save({
      personId,
      details: { status: 'temporary', fromOn: '2024-01-01', toOn: '2026-11-30' },
    });
    await legalStatusPeriods.save({
      personId,
      details: { status: 'special', fromOn: '2026-12-01' },
    });
    expect((await get()).legalStatus).toBe('temporary');
    await vault.lock({});
    t.setToday('2026-12-02');
    await vault.unlock({ folder: t.folder, passphrase: testPassphrase });
    expect((await get()).legalStatus).toBe('special');
    expect((await t.client.people.list({})).items[0]?.legalStatus).toBe('special');
  });

  test('reception is the last stay, and its exit comes up in Today', async () => {
    const { receptionStays } = t.client;
    await receptionStays.save({ personId, details: { type: 'cas', toOn: '2025-01-01' } });
    const { id } = await receptionStays.save({
      personId,
      details: { type: 'saiOrdinary', fromOn: '2025-01-02', toOn: '2025-06-01' },
    });
    expect((await get()).reception).toEqual({ type: 'saiOrdinary', exitOn: '2025-06-01' });
    await receptionStays.remove({ id });
    expect((await get()).reception).toEqual({ type: 'cas', exitOn: '2025-01-01' });
  });

  test('a change of the person that names no contact leaves all of them alone', async () => {
    await t.client.personContacts.save({ personId, details: aContact({ value: '011 22' }) });
    await t.client.personAddresses.save({ personId, details: anAddress() });
    await t.client.people.update({
      id: personId,
      revision: 1,
      details: aPerson({ legalStatus: undefined }),
    });
    expect(await get()).toMatchObject({
      contact: { value: '011 22' },
      address: 'via Nizza 1, Torino',
    });
  });

  test('registering begins each history with one row', async () => {
    const { id } = await t.client.people.create(
      aPerson({
        contact: { kind: 'phone', value: '011 33', safe: false },
        address: 'via Cigna 3',
        legalStatus: 'special',
        reception: { type: 'cas', exitOn: '2026-05-01' },
      }),
    );
    const of = { personId: id };
    const [contacts, addresses, statuses, stays] = await Promise.all([
      t.client.personContacts.list(of),
      t.client.personAddresses.list(of),
      t.client.legalStatusPeriods.list(of),
      t.client.receptionStays.list(of),
    ]);
    expect(contacts.items).toMatchObject([{ details: { value: '011 33', safe: false } }]);
    expect(addresses.items).toMatchObject([{ details: { address: 'via Cigna 3' } }]);
    expect(statuses.items).toMatchObject([{ details: { status: 'special' } }]);
    expect(stays.items).toMatchObject([{ details: { type: 'cas', toOn: '2026-05-01' } }]);
  });
});

describe('a document', () => {
  test('is kept in every state it goes through, with a number in free text', async () => {
    const { identityDocuments } = t.client;
    const written = documentStates.map((state, index) =>
      aDocument({ state, number: `ric. ${index}/bis (vecchio)`, issuer: 'Questura di Prova' }),
    );
    for (const details of written) await identityDocuments.save({ personId, details });
    const { items } = await identityDocuments.list({ personId });
    const byNumber = items
      .map((item) => item.details)
      .sort((a, b) => (a.number ?? '').localeCompare(b.number ?? ''));
    expect(byNumber).toEqual(written);
  });

  test('is replaced by another one of the same person only', async () => {
    const { identityDocuments } = t.client;
    const { id: newer } = await identityDocuments.save({ personId, details: aDocument() });
    const old = aDocument({ state: 'replaced', replacedBy: newer });
    const { id } = await identityDocuments.save({ personId, details: old });
    await expect(
      identityDocuments.save({ personId, id, revision: 1, details: { ...old, replacedBy: id } }),
    ).rejects.toMatchObject({ code: 'not_found' });
    const { id: other } = await t.client.people.create(aPerson());
    await expect(identityDocuments.save({ personId: other, details: old })).rejects.toMatchObject({
      code: 'not_found',
    });
    await identityDocuments.remove({ id: newer });
    const { items } = await identityDocuments.list({ personId });
    expect(items.map((item) => item.details.replacedBy)).toEqual([undefined]);
  });
});

describe('a fiscal code', () => {
  test('is doubted at the field, also when somebody else has it, and saved all the same', async () => {
    const fiscalCode = 'MLLSNT82P65Z404U';
    const { id } = await t.client.people.create(
      aPerson({ names: [aName('Samantha', 'Miller')], fiscalCode }),
    );
    const check = await t.client.fiscalCodes.check({
      fiscalCode: 'mllsnt82p65z404u',
      personId,
      holder: { names: [aName('Samantha', 'Miller')], sex: 'male' },
    });
    expect(check).toEqual({
      kind: 'definitive',
      warnings: ['sex'],
      sameAs: { personId: id, listedName: 'Miller Samantha' },
    });
    const own = await t.client.fiscalCodes.check({ fiscalCode, personId: id, holder: {} });
    expect(own).toEqual({ kind: 'definitive', warnings: [] });
    const wrong = await t.client.people.create(aPerson({ fiscalCode: 'non ricorda' }));
    expect((await t.client.people.get({ id: wrong.id })).details.fiscalCode).toBe('NONRICORDA');
  });
});

describe('a person', () => {
  test('keeps what only the overview asks for', async () => {
    const details = aPerson({
      names: [aName('Amina', 'Warsame'), aName('Halima', 'Noor', { kind: 'mother' })],
      birth: { year: 1990, lastYear: 1994, certainty: 'estimated' },
      birthCountry: 'SOM',
      birthPlace: 'Merca',
      pronoun: 'lei',
      literacy: 'ownScript',
      civilStatus: 'widowed',
      interpreterWish: 'woman',
      arrivalWay: 'corridor',
      cameThrough: 'office',
      sentBy: 'Anagrafe di Prova',
      request: 'Vorrei imparare a leggere.',
      languages: [
        {
          language: 'som',
          level: 'native',
          needsInterpreter: true,
          reads: false,
          writes: true,
        },
      ],
      nationalities: ['XXA', 'XXX'],
    });
    const { id } = await t.client.people.create(details);
    expect((await t.client.people.get({ id })).details).toEqual(details);
    const { items } = await t.client.people.list({ query: 'amina' });
    expect(items.every((item) => item.otherName !== 'Noor Halima')).toBe(true);
  });

  test('is not born in the future, and the first name is their own', async () => {
    await expect(
      t.client.people.create(aPerson({ birth: { year: 2099, certainty: 'documented' } })),
    ).rejects.toMatchObject({ code: 'date_in_future' });
    const mother = aPerson({ names: [aName('Halima', 'Noor', { kind: 'mother' })] });
    expect(await t.core.dispatch('people.create', mother)).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });
});
