import { describe, expect, test } from 'vitest';
import type { InputOf, VaultContract } from '#api/contract.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { aName, anOffice, aPerson, aReferralConsent } from '../support/factories.ts';
import {
  benchPassphrase,
  makeLargeRegister,
  openRegisterDatabase,
} from '../support/large-register.ts';
import { openCore, startCore, testPassphrase } from '../support/open-core.ts';

type Test = Awaited<ReturnType<typeof openCore>>;

const register = async ({ client }: Test, given: string, family: string, more = {}) =>
  (await client.people.create(aPerson({ names: [aName(given, family)], ...more }))).id;

type Similar = InputOf<VaultContract, 'people.findSimilar'>;

const newcomer = (more: Partial<Similar> = {}): Similar => ({
  names: [aName('Amina', 'Warsame')],
  sex: 'unknown',
  nationalities: [],
  ...more,
});

describe('somebody who may be in the register already', () => {
  test('is named with the reasons, in whatever script', async () => {
    const t = await openCore();
    await register(t, 'Mohamed', 'Rahimi', {
      birth: { year: 1990, month: 4, day: 7, certainty: 'documented' },
      sex: 'male',
      nationalities: ['AFG'],
      contact: { kind: 'phone', value: '+39 350 123 4567', safe: true },
    });
    const { items } = await t.client.people.findSimilar(
      newcomer({
        names: [aName('محمد', 'رحیمی')],
        birth: { year: 1990, month: 7, day: 4, certainty: 'declared' },
        sex: 'male',
        phone: '350 1234567',
      }),
    );
    expect(items).toMatchObject([
      {
        person: { listedName: 'Rahimi Mohamed' },
        level: 'sure',
        reasons: ['nameSpelling', 'birthSwapped', 'phone'],
      },
    ]);
  });

  test('is not somebody of the same name born in another year', async () => {
    const t = await openCore();
    await register(t, 'Amina', 'Warsame', {
      birth: { year: 1971, month: 5, day: 2, certainty: 'documented' },
    });
    const birth = { year: 1994, month: 3, day: 8, certainty: 'documented' } as const;
    expect((await t.client.people.findSimilar(newcomer({ birth }))).items).toEqual([]);
    expect((await t.client.people.findSimilar(newcomer())).items).toHaveLength(1);
  });

  test('is found by the fiscal code under another name, and never by the first of January', async () => {
    const t = await openCore();
    await register(t, 'Hodan', 'Farah', {
      fiscalCode: 'FRHHDN94C48Z345X',
      birth: { year: 1994, month: 1, day: 1, certainty: 'assigned' },
    });
    const fiscalCode = 'frhhdn94c48z345x';
    const byCode = await t.client.people.findSimilar(newcomer({ fiscalCode }));
    expect(byCode.items).toMatchObject([{ reasons: ['identity'] }]);
    const birth = { year: 1994, month: 1, day: 1, certainty: 'assigned' } as const;
    expect((await t.client.people.findSimilar(newcomer({ birth }))).items).toEqual([]);
  });

  test('is asked for with half a name without harm', async () => {
    const t = await openCore();
    await register(t, 'Amina', 'Warsame');
    for (const names of [[], [aName('', 'W')], [aName('<b>"*', "';--")]]) {
      expect(await t.client.people.findSimilar(newcomer({ names }))).toEqual({ items: [] });
    }
  });
});

describe('possible duplicates', () => {
  test('are listed until somebody says that they are two people', async () => {
    const t = await openCore();
    const a = await register(t, 'Mohamed', 'Rahimi');
    const b = await register(t, 'محمد', 'رحیمی');
    await register(t, 'Mohamed', 'Karimi');
    await register(t, 'Zahra', 'Rahimi');
    const { items } = await t.client.duplicates.list({});
    expect(t.events).toContainEqual({
      name: 'progress',
      payload: { task: 'duplicates', done: 400, total: 1000 },
    });
    expect(items).toHaveLength(1);
    expect([items[0]?.a.id, items[0]?.b.id].sort()).toEqual([a, b].sort());
    await t.client.duplicates.dismiss({ personId: b, otherId: a });
    expect((await t.client.duplicates.list({})).items).toEqual([]);
    await t.client.duplicates.dismiss({ personId: a, otherId: b });
  });

  test('can be stopped at any point, and tell what was found by then', async () => {
    const t = await openCore();
    await register(t, 'Mohamed', 'Rahimi');
    await register(t, 'محمد', 'رحیمی');
    const all = await t.client.duplicates.list({});
    expect(all).toMatchObject({ isStopped: false, isCutShort: false });
    const whileReading = t.client.duplicates.list({});
    await t.client.duplicates.stop({});
    expect(await whileReading).toEqual({ ...all, items: [], isStopped: true });
    // Whoever asks again ends the first asking; and stopping what does not run is no fault.
    const [first, second] = await Promise.all([
      t.client.duplicates.list({}),
      t.client.duplicates.list({}),
    ]);
    expect([first.isStopped, second]).toEqual([true, all]);
    await t.client.duplicates.stop({});
    expect(await t.client.duplicates.list({})).toEqual(all);
  });

  test('of thousands can be stopped half way, with what was found by then', async () => {
    const t = await startCore({ folder: await makeLargeRegister(2_500) });
    await t.client.vault.unlock({ folder: t.folder, passphrase: benchPassphrase });
    const told: number[] = [];
    t.onEvent(({ name, payload }) => {
      if (name !== 'progress') return;
      told.push(payload.done);
      if (payload.done > 450) void t.client.duplicates.stop({});
    });
    const some = await t.client.duplicates.list({});
    expect(some.isStopped).toBe(true);
    expect(some.items.length).toBeGreaterThan(0);
    const stoppedAt = Math.max(...told);
    expect(stoppedAt).toBeLessThan(900);
    t.onEvent(({ payload }) => 'done' in payload && told.push(payload.done));
    expect((await t.client.duplicates.list({})).isStopped).toBe(false);
    expect(Math.max(...told)).toBeGreaterThan(stoppedAt);
  });

  test('do not show a restricted case to who is not named on it', async () => {
    const t = await openCore();
    const passphrase = 'altra frase per altra persona';
    const personId = await register(t, 'Mohamed', 'Rahimi');
    await register(t, 'محمد', 'رحیمی');
    await t.client.caseAccess.save({ personId, isRestricted: true });
    await t.client.users.add({ name: 'Altra', role: 'mediator', passphrase });
    await t.client.vault.lock({});
    await t.client.vault.unlock({ folder: t.folder, passphrase, name: 'Altra' });
    expect((await t.client.duplicates.list({})).items).toEqual([]);
    expect((await t.client.people.list({ query: 'mohamed rahimi' })).items).toHaveLength(1);
    const similar = await t.client.people.findSimilar(
      newcomer({ names: [aName('Mohamed', 'Rahimi')] }),
    );
    expect(similar.items.map((item) => item.person.id)).not.toContain(personId);
    const { core } = t;
    expect(
      await core.dispatch('duplicates.dismiss', { personId, otherId: personId }),
    ).toMatchObject({ error: { code: 'case_restricted' } });
  });
});

/** Every row of the register but what is computed from others or only added to. */
async function rowsOf(t: Test): Promise<Record<string, unknown[]>> {
  await t.client.vault.lock({});
  const { sqlite } = await openRegisterDatabase(t.folder, testPassphrase);
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
    .all<{ name: string }>()
    .map((row) => row.name)
    .filter(
      (name) =>
        !/^(person_search|sqlite_|audit_|name_word|person_word|person_line|user$|door)/.test(name),
    );
  const rows = Object.fromEntries(
    tables.map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all()]),
  );
  sqlite.close();
  await t.client.vault.unlock({ folder: t.folder, passphrase: testPassphrase });
  return rows;
}

/** Two records of one person, with work in both. */
async function twoRecords(t: Test) {
  const { client } = t;
  const keptId = await register(t, 'Mohamed', 'Rahimi', {
    contact: { kind: 'phone', value: '350 1111111', safe: true },
    legalStatus: 'refugee',
  });
  t.setToday('2026-11-22');
  const mergedId = await register(t, 'محمد', 'رحیمی', {
    contact: { kind: 'phone', value: '350 2222222', safe: false },
    note: 'Sentito per telefono.',
  });
  const organisation = await client.organisations.save(anOffice());
  for (const personId of [keptId, mergedId]) {
    await client.assessments.record({ personId, score: { domain: 'LEG', level: 2 } });
    const { id } = await client.plans.start({ personId });
    const { revision, details } = await client.plans.get({ id });
    const goals = [
      {
        domain: 'LNG',
        statement: 'Frequentare il corso A1',
        actions: [{ what: 'Iscrizione', responsible: 'operator' as const, state: 'toDo' as const }],
      },
    ];
    await client.plans.save({
      id,
      revision,
      details: {
        ...details,
        operator: 'Giulia',
        priorities: ['Lingua'],
        goals,
        rightsExplained: ['work'],
      },
    });
    await client.plans.sign({ id, signedOn: '2026-11-22' });
    const details2 = aReferralConsent(organisation.id, { givenOn: '2026-11-21' });
    await client.consents.give({ personId, details: details2 });
  }
  await client.identityDocuments.save({
    personId: mergedId,
    details: {
      type: 'passport',
      state: 'issued',
      number: 'P00123',
      expiry: 'unknown',
      seen: 'copy',
    },
  });
  await client.duplicates.dismiss({ personId: keptId, otherId: mergedId });
  return { keptId, mergedId };
}

async function merge(t: Test, keptId: string, mergedId: string, more: Partial<PersonDetails> = {}) {
  const [kept, merged] = await Promise.all([
    t.client.people.get({ id: keptId }),
    t.client.people.get({ id: mergedId }),
  ]);
  const { contact: _, legalStatus: __, reception: ___, address: ____, ...own } = kept.details;
  return t.client.merges.create({
    keptId,
    keptRevision: kept.revision,
    mergedId,
    mergedRevision: merged.revision,
    details: { ...own, names: [...own.names, ...merged.details.names], ...more },
  });
}

/** Where a table refers to a person, and what a merge does with it: written a second time on purpose. */
const STAY = 'case_file not_same_person person_merge';
const ANEW = 'person_name person_nationality person_language person_line person_word';
const SEALED = 'protected_case protected_note protected_note_version';

describe('a merge', () => {
  test('takes every row of both histories to the kept person, and can be undone exactly', async () => {
    const t = await openCore();
    const { keptId, mergedId } = await twoRecords(t);
    const before = await rowsOf(t);
    const { id } = await merge(t, keptId, mergedId);
    const between = await rowsOf(t);
    const left = JSON.stringify({ ...between, person_merge: [] });
    expect(left).not.toContain(mergedId);
    for (const table of ['need', 'plan', 'consent', 'person_contact', 'identity_document']) {
      expect(between[table]?.length, table).toBe(before[table]?.length);
    }
    expect(await t.client.people.get({ id: mergedId }).catch((error) => error.code)).toBe(
      'not_found',
    );
    expect((await t.client.plans.list({ personId: keptId })).items).toHaveLength(2);
    expect((await t.client.merges.list({})).items).toMatchObject([
      { id, keptId, keptName: 'Rahimi Mohamed', mergedName: 'رحیمی محمد' },
    ]);

    expect(await t.client.merges.undo({ id })).toEqual({ keptId, mergedId, keptWasChanged: false });
    const after = await rowsOf(t);
    const sorted = (rows: Record<string, unknown[]>) =>
      Object.fromEntries(
        Object.entries(rows).map(([table, list]) => [
          table,
          list
            .map((row) => {
              // The kept record counts one change more, so that no other window overwrites it unseen.
              const { revision: _, ...cells } = row as Record<string, unknown>;
              return JSON.stringify(table === 'person' ? cells : row);
            })
            .sort(),
        ]),
      );
    expect(sorted(after)).toEqual(sorted(before));
    expect((await t.client.people.list({ query: 'P00123' })).items[0]?.id).toBe(mergedId);
  }, 30_000);

  test('knows of every table that refers to a person', async () => {
    const t = await openCore();
    await t.client.vault.lock({});
    const { kysely, sqlite } = await openRegisterDatabase(t.folder, testPassphrase);
    const { referencesTo } = await import('#core/duplicates/move-rows.ts');
    const found = new Set((await referencesTo(kysely, 'person')).map(({ table }) => table));
    const written = sqlite
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%REFERENCES person (%'",
      )
      .all<{ name: string }>();
    await kysely.destroy();
    expect([...found].sort()).toEqual(written.map((row) => row.name).sort());
    const special = `${STAY} ${ANEW} ${SEALED}`.split(' ');
    expect(special.filter((table) => !found.has(table))).toEqual([]);
  });

  test('keeps the other case number findable, the longer history, and one contact to try first', async () => {
    const t = await openCore();
    const { keptId, mergedId } = await twoRecords(t);
    const { caseFile } = await t.client.people.get({ id: mergedId });
    await t.client.caseFiles.close({
      personId: keptId,
      closedOn: '2026-11-22',
      reason: 'movedAway',
    });
    await merge(t, keptId, mergedId);
    const { items } = await t.client.people.list({ query: caseFile.number });
    expect(items).toMatchObject([{ id: keptId, matchedBy: 'caseNumber', isOpen: true }]);
    expect((await t.client.people.list({ query: '350 2222222' })).items).toHaveLength(1);
    const contacts = await t.client.personContacts.list({ personId: keptId });
    expect(contacts.items.filter((one) => one.details.isPreferred)).toHaveLength(1);
    expect((await t.client.people.get({ id: keptId })).caseFile.openedOn).toBe('2026-11-21');
  });

  test('undone after more work leaves that work and the new details with the kept person', async () => {
    const t = await openCore();
    const { keptId, mergedId } = await twoRecords(t);
    const { id } = await merge(t, keptId, mergedId);
    await t.client.assessments.record({ personId: keptId, score: { domain: 'HOU', level: 1 } });
    const { revision, details } = await t.client.people.get({ id: keptId });
    await t.client.people.update({ id: keptId, revision, details: { ...details, pronoun: 'lui' } });
    expect(await t.client.merges.undo({ id })).toMatchObject({ keptWasChanged: true });
    expect((await t.client.people.get({ id: keptId })).details.pronoun).toBe('lui');
    expect((await t.client.people.get({ id: mergedId })).details.note).toBe(
      'Sentito per telefono.',
    );
  });

  test('is refused with oneself, when somebody changed a record meanwhile, and with protected notes', async () => {
    const t = await openCore();
    const { keptId, mergedId } = await twoRecords(t);
    await expect(merge(t, keptId, keptId)).rejects.toMatchObject({ code: 'merge_with_self' });
    const { details } = await t.client.people.get({ id: mergedId });
    const stale = { keptId, keptRevision: 1, mergedId, mergedRevision: 99, details };
    await expect(t.client.merges.create(stale)).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
    await t.client.caseAccess.save({ personId: mergedId, isRestricted: false });
    await expect(merge(t, keptId, mergedId)).rejects.toMatchObject({ code: 'merge_protected' });
    expect((await t.client.merges.list({})).items).toEqual([]);
    await expect(t.client.merges.undo({ id: keptId })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('of three records is undone from the last one back', async () => {
    const t = await openCore();
    const { keptId, mergedId } = await twoRecords(t);
    const third = await register(t, 'Mohamad', 'Raheemi');
    const first = await merge(t, keptId, mergedId);
    const second = await merge(t, keptId, third);
    await expect(t.client.merges.undo(first)).rejects.toMatchObject({ code: 'merge_not_last' });
    await t.client.merges.undo(second);
    await t.client.merges.undo(first);
    expect((await t.client.people.list({})).total).toBe(3);
  });
});
