import { describe, expect, test } from 'vitest';
import { openDatabase } from '#core/database/open-database.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import {
  aLetter,
  aName,
  anAppointment,
  anOffice,
  aPerson,
  aReferralConsent,
  aService,
} from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { keysOf } from '../support/keys-of.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';

const SECRET = 'Quisquilia Zerbinotti è stata minacciata dal cugino';
const aNote = { kind: 'violence' as const, notedOn: '2026-11-20', text: SECRET };
const amals = 'frase di amal per entrare';
const omars = 'frase di omar per entrare';

/** Giulia coordinates; Amal and Omar are volunteers. */
async function theDesk() {
  const test = await openCore();
  const { client, folder } = test;
  const amal = await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
  const omar = await client.users.add({ name: 'Omar', role: 'mediator', passphrase: omars });
  const open = async (name: string, passphrase: string) => {
    await client.vault.lock({});
    await client.vault.unlock({ folder, name, passphrase });
  };
  const { id: personId } = await client.people.create(
    aPerson({ names: [aName('Nadifa', 'Zorbulon')] }),
  );
  return {
    ...test,
    personId,
    amal: amal.id,
    omar: omar.id,
    asGiulia: () => open('giulia', testPassphrase),
    asAmal: () => open('amal', amals),
    asOmar: () => open('omar', omars),
  };
}

const RESTRICTED = ['protected_note', 'protected_note_version', 'protected_case', 'case_access'];

/** Every value of the tables, as somebody with the general key reads them. */
async function readWithGeneralKey(folder: string, tables = RESTRICTED): Promise<Buffer> {
  const keys = await keysOf(folder, { name: 'amal', passphrase: amals });
  const db = openDatabase(databasePath(folder), keys?.general ?? Buffer.alloc(0));
  const bytes = tables.flatMap((table) =>
    db
      .prepare(`SELECT * FROM ${table}`)
      .all<Record<string, string | number | Uint8Array<ArrayBuffer>>>()
      .flatMap((row) => Object.values(row))
      .map((value) => Buffer.from(typeof value === 'number' ? String(value) : value)),
  );
  db.close();
  return Buffer.concat(bytes);
}

describe('protected notes', () => {
  test('a coordinator writes one, changes it, and every version stays', async () => {
    const { client, personId, setToday } = await theDesk();
    const { id } = await client.notes.save({ personId, note: aNote });
    setToday('2026-11-25');
    const text = 'Ha trovato un posto sicuro.';
    const saved = await client.notes.save({
      personId,
      existing: { id, version: 1 },
      note: { ...aNote, text },
    });
    expect(saved).toEqual({ id, version: 2 });
    const { versions } = await client.notes.get({ id });
    expect(versions.map((one) => [one.version, one.text])).toEqual([
      [2, text],
      [1, SECRET],
    ]);
    const { items } = await client.notes.list({ personId });
    expect(items).toMatchObject([{ id, version: 2, opening: text, changedBy: 'Giulia Ferraris' }]);
    await expect(
      client.notes.save({ personId, existing: { id, version: 1 }, note: aNote }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  test('a volunteer who is not named learns that there are some, and whom to ask, and no more', async () => {
    const { client, core, personId, asAmal } = await theDesk();
    const { id } = await client.notes.save({ personId, note: aNote });
    await asAmal();
    expect(await client.caseAccess.list({ personId })).toEqual({
      isRestricted: false,
      hasNotes: true,
      mayRead: false,
      coordinators: ['Giulia Ferraris'],
      named: [],
      others: [],
    });
    for (const [name, input] of [
      ['notes.list', { personId }],
      ['notes.get', { id }],
      ['notes.save', { personId, note: aNote }],
      ['notes.save', { personId, existing: { id, version: 1 }, note: aNote }],
    ] as const) {
      expect(await core.dispatch(name, input), name).toEqual({
        ok: false,
        error: { code: 'restricted_no_access' },
      });
    }
  });

  test('with the general key alone there is cipher text, kind and day included', async () => {
    const { client, folder, personId } = await theDesk();
    await client.notes.save({ personId, note: aNote });
    await client.vault.lock({});
    const bytes = await readWithGeneralKey(folder);
    expect(bytes.includes('2026-11-21')).toBe(true);
    for (const needle of [SECRET, 'Quisquilia', 'violence', '2026-11-20']) {
      const forms = [
        Buffer.from(needle, 'utf8'),
        Buffer.from(needle, 'utf16le'),
        Buffer.from(Buffer.from(needle, 'utf8').toString('base64')),
      ];
      for (const form of forms) expect(bytes.includes(form), needle).toBe(false);
    }
  });

  test('somebody named on the case reads that case and nothing else', async () => {
    const { client, personId, amal, asAmal, asOmar } = await theDesk();
    const other = await client.people.create(aPerson());
    await client.notes.save({ personId, note: aNote });
    await client.notes.save({ personId: other.id, note: aNote });
    await client.caseAccess.grant({ personId, userId: amal });
    await asAmal();
    const [note] = (await client.notes.list({ personId })).items;
    expect((await client.notes.get({ id: note?.id ?? '' })).versions[0]?.text).toBe(SECRET);
    await client.notes.save({ personId, note: { ...aNote, kind: 'medical', text: 'Febbre.' } });
    await expect(client.notes.list({ personId: other.id })).rejects.toMatchObject({
      code: 'restricted_no_access',
    });
    await asOmar();
    await expect(client.notes.list({ personId })).rejects.toMatchObject({
      code: 'restricted_no_access',
    });
  });

  test('taken off a case, the key they may have kept opens nothing written from then on', async () => {
    const { client, folder, personId, amal, asAmal, asGiulia } = await theDesk();
    const { id } = await client.notes.save({ personId, note: aNote });
    await client.caseAccess.grant({ personId, userId: amal });
    const sealed = async () => {
      await client.vault.lock({});
      return (await readWithGeneralKey(folder, ['protected_note_version'])).toString('base64');
    };
    const before = await sealed();
    await asGiulia();
    await client.caseAccess.revoke({ personId, userId: amal });
    expect((await client.notes.get({ id })).versions[0]?.text).toBe(SECRET);
    expect(await sealed()).not.toBe(before);
    await asAmal();
    await expect(client.notes.get({ id })).rejects.toMatchObject({ code: 'restricted_no_access' });
  });

  test('a new passphrase from a coordinator keeps the cases somebody is named on', async () => {
    const { client, personId, amal, asGiulia, folder } = await theDesk();
    await client.notes.save({ personId, note: aNote });
    await client.caseAccess.grant({ personId, userId: amal });
    await client.users.reset({ id: amal, passphrase: 'frase nuova per amal' });
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'amal', passphrase: 'frase nuova per amal' });
    expect((await client.notes.list({ personId })).items).toHaveLength(1);
    await asGiulia();
  });

  test('survive the renewal of the keys, for those who stay', async () => {
    const { client, personId, amal, omar, asAmal } = await theDesk();
    const { id } = await client.notes.save({ personId, note: aNote });
    await client.caseAccess.grant({ personId, userId: amal });
    await client.caseAccess.grant({ personId, userId: omar });
    await client.users.remove({ id: omar });
    expect((await client.notes.get({ id })).versions[0]?.text).toBe(SECRET);
    expect((await client.caseAccess.list({ personId })).named).toMatchObject([{ name: 'Amal' }]);
    await asAmal();
    expect((await client.notes.get({ id })).versions[0]?.text).toBe(SECRET);
  });

  test('bytes moved to another note, or touched, are noticed', async () => {
    const { client, folder, personId, asGiulia } = await theDesk();
    const one = await client.notes.save({ personId, note: aNote });
    const two = await client.notes.save({ personId, note: { ...aNote, text: 'Altra nota.' } });
    await client.vault.lock({});
    const keys = await keysOf(folder, { name: 'amal', passphrase: amals });
    const db = openDatabase(databasePath(folder), keys?.general ?? Buffer.alloc(0));
    db.prepare(
      `UPDATE protected_note_version SET sealed =
        (SELECT sealed FROM protected_note_version WHERE note_id = ?) WHERE note_id = ?`,
    ).run([one.id, two.id]);
    db.close();
    await asGiulia();
    await expect(client.notes.get({ id: two.id })).rejects.toMatchObject({
      code: 'register_damaged',
    });
    await expect(client.notes.get({ id: one.id })).resolves.toBeDefined();
  });

  test('refuse what is no note, and keep hostile text as it is', async () => {
    const { client, core, personId } = await theDesk();
    for (const wrong of [
      { ...aNote, text: '' },
      { ...aNote, text: '   \n ' },
      { ...aNote, text: 'x'.repeat(20_001) },
      { ...aNote, kind: 'gossip' },
      { ...aNote, notedOn: '2026-02-30' },
    ]) {
      const answer = await core.dispatch('notes.save', { personId, note: wrong });
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    }
    const longest = '€'.repeat(20_000);
    const hostile = `<img src=x onerror=alert(1)> '); DROP TABLE person; -- \u202e {{name}}`;
    for (const text of [longest, hostile]) {
      const { id } = await client.notes.save({ personId, note: { ...aNote, text } });
      const [version] = (await client.notes.get({ id })).versions;
      expect(version?.text).toBe(text.replace('\u202e', ' '));
    }
  });
});

/** Inputs for every procedure that takes an id, with the person's own ids in them. */
async function theirIds(client: Awaited<ReturnType<typeof theDesk>>['client'], personId: string) {
  const { id: workerId } = (await client.vault.session({})).user;
  const { id: organisationId } = await client.organisations.save(anOffice());
  const consent = await client.consents.give({
    personId,
    details: aReferralConsent(organisationId),
  });
  const plan = await client.plans.start({ personId });
  const letter = await issueLetter(client, { personId, details: aLetter(organisationId) });
  const note = await client.notes.save({ personId, note: aNote });
  const service = await client.services.save({ personId, details: aService(workerId) });
  const details = anAppointment({ personIds: [personId], about: 'Con Zorbulon' });
  await client.appointments.save({ details });
  return [
    ['people.get', { id: personId }],
    ['caseFiles.close', { personId, closedOn: '2026-11-21', reason: 'movedAway' }],
    ['consents.list', { personId }],
    ['consents.withdraw', { id: consent.id }],
    ['plans.list', { personId }],
    ['plans.get', { id: plan.id }],
    ['documents.plan', { planId: plan.id }],
    ['documents.letter', { letterId: letter.id }],
    ['referrals.list', { personId }],
    ['referrals.get', { id: letter.referralId }],
    ['services.list', { personId }],
    ['services.get', { id: service.id }],
    ['diary.list', { personId }],
    ['deadlines.list', { personId }],
    ['lostContacts.list', { personIds: [personId] }],
    ['attachments.list', { personId }],
    ['notes.list', { personId }],
    ['notes.get', { id: note.id }],
    ['caseAccess.list', { personId }],
  ] as const;
}

const lists: [string, unknown][] = [
  ['people.list', {}],
  ['people.list', { showClosed: true, query: '' }],
  ['people.list', { query: 'Zorbulon' }],
  ['people.list', { query: 'Nadifa' }],
  ['today.get', {}],
  ['referrals.list', {}],
  ['referrals.list', { showClosed: true }],
  ['lostContacts.list', {}],
  ['appointments.list', { from: '2026-11-01', to: '2026-12-12' }],
  ['drafts.list', {}],
];

describe('a restricted case', () => {
  test('is refused by every call that names anything of it, and mentioned in no list', async () => {
    const { client, core, personId, asAmal } = await theDesk();
    await client.people.create(aPerson());
    const calls = await theirIds(client, personId);
    const { items } = await client.people.list({ query: 'Zorbulon' });
    const caseNumber = items[0]?.caseNumber ?? '';
    await client.caseAccess.save({ personId, isRestricted: true });
    await asAmal();
    for (const [name, input] of calls) {
      expect(await core.dispatch(name, input), name).toEqual({
        ok: false,
        error: { code: 'case_restricted' },
      });
    }
    for (const [name, input] of [...lists, ['people.list', { query: caseNumber }] as const]) {
      const answer = await core.dispatch(name, input);
      expect(answer, `${name} ${JSON.stringify(answer)}`).toMatchObject({ ok: true });
      const text = JSON.stringify(answer);
      expect(text).not.toContain(personId);
      expect(text).not.toContain('Zorbulon');
      expect(text).not.toContain(caseNumber);
    }
    // Not even as one more: neither in a total nor in the number of open files.
    expect((await client.people.list({ query: 'Zorbulon' })).total).toBe(0);
    expect((await client.people.list({})).total).toBe(1);
    expect((await client.today.get({})).openFiles).toBe(1);
  });

  test('is seen by those who are named on it, and by coordinators', async () => {
    const { client, personId, amal, asAmal, asGiulia, asOmar } = await theDesk();
    await client.caseAccess.save({ personId, isRestricted: true });
    await client.caseAccess.grant({ personId, userId: amal });
    for (const enter of [asAmal, asGiulia]) {
      await enter();
      expect((await client.people.list({ query: 'Zorbulon' })).items).toHaveLength(1);
      expect((await client.people.get({ id: personId })).id).toBe(personId);
    }
    await asOmar();
    await expect(client.people.get({ id: personId })).rejects.toMatchObject({
      code: 'case_restricted',
    });
  });

  test('can be opened to everybody again', async () => {
    const { client, personId, asAmal } = await theDesk();
    await client.caseAccess.save({ personId, isRestricted: true });
    await client.caseAccess.save({ personId, isRestricted: false });
    await asAmal();
    await expect(client.people.get({ id: personId })).resolves.toBeDefined();
  });

  test('does not keep others from working: numbers, letters and new people as always', async () => {
    const { client, personId, asAmal } = await theDesk();
    const { id: organisationId } = await client.organisations.save(anOffice());
    await client.consents.give({ personId, details: aReferralConsent(organisationId) });
    await issueLetter(client, { personId, details: aLetter(organisationId) });
    await client.caseAccess.save({ personId, isRestricted: true });
    await asAmal();
    const { id } = await client.people.create(aPerson());
    await client.consents.give({ personId: id, details: aReferralConsent(organisationId) });
    const letter = await issueLetter(client, { personId: id, details: aLetter(organisationId) });
    expect(letter.protocol).toMatch(/2/);
    const { revision, details } = await client.people.get({ id });
    await client.people.update({ id, revision, details });
    expect((await client.people.list({})).items).toHaveLength(1);
  });

  test('is counted in reports, which are about nobody', async () => {
    const { client, folder, personId } = await theDesk();
    await client.caseAccess.save({ personId, isRestricted: true });
    await client.users.add({ name: 'Rita', role: 'reporter', passphrase: 'frase di rita lunga' });
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'rita', passphrase: 'frase di rita lunga' });
    await expect(client.people.get({ id: personId })).rejects.toMatchObject({
      code: 'role_missing',
    });
  });
});
