import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { bringIndexUpToDate } from '#core/people/findable-people.ts';
import { listPeople } from '#core/people/queries.ts';
import { aName, aPerson } from '../support/factories.ts';
import { makeRegisterOf, openRegisterDatabase } from '../support/large-register.ts';
import { openCore } from '../support/open-core.ts';
import { measureSpellingRecall } from '../support/spelling-recall.ts';

type Test = Awaited<ReturnType<typeof openCore>>;

const register = ({ client }: Test, given: string, family: string, more = {}) =>
  client.people.create(aPerson({ names: [aName(given, family)], ...more }));

async function hits({ client }: Test, query: string) {
  const { items } = await client.people.list({ query });
  return items.map((item) => [item.listedName, item.matchedBy]);
}

describe('the reason of a hit', () => {
  test('says what of the person answers the query', async () => {
    const t = await openCore();
    const { caseNumber, id } = await register(t, 'Mohamed', 'Rahimi', {
      contact: { kind: 'phone', value: '+39 350 123 4567', safe: true },
      fiscalCode: 'RHMMMD90A01Z200X',
    });
    await t.client.identityDocuments.save({
      personId: id,
      details: {
        type: 'passport',
        state: 'issued',
        number: 'P 00-123',
        expiry: 'unknown',
        seen: 'copy',
      },
    });
    const why = {
      'mohamed rahimi': 'name',
      'rahimi moh': 'name',
      'Muhammad Raheemi': 'spelling',
      'محمد رحیمی': 'script',
      'Мохаммед Рахими': 'script',
      'mohamed rahidi': 'typo',
      'mohamed yusuf rahimi': 'part',
      '350 123 4567': 'phone',
      '0039350 1234567': 'phone',
      p00123: 'identity',
      rhmmmd90a01z200x: 'identity',
      [caseNumber]: 'caseNumber',
    };
    for (const [query, reason] of Object.entries(why)) {
      expect(await hits(t, query), query).toEqual([['Rahimi Mohamed', reason]]);
    }
  });

  test('puts the surer ones first', async () => {
    const t = await openCore();
    await register(t, 'Mehmet', 'Adem');
    await register(t, 'محمد', 'آدم');
    await register(t, 'Mohamed', 'Zaki');
    expect((await hits(t, 'mohamed')).map(([, reason]) => reason)).toEqual([
      'name',
      'spelling',
      'script',
    ]);
  });

  test('a slip is tried only when next to nobody is found, and never against a name that is known', async () => {
    const t = await openCore();
    await register(t, 'Mario', 'Lopes');
    await register(t, 'Maria', 'Lopes');
    expect(await hits(t, 'Mario Lopes')).toEqual([['Lopes Mario', 'name']]);
    await register(t, 'Warsame', 'Farah');
    expect(await hits(t, 'Wargame')).toEqual([['Farah Warsame', 'typo']]);
  });
});

test('bad input finds nobody and harms nothing', async () => {
  const t = await openCore();
  await register(t, 'Amina', 'Warsame');
  for (const query of [
    '<b>Amina</b>x',
    '\u200e\u200b',
    '🙂',
    'a'.repeat(200),
    '١٢٣٤٥',
    'words : "x" OR',
    '°°',
    '%',
  ]) {
    expect(await t.core.dispatch('people.list', { query }), query).toMatchObject({ ok: true });
  }
  expect(await t.core.dispatch('people.list', { query: 'a'.repeat(10_000) })).toMatchObject({
    error: { code: 'invalid_input' },
  });
  expect(await hits(t, '\u200eAmina\u200f')).toEqual([['Warsame Amina', 'name']]);
});

describe('the index', () => {
  test('is filled again at the unlock after the reading of names has changed', async () => {
    const folder = await makeRegisterOf([
      aPerson({ names: [aName('Tesfay', 'Haile')] }),
      aPerson({ names: [aName('Olena', 'Kovalenko')] }),
    ]);
    const { kysely, sqlite } = await openRegisterDatabase(folder);
    try {
      const found = async (query: string) =>
        (await listPeople(kysely, { query, showClosed: false, offset: 0, limit: 9 })).total;
      expect(await found('ተስፋይ')).toBe(1);
      sqlite.exec(
        'DELETE FROM person_search; DELETE FROM person_word; UPDATE search_index SET version = 0;',
      );
      expect(await found('ተስፋይ')).toBe(0);
      await bringIndexUpToDate(kysely);
      expect(await found('ተስፋይ')).toBe(1);
      expect(await found('Коваленко')).toBe(1);
      const before = sqlite.prepare('SELECT count(*) AS n FROM name_word_key').all();
      await bringIndexUpToDate(kysely);
      expect(sqlite.prepare('SELECT count(*) AS n FROM name_word_key').all()).toEqual(before);
    } finally {
      await kysely.destroy();
      await rm(folder, { recursive: true });
    }
  });

  test('keeps nothing of somebody who is gone, but what others share with them', async () => {
    const folder = await makeRegisterOf([
      aPerson({ names: [aName('Quisqualia', 'Haile')] }),
      aPerson({ names: [aName('Olena', 'Haile')] }),
    ]);
    const { kysely, sqlite } = await openRegisterDatabase(folder);
    try {
      sqlite.exec(
        "DELETE FROM person WHERE id = (SELECT person_id FROM person_name WHERE given = 'Quisqualia')",
      );
      const words = sqlite
        .prepare('SELECT word FROM name_word ORDER BY word')
        .all<{ word: string }>();
      expect(words.map((row) => row.word)).toEqual(['haile', 'olena']);
      const left = sqlite
        .prepare("SELECT rowid FROM person_search WHERE person_search MATCH 'quisqualia'")
        .all();
      expect(left).toEqual([]);
      expect(sqlite.prepare('SELECT count(*) AS n FROM name_word_key').all()).not.toEqual([
        { n: 0 },
      ]);
    } finally {
      await kysely.destroy();
      await rm(folder, { recursive: true });
    }
  });
});

test('nearly everybody is among the first five, however their name is spelt', {
  timeout: 60_000,
}, async () => {
  const { found, folder } = await measureSpellingRecall(1000);
  await rm(folder, { recursive: true });
  expect(found.missed.length / found.questions).toBeLessThan(0.03);
  expect(found.heldOutMissed.length / found.heldOut).toBeLessThan(0.15);
  expect(found.mistaken.length / found.traps).toBeLessThan(0.02);
});
