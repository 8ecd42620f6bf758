import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { listColumnKeys, sortKeys } from '#domain/lists/list-column.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { type OpenCore, openCore, testPassphrase } from '../../support/open-core.ts';
import { aTie } from '../../support/record-factories.ts';
import { registerOfFive } from './register-of-five.ts';

const amals = 'frase di amal per entrare';

/** Giulia coordinates, Amal is a volunteer. */
async function withAmal<T extends OpenCore>(desk: T) {
  const { client, folder } = desk;
  const { id: amal } = await client.users.add({
    name: 'Amal',
    role: 'volunteer',
    passphrase: amals,
  });
  const open = async (name: string, passphrase: string) => {
    await client.vault.lock({});
    await client.vault.unlock({ folder, name, passphrase });
  };
  return {
    ...desk,
    amal,
    asAmal: () => open('amal', amals),
    asGiulia: () => open('giulia', testPassphrase),
  };
}

const namesOf = ({ items }: { items: { listedName: string }[] }) =>
  items.map(({ listedName }) => listedName.replace('Prova ', ''));

describe('a list of people', () => {
  test('shows every column it is asked for, and of nobody more than is known', async () => {
    const { client, ids } = await registerOfFive();
    const both = { field: 'caseState' as const, values: ['open', 'closed'] };
    const { items } = await client.people.list({
      columns: listColumnKeys.slice(0, 12),
      conditions: [both],
    });
    const rest = await client.people.list({
      columns: listColumnKeys.slice(12),
      conditions: [both],
    });
    const cells = (id: string) => ({
      ...items.find((item) => item.id === id)?.cells,
      ...rest.items.find((item) => item.id === id)?.cells,
    });
    expect(cells(ids.Ada)).toEqual({
      birth: { year: 1990, month: 5, day: 4, certainty: 'documented' },
      age: { year: 1990, month: 5, day: 4, certainty: 'documented' },
      sex: 'female',
      nationality: 'SOM',
      languages: ['som'],
      interpreter: ['som'],
      legalStatus: 'refugee',
      permitState: 'issued',
      permitExpiry: '2026-12-10',
      place: 'via Melozzo 1, Forlì',
      contact: { value: '+39 333 1112223', isSafe: true },
      specificNeeds: ['CR-AF'],
      planReview: '2026-11-30',
      lastContact: '2026-11-20',
      daysSilent: 1,
      caseNumber: expect.stringMatching(/^PRV-2026-/),
      worker: 'Giulia Ferraris',
      openedOn: '2026-01-10',
      state: 'open',
    });
    expect(cells(ids.Cloe)).toMatchObject({
      contact: { isSafe: false },
      permitState: 'expired',
      italianLevel: 'A2',
    });
    expect(cells(ids.Bashir)).not.toHaveProperty('italianLevel');
    expect(cells(ids.Cloe)).not.toHaveProperty('reception');
    expect(cells(ids.Bashir)).toMatchObject({ openNeeds: ['HOU'], reception: 'saiOrdinary' });
    expect(cells(ids.Emre)).toMatchObject({ state: 'closed', closedOn: '2026-03-01' });
  });

  test('is sorted by any column, with what is not known at the end, page by page', async () => {
    const { client } = await registerOfFive();
    const sorted = async (by: (typeof sortKeys)[number], descending = false) =>
      namesOf(await client.people.list({ sort: { by, descending } }));
    for (const by of sortKeys) expect(await sorted(by), by).toHaveLength(4);
    expect(await sorted('name', true)).toEqual(['Dan', 'Cloe', 'Bashir', 'Ada']);
    expect(await sorted('birth')).toEqual(['Cloe', 'Ada', 'Bashir', 'Dan']);
    expect(await sorted('age')).toEqual(['Dan', 'Bashir', 'Ada', 'Cloe']);
    expect(await sorted('permitExpiry')).toEqual(['Cloe', 'Ada', 'Bashir', 'Dan']);
    expect(await sorted('permitExpiry', true)).toEqual(['Ada', 'Cloe', 'Bashir', 'Dan']);
    expect(await sorted('openedOn')).toEqual(['Ada', 'Bashir', 'Cloe', 'Dan']);
    const paged = { sort: { by: 'birth' as const }, limit: 2 };
    const pages = [
      { ...paged, offset: 0 },
      { ...paged, offset: 2 },
    ];
    const both = [];
    for (const page of pages) both.push(...namesOf(await client.people.list(page)));
    expect(both).toEqual(['Cloe', 'Ada', 'Bashir', 'Dan']);
  });

  test('sorts codes by what they are called in the language of the page', async () => {
    const { client } = await registerOfFive();
    // "Rifugiato", "Sussidiaria", "Minore…" and "Refugee", "Subsidiary…", "Unaccompanied…".
    const sorted = async (language: 'it' | 'en') =>
      namesOf(await client.people.list({ sort: { by: 'legalStatus' }, language }));
    const labels = { it: await sorted('it'), en: await sorted('en') };
    expect(labels.it.at(-1)).toBe('Dan');
    expect(labels.en).toEqual(['Ada', 'Cloe', 'Bashir', 'Dan']);
    expect(labels.it.indexOf('Bashir')).toBeLessThan(labels.it.indexOf('Ada'));
  });

  test('sorts levels of Italian by what they mean and not by how they are called', async () => {
    const { client } = await openCore();
    for (const level of ['C2', 'preA1', 'A1'] as const) {
      const language = { language: 'ita', level: 'basic' as const, needsInterpreter: false };
      const languages = [{ ...language, cefr: { level, source: 'test' as const } }];
      await client.people.create(aPerson({ names: [aName(level, 'Prova')], languages }));
    }
    const sort = { by: 'italianLevel' as const };
    expect(namesOf(await client.people.list({ sort }))).toEqual(['preA1', 'A1', 'C2']);
  });

  test('takes what is typed into a condition as a value and never as SQL', async () => {
    const { client, core, failures } = await registerOfFive();
    const hostile = [
      "' OR 1=1 --",
      '"; DROP TABLE person; --',
      '%',
      '_%',
      '\\',
      '<b>x</b>',
      "Forlì' OR 'a'='a",
    ];
    for (const text of hostile) {
      const answer = await core.dispatch('people.list', { conditions: [{ field: 'place', text }] });
      const found = text === '%' ? 1 : 0;
      expect(answer, text).toMatchObject({ ok: true, data: { total: found } });
      for (const field of ['nationality', 'worker', 'permitState', 'plan', 'service']) {
        const input = { conditions: [{ field, values: [text] }] };
        expect(await core.dispatch('people.list', input), `${field} ${text}`).toMatchObject({
          error: { code: 'invalid_input' },
        });
      }
    }
    expect(failures).toEqual([]);
    expect((await client.people.list({})).total).toBe(4);
  });

  test('refuses what is too much or says nothing', async () => {
    const { core } = await openCore();
    const wrong = [
      [{ field: 'place', text: 'x'.repeat(10_000) }],
      [{ field: 'place', text: ' \u202e\t' }],
      [{ field: 'age' }],
      [{ field: 'age', from: 30, to: 20 }],
      [{ field: 'openedOn', from: '2099-01-02', to: '2099-01-01' }],
      [{ field: 'openedOn', from: '2026-01-01', lastDays: 3 }],
      [{ field: 'openedOn', from: '2026-02-30' }],
      [{ field: 'lostContact', forDays: 0 }],
      [{ field: 'permitExpiry', withinDays: 1e9 }],
      [{ field: 'sex', values: [] }],
      [{ field: 'sex', values: Array.from({ length: 61 }, () => 'male') }],
      [{ field: 'shoeSize', values: ['42'] }],
      [{ field: 'sex', values: ['male'], is: '<>' }],
      Array.from({ length: 21 }, () => ({ field: 'sex', values: ['male'] })),
    ];
    for (const conditions of wrong) {
      expect(
        await core.dispatch('people.list', { conditions }),
        JSON.stringify(conditions).slice(0, 80),
      ).toMatchObject({ error: { code: 'invalid_input' } });
    }
    for (const more of [
      { columns: ['birth', 'birth'] },
      { columns: ['note'] },
      { sort: { by: 'contact' } },
    ]) {
      expect(await core.dispatch('people.list', more)).toMatchObject({
        error: { code: 'invalid_input' },
      });
    }
  });
});

describe('what not everybody may see', () => {
  test('a restricted case is in no list, no total and no household of somebody not named on it', async () => {
    const { client, ids, asAmal } = await withAmal(await registerOfFive());
    await client.caseAccess.save({ personId: ids.Dan, isRestricted: true });
    const conditions = [{ field: 'minorsInHousehold' as const }];
    expect(namesOf(await client.people.list({ conditions }))).toEqual(['Ada', 'Cloe', 'Dan']);
    await asAmal();
    expect(await client.people.list({ conditions })).toMatchObject({ total: 0 });
    const columns = listColumnKeys.slice(0, 12);
    for (const more of [
      {},
      { sort: { by: 'age' as const } },
      { query: 'prova' },
      { showClosed: true },
    ]) {
      const list = await client.people.list({ columns, ...more });
      expect(namesOf(list)).not.toContain('Dan');
      expect(list.total).toBe('showClosed' in more ? 4 : 3);
    }
    expect(
      namesOf(await client.people.list({ conditions: [{ field: 'sex', values: ['male'] }] })),
    ).toEqual(['Bashir']);
  });

  test('a volunteer neither filters by a code of the restricted tier nor reads it in a column', async () => {
    const { client, core, asAmal } = await withAmal(await registerOfFive());
    await client.views.save({
      view: {
        name: 'Sopravvissuti',
        conditions: [{ field: 'specificNeed', values: ['CR-AF'] }],
        columns: [],
      },
      isShared: true,
    });
    await client.views.save({
      view: { name: 'Tutti', conditions: [], columns: ['age'] },
      isShared: true,
    });
    expect((await client.views.list({})).items).toHaveLength(2);
    await asAmal();
    expect((await client.views.list({})).items.map((view) => view.name)).toEqual(['Tutti']);
    for (const is of ['anyOf', 'noneOf']) {
      const conditions = [{ field: 'specificNeed', is, values: ['CR-CC', 'CR-AF'] }];
      expect(await core.dispatch('people.list', { conditions })).toEqual({
        ok: false,
        error: { code: 'role_missing' },
      });
    }
    const any = [{ field: 'specificNeed' as const, values: [] }];
    expect(namesOf(await client.people.list({ conditions: any }))).toEqual(['Dan']);
    const { items } = await client.people.list({ columns: ['specificNeeds'] });
    expect(JSON.stringify(items)).not.toContain('CR-AF');
    expect(JSON.stringify(items)).toContain('CR-CC');
  });
});

describe('saved views', () => {
  const view = {
    name: 'Chi scade',
    conditions: [{ field: 'permitExpiry' as const, withinDays: 30 }],
    columns: ['age' as const],
  };

  test('of the program hold people, and each of them can be shown', async () => {
    const { client } = await registerOfFive();
    const { shipped } = await client.views.list({});
    const found = new Map<string, string[]>();
    for (const { code, conditions, columns, sort } of shipped) {
      found.set(
        code,
        namesOf(await client.people.list({ conditions, columns, ...(sort ? { sort } : {}) })),
      );
    }
    expect(found.get('permits60')).toEqual(['Ada']);
    expect(found.get('permitsExpired')).toEqual(['Cloe']);
    expect(found.get('minorsAlone')).toEqual(['Bashir']);
    expect(found.get('planReview14')).toEqual(['Ada']);
    expect(found.get('mine')).toEqual(['Ada']);
    expect(found.get('silent90')).toEqual([]);
    expect(found.size).toBeGreaterThan(7);
  });

  test('are kept, changed, removed and brought back, and the look of lists with them', async () => {
    const { client, folder } = await openCore();
    const { id } = await client.views.save({ view, isShared: false });
    const look = {
      columns: ['age' as const, 'worker' as const],
      sort: { by: 'age' as const, descending: true },
    };
    expect(await client.listLooks.get({})).toEqual({ look: null });
    await client.listLooks.save(look);
    await client.vault.lock({});
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    expect(await client.listLooks.get({})).toEqual({ look });
    const [kept] = (await client.views.list({})).items;
    expect(kept).toMatchObject({
      id,
      name: 'Chi scade',
      isOwn: true,
      isShared: false,
      mayChange: true,
      columns: ['age'],
    });
    await client.views.save({ id, view: { ...view, name: 'Altro' }, isShared: true });
    await client.views.remove({ id });
    expect((await client.views.list({})).items).toEqual([]);
    await client.views.restore({ id });
    expect((await client.views.list({})).items).toMatchObject([
      { id, name: 'Altro', isShared: true },
    ]);
    await expect(
      client.views.save({
        view: { ...view, conditions: [{ field: 'sex', values: ['wizard'] }] },
        isShared: false,
      }),
    ).rejects.toMatchObject({ code: 'unknown_code' });
  });

  test('are shared, and changed once shared, by coordinators; one’s own stay one’s own', async () => {
    const { client, asAmal, asGiulia } = await withAmal(await openCore());
    const shared = await client.views.save({ view, isShared: true });
    const hers = await client.views.save({ view: { ...view, name: 'Di Giulia' }, isShared: false });
    await asAmal();
    expect((await client.views.list({})).items).toMatchObject([
      { id: shared.id, isOwn: false, mayChange: false, ownerName: 'Giulia Ferraris' },
    ]);
    const own = await client.views.save({ view: { ...view, name: 'Di Amal' }, isShared: false });
    await expect(client.views.save({ view, isShared: true })).rejects.toMatchObject({
      code: 'role_missing',
    });
    await expect(client.views.remove({ id: shared.id })).rejects.toMatchObject({
      code: 'role_missing',
    });
    for (const id of [hers.id, crypto.randomUUID()]) {
      await expect(client.views.remove({ id })).rejects.toMatchObject({ code: 'not_found' });
      await expect(client.views.save({ id, view, isShared: false })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    await asGiulia();
    expect((await client.views.list({})).items.map(({ id }) => id)).not.toContain(own.id);
  });
});

describe('assigning many at once', () => {
  const open = { conditions: [] };

  test('moves everybody of the list, each with the step in their history, and can be undone', async () => {
    const { client, ids, amal } = await withAmal(await registerOfFive());
    const picked = { list: open, expected: 4 };
    expect(await client.lists.check({ picked, purpose: 'assign' })).toEqual({
      total: 4,
      followed: 1,
      restricted: 0,
    });
    const { id, ...counts } = await client.assignments.create({
      picked,
      workerId: amal,
      reason: 'Giulia parte.',
    });
    expect(counts).toEqual({ changed: 4, unchanged: 0 });
    const followed = async () =>
      (await client.people.list({ conditions: [{ field: 'worker', values: [amal] }] })).total;
    expect(await followed()).toBe(4);
    const diary = async (personId: string) =>
      (await client.diary.list({ personId, kinds: ['caseFile'] })).items.map(
        (item) => item.summaryKey,
      );
    expect(await diary(ids.Ada)).toContain('caseFile.transferred');
    expect(await diary(ids.Dan)).toContain('caseFile.assigned');
    // Dan goes on to nobody before the rest is taken back: his file is left alone.
    await client.caseFiles.assign({ personId: ids.Dan, workerId: null });
    expect(await client.assignments.undo({ id })).toEqual({ changed: 3 });
    expect(await followed()).toBe(0);
    expect(await diary(ids.Ada)).not.toContain('caseFile.transferred');
    expect((await client.people.get({ id: ids.Ada })).caseFile.worker?.name).toBe(
      'Giulia Ferraris',
    );
    expect(await diary(ids.Dan)).toContain('caseFile.unassigned');
    await expect(client.assignments.undo({ id })).rejects.toMatchObject({ code: 'not_found' });
    const { items } = await client.audit.list({});
    expect(items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['assignments.create', 'assignments.undo']),
    );
  });

  test('touches nobody when the list has changed, somebody is unknown, or a reason is missing', async () => {
    const { client, ids, amal } = await withAmal(await registerOfFive());
    const before = await client.people.list({ columns: ['worker'] });
    const all = { list: open, expected: 4 };
    for (const [input, code] of [
      [{ picked: { ...all, expected: 3 }, workerId: amal, reason: 'x' }, 'list_changed'],
      [
        { picked: { personIds: [ids.Bashir, crypto.randomUUID()] }, workerId: amal, reason: 'x' },
        'not_found',
      ],
      [{ picked: all, workerId: crypto.randomUUID(), reason: 'x' }, 'not_found'],
      [{ picked: all, workerId: amal, reason: ' ' }, 'invalid_input'],
    ] as const) {
      await expect(
        client.assignments.create({ ...input, picked: input.picked as never }),
      ).rejects.toMatchObject({ code });
    }
    expect(await client.people.list({ columns: ['worker'] })).toEqual(before);
    const personIds = [ids.Bashir, ids.Bashir];
    expect(
      await client.assignments.create({ picked: { personIds }, workerId: amal, reason: '' }),
    ).toMatchObject({ changed: 1 });
  });

  test('is for coordinators, as is taking a list out of the register', async () => {
    const { client, core, ids, amal, asAmal } = await withAmal(await registerOfFive());
    await asAmal();
    const picked = { personIds: [ids.Dan] };
    for (const [name, input] of [
      ['assignments.create', { picked, workerId: amal, reason: 'x' }],
      ['assignments.undo', { id: ids.Dan }],
      ['lists.check', { picked, purpose: 'export' }],
      [
        'lists.export',
        { list: open, columns: [], includeRestricted: false, grant: 'x'.repeat(20) },
      ],
    ]) {
      expect(await core.dispatch(name as string, input)).toMatchObject({
        error: { code: 'role_missing' },
      });
    }
    expect((await client.people.get({ id: ids.Dan })).caseFile.worker).toBeUndefined();
  });
});

describe('a list taken out of the register', () => {
  const columns = [
    'age',
    'nationality',
    'contact',
    'specificNeeds',
    'permitExpiry',
    'worker',
  ] as const;

  async function exported(desk: OpenCore, more: { includeRestricted?: boolean } = {}) {
    const bytes = await desk.saved((grant) =>
      desk.client.lists.export({
        list: { language: 'it' },
        columns: [...columns],
        sort: { by: 'name', descending: true },
        includeRestricted: false,
        ...more,
        grant,
      }),
    );
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    return { bytes, rows: sheet?.data ?? [] };
  }

  test('has exactly the people and columns of the screen, in its order and language, and is audited', async () => {
    const desk = await registerOfFive();
    const { rows } = await exported(desk);
    expect(rows[0]).toEqual([
      'Nome',
      'Età',
      'Cittadinanza',
      'Contatto',
      'Bisogni specifici',
      'Scadenza del permesso',
      'Chi la segue',
    ]);
    expect(rows.slice(1).map(([name]) => name)).toEqual([
      'Prova Dan',
      'Prova Cloe',
      'Prova Bashir',
      'Prova Ada',
    ]);
    expect(rows[4]).toEqual([
      'Prova Ada',
      '36',
      'Somalia',
      '+39 333 1112223',
      null,
      '10/12/2026',
      'Giulia Ferraris',
    ]);
    expect(rows[2]?.slice(0, 4)).toEqual(['Prova Cloe', '38–41', null, 'non contattare']);
    const { items } = await desk.client.audit.list({});
    expect(items[0]?.action).toBe('lists.export');
  });

  test('holds the whole search, on all its pages, with the columns in the order of the screen', async () => {
    const desk = await withAmal(await openCore());
    for (let number = 0; number < 60; number += 1) {
      const sex = number < 57 ? ('female' as const) : ('male' as const);
      const names = [aName(String(number).padStart(2, '0'), 'Folla')];
      await desk.client.people.create(aPerson({ names, sex }));
    }
    const list = { conditions: [{ field: 'sex' as const, values: ['female'] }] };
    expect((await desk.client.people.list(list)).items).toHaveLength(50);
    const bytes = await desk.saved((grant) =>
      desk.client.lists.export({
        list: { ...list, language: 'it' },
        columns: ['state', 'sex', 'caseNumber'],
        includeRestricted: false,
        grant,
      }),
    );
    const rows = (await readXlsxFile(Buffer.from(bytes)))[0]?.data ?? [];
    expect(rows[0]).toEqual(['Nome', 'Stato', 'Sesso', 'Fascicolo']);
    expect(rows.slice(1).map(([name]) => name)).toEqual(
      Array.from({ length: 57 }, (_, number) => `Folla ${String(number).padStart(2, '0')}`),
    );
    // And what is done with the list is done with all of it.
    const picked = { list, expected: 57 };
    const done = await desk.client.assignments.create({ picked, workerId: desk.amal, reason: '' });
    expect(done).toMatchObject({ changed: 57, unchanged: 0 });
    const mine = { conditions: [{ field: 'worker' as const, values: [desk.amal] }] };
    expect((await desk.client.people.list(mine)).total).toBe(57);
  });

  test('on paper is noted as well, whoever prints it', async () => {
    const desk = await withAmal(await registerOfFive());
    await desk.asAmal();
    await desk.client.lists.recordPrint({});
    await desk.asGiulia();
    const { items } = await desk.client.audit.list({ topic: 'leaving' });
    expect(items).toMatchObject([{ action: 'lists.recordPrint', userName: 'Amal' }]);
  });

  test('leaves restricted cases out unless they are asked for, and codes of the restricted tier always', async () => {
    const desk = await registerOfFive();
    await desk.client.caseAccess.save({ personId: desk.ids.Cloe, isRestricted: true });
    expect(
      await desk.client.lists.check({ picked: { list: {}, expected: 4 }, purpose: 'export' }),
    ).toMatchObject({ restricted: 1 });
    const names = ({ rows }: { rows: unknown[][] }) => rows.slice(1).map(([name]) => name);
    const usual = await exported(desk);
    expect(names(usual)).toEqual(['Prova Dan', 'Prova Bashir', 'Prova Ada']);
    expect(names(await exported(desk, { includeRestricted: true }))).toContain('Prova Cloe');
    const text = JSON.stringify(usual.rows);
    const { items } = await desk.client.people.list({ columns: ['specificNeeds'] });
    expect(JSON.stringify(items)).toContain('CR-AF');
    const label = (code: string) => desk.client.people.list({ query: code });
    expect((await label('CR-AF')).total).toBe(0);
    // Dan's need is one of the desk, Ada's is not.
    expect(usual.rows[1]?.[4]).toEqual(expect.any(String));
    expect(usual.rows[3]?.[4]).toBeNull();
    expect(text).not.toContain('377');
  });

  test('never holds a formula, whatever a name begins with, and says nothing of when it was made', async () => {
    const desk = await openCore();
    const hostile = ['=HYPERLINK("http://x","y")', '+39', '-1+1', '@SUM(A1)', '\t=1'];
    for (const family of hostile)
      await desk.client.people.create(aPerson({ names: [aName('', family)] }));
    const { bytes, rows } = await exported(desk);
    expect(
      rows
        .slice(1)
        .map(([name]) => String(name))
        .sort(),
    ).toEqual(hostile.map((text) => text.trim()).sort());
    const parts = Object.entries(unzipSync(bytes));
    const sheet =
      parts.find(([name]) => name.includes('worksheets/sheet'))?.[1] ?? new Uint8Array();
    expect(strFromU8(sheet)).not.toMatch(/<f[ >]/);
    expect(strFromU8(sheet)).not.toMatch(/<c [^>]*t="(?:n|str)"/);
    for (const [name, part] of parts) {
      expect(strFromU8(part), name).not.toMatch(/20\d\d-\d\d-\d\dT|creator|Giulia/);
    }
  });
});

test('a household with a hidden child tells nothing by way of a tie', async () => {
  const { client, asAmal } = await withAmal(await openCore());
  const add = async (given: string, year: number) =>
    (
      await client.people.create(
        aPerson({ names: [aName(given, 'Prova')], birth: { year, certainty: 'declared' } }),
      )
    ).id;
  const [mother, child] = [await add('Madre', 1990), await add('Bimba', 2018)];
  await client.ties.save({
    personId: mother,
    details: aTie({ kind: 'child', otherPersonId: child, place: 'sameHousehold' }),
  });
  await client.caseAccess.save({ personId: child, isRestricted: true });
  await asAmal();
  expect(await client.people.list({ conditions: [{ field: 'minorsInHousehold' }] })).toMatchObject({
    total: 0,
  });
});
