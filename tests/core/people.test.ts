import { describe, expect, test } from 'vitest';
import { nameKinds } from '#domain/names/person-name.ts';
import { aName, aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';

type Test = Awaited<ReturnType<typeof openCore>>;

async function register({ client }: Test, given: string, family: string, more = {}) {
  return client.people.create(aPerson({ names: [aName(given, family)], ...more }));
}

async function found({ client }: Test, query: string): Promise<string[]> {
  const { items } = await client.people.list({ query });
  return items.map((item) => item.listedName);
}

describe('registering a person', () => {
  test('opens a case file with a number that says nothing', async () => {
    const t = await openCore();
    const { caseNumber, id } = await register(t, 'Amina', 'Warsame');
    expect(caseNumber).toMatch(/^PRV-2026-[0-9A-HJKMNP-TV-Z]{5}$/);
    const person = await t.client.people.get({ id });
    expect(person).toMatchObject({
      revision: 1,
      changedBy: 'Giulia Ferraris',
      caseFile: { number: caseNumber, openedOn: '2026-11-21' },
    });
    expect(t.events).toContainEqual({ name: 'data.changed', payload: { feature: 'people' } });
  });

  test('keeps everything that was entered', async () => {
    const t = await openCore();
    const details = aPerson({
      names: [
        aName('Zahra', 'Rahimi'),
        aName('زهرا', 'رحیمی', { kind: 'used', transliteration: 'Zahra Rahimi' }),
      ],
      birth: { year: 1994, certainty: 'estimated' },
      gender: 'donna',
      nationalities: ['AFG', 'XXA'],
      languages: [
        { language: 'prs', level: 'native', needsInterpreter: true },
        {
          language: 'ita',
          level: 'basic',
          needsInterpreter: false,
          cefr: { level: 'A2', source: 'test' },
        },
      ],
      enteredItaly: { year: 2021, month: 9, certainty: 'declared' },
      contact: { kind: 'phone', value: '+39 333 1234567', safe: false },
      legalStatus: 'subsidiary',
      reception: { type: 'saiOrdinary', exitOn: '2026-05-31' },
      address: 'via Bologna 49, Torino',
      note: 'Preferisce il pomeriggio.\nNon il venerdì.',
    });
    const { id } = await t.client.people.create(details);
    expect((await t.client.people.get({ id })).details).toEqual(details);
  });

  test('bears names of every kind, and is found by each', async () => {
    const t = await openCore();
    // Nothing alike: no name may be found by way of another.
    const given = ['Ofelia', 'Bakary', 'Zdenka', 'Quirino', 'Hodan', 'Wenceslao', 'Tirunesh'];
    const names = nameKinds.map((kind, index) =>
      aName(given[index] ?? '', [...(given[index] ?? '')].reverse().join(''), { kind }),
    );
    const { id } = await t.client.people.create(aPerson({ names }));
    expect((await t.client.people.get({ id })).details.names).toEqual(names);
    for (const { given, family } of names) {
      const query = `${given} ${family}`;
      const { items } = await t.client.people.list({ query, limit: 5 });
      expect(items.map((item) => item.id)).toEqual([id]);
    }
  });

  test('needs a name and nothing else', async () => {
    const t = await openCore();
    const bare = { names: [aName('Amina', '')], sex: 'unknown', nationalities: [], languages: [] };
    expect(await t.core.dispatch('people.create', bare)).toMatchObject({ ok: true });
    expect(await t.core.dispatch('people.create', { ...bare, names: [] })).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });

  test('refuses codes that no list has', async () => {
    const t = await openCore();
    for (const wrong of [
      { nationalities: ['QQQ'] },
      { legalStatus: 'wizard' },
      { languages: [{ language: 'qqq', level: 'good' as const, needsInterpreter: false }] },
    ]) {
      await expect(t.client.people.create(aPerson(wrong))).rejects.toMatchObject({
        code: 'unknown_code',
      });
    }
  });

  test('refuses texts over their limit and unknown fields', async () => {
    const { core } = await openCore();
    const long = aPerson({ names: [aName('A'.repeat(300), 'B')] });
    expect(await core.dispatch('people.create', long)).toMatchObject({ ok: false });
    const extra = { ...aPerson(), isAdmin: true };
    expect(await core.dispatch('people.create', extra)).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });
});

describe('changing a person', () => {
  test('replaces what was there and is found by the new name', async () => {
    const t = await openCore();
    const { id } = await register(t, 'Amina', 'Warsame');
    const details = aPerson({ names: [aName('Hodan', 'Farah')], legalStatus: undefined });
    await t.client.people.update({ id, revision: 1, details });
    expect(await found(t, 'Hodan')).toEqual(['Farah Hodan']);
    expect(await found(t, 'Amina')).toEqual([]);
  });

  test('is refused when somebody else changed it meanwhile', async () => {
    const t = await openCore();
    const { id } = await register(t, 'Amina', 'Warsame');
    await t.client.people.update({ id, revision: 1, details: aPerson({ address: 'via Nizza 1' }) });
    await expect(
      t.client.people.update({ id, revision: 1, details: aPerson({ address: 'via Cigna 2' }) }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect((await t.client.people.get({ id })).details.address).toBe('via Nizza 1');
  });
});

describe('finding a person', () => {
  test('by any spelling and script, with the reason', async () => {
    const t = await openCore();
    await register(t, 'Muhammad', 'Al-Hasan');
    await register(t, 'Olena', 'Kovalenko');
    for (const query of ['mohamed', 'Mehmet', 'محمد', 'alhasan', 'HASAN', 'muha']) {
      const hits = await found(t, query);
      expect(hits, query).toEqual(['Al-Hasan Muhammad']);
    }
    const { items } = await t.client.people.list({ query: 'mohamed' });
    expect(items[0]?.matchedBy).toBe('spelling');
  });

  test('in any order of the words, and with the letters as typed first', async () => {
    const t = await openCore();
    await register(t, 'Yousef', 'Haddad');
    await register(t, 'Yusuf', 'Warsame');
    expect(await found(t, 'haddad yusuf')).toEqual(['Haddad Yousef']);
    expect(await found(t, 'yusuf')).toEqual(['Warsame Yusuf', 'Haddad Yousef']);
  });

  test('by case number and by phone, however they are written', async () => {
    const t = await openCore();
    const { caseNumber } = await register(t, 'Amina', 'Warsame', {
      contact: { kind: 'phone', value: '+39 333 123 4567', safe: true },
    });
    for (const query of [
      caseNumber,
      caseNumber.toLowerCase().slice(-5),
      '333 1234567',
      '+39 333',
    ]) {
      expect(await found(t, query), query).toEqual(['Warsame Amina']);
    }
  });

  test('treats search operators as plain text', async () => {
    const t = await openCore();
    await register(t, 'Amina', 'Warsame');
    for (const query of ['"', '*', 'NEAR(', 'folded:', '-', "'; DROP TABLE person; --", 'a OR b']) {
      const result = await t.core.dispatch('people.list', { query });
      expect(result, query).toMatchObject({ ok: true });
    }
    expect(await found(t, 'amina')).toHaveLength(1);
  });

  test('lists everybody by name, in pages, closed files only when asked', async () => {
    const t = await openCore();
    await register(t, 'Zahra', 'Ähre');
    const { id } = await register(t, 'Amina', 'Warsame');
    await register(t, 'Bilal', 'butt');
    const all = await t.client.people.list({ limit: 2 });
    expect(all).toMatchObject({ total: 3 });
    expect(all.items.map((item) => item.listedName)).toEqual(['Ähre Zahra', 'butt Bilal']);
    await t.client.caseFiles.close({ personId: id, closedOn: '2026-11-21', reason: 'movedAway' });
    expect(await t.client.people.list({})).toMatchObject({ total: 2 });
    expect(await t.client.people.list({ showClosed: true })).toMatchObject({ total: 3 });
    expect(await found(t, 'Warsame')).toEqual([]);
    await t.client.caseFiles.reopen({ personId: id, reason: 'È tornata.' });
    expect(await found(t, 'Warsame')).toHaveLength(1);
  });
});
