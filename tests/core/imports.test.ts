import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { ImportChoices } from '#domain/imports/import-field.ts';
import { aName, aPerson } from '../support/factories.ts';
import { benchPassphrase, makeLargeRegister } from '../support/large-register.ts';
import { openCore, startCore } from '../support/open-core.ts';

const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));

const choices: ImportChoices = {
  hasHeadings: true,
  dateOrder: 'dayFirst',
  firstOfJanuary: 'yearOnly',
  columns: [
    { index: 0, field: 'family' },
    { index: 1, field: 'given' },
    { index: 2, field: 'birth' },
    { index: 3, field: 'nationality' },
  ],
  codes: {
    nationality: [
      { word: 'somala', code: 'SOM' },
      { word: 'maliana', code: 'MLI' },
    ],
  },
};
const heading = 'Cognome;Nome;Data di nascita;Nazionalità';
const keepAll = { choices, leaveOutProblems: false, leaveOutDuplicates: false };
const everybody = { query: '', showClosed: true, limit: 1 };

describe('opening a spreadsheet', () => {
  let t: Awaited<ReturnType<typeof openCore>>;

  test('of text or of Excel shows columns, examples and a guess', async () => {
    t = await openCore();
    const opened = await t.client.imports.open({
      bytes: csv(heading, 'Warsame;Amina;1/1/1994;somala', 'Traoré;Bakary;3/8/99;maliana'),
    });
    expect(opened).toMatchObject({ rowCount: 2, hasHeadings: true });
    expect(opened.columns.map(({ guess }) => guess)).toEqual([
      'family',
      'given',
      'birth',
      'nationality',
    ]);
    expect(opened.columns[1]?.samples).toEqual(['Amina', 'Bakary']);

    const { fields, firstsOfJanuary } = await t.client.imports.words(choices);
    expect(firstsOfJanuary).toBe(1);
    expect(fields).toEqual([
      {
        field: 'nationality',
        words: [
          { word: 'somala', count: 1, code: 'SOM' },
          { word: 'maliana', count: 1, code: 'MLI' },
        ],
      },
    ]);
  });

  test('of several sheets offers them all, and begins with the first that has anything in it', async () => {
    t = await openCore();
    const cells = (...rows: string[][]) => rows.map((row) => row.map((value) => ({ value })));
    const file = await writeXlsxFile([
      { sheet: 'Vuoto', data: [] },
      { sheet: 'Donne', data: cells(['Cognome', 'Nome'], ['Warsame', 'Amina']) },
      {
        sheet: 'Uomini',
        data: cells(['Cognome', 'Nome'], ['Rahimi', 'Farid'], ['Diallo', 'Ibra']),
      },
    ]).toBuffer();
    const bytes = new Uint8Array(file);
    const sheets = ['Vuoto', 'Donne', 'Uomini'];
    expect(await t.client.imports.open({ bytes })).toMatchObject({ sheets, sheet: 2, rowCount: 1 });
    expect(await t.client.imports.open({ bytes, sheet: 3 })).toMatchObject({
      sheet: 3,
      rowCount: 2,
    });
    for (const sheet of [1, 4]) {
      await expect(t.client.imports.open({ bytes, sheet })).rejects.toMatchObject({
        code: 'import_empty',
      });
    }
  });

  test('takes days of Excel as days and formulas as text', async () => {
    t = await openCore();
    const file = writeXlsxFile([
      ['Cognome', 'Nome', 'Nato il'].map((value) => ({ value })),
      [
        { value: '=HYPERLINK("http://x")' },
        { value: 'Amina' },
        { value: new Date(Date.UTC(1994, 2, 8)), type: Date, format: 'dd/mm/yyyy' },
      ],
    ]);
    const bytes = new Uint8Array(await file.toBuffer());
    const opened = await t.client.imports.open({ bytes });
    expect(opened.columns.map(({ samples }) => samples[0])).toEqual([
      '=HYPERLINK("http://x")',
      'Amina',
      '1994-03-08',
    ]);
  });

  test.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'import_unreadable'],
    [
      'something that only begins like Excel',
      Buffer.from('PK\x03\x04 nothing'),
      'import_unreadable',
    ],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import_old_format'],
    ['nothing', Buffer.alloc(0), 'import_empty'],
    ['lines without contents', Buffer.from(';;\n;;\n'), 'import_empty'],
    ['more rows than allowed', Buffer.from('a;b\n'.repeat(10_002)), 'import_too_large'],
  ])('refuses %s', async (_, bytes, code) => {
    t = await openCore();
    expect(await t.core.dispatch('imports.open', { bytes: new Uint8Array(bytes) })).toMatchObject({
      error: { code },
    });
  });

  test('refuses a file that would unpack to more than a laptop has', async () => {
    t = await openCore();
    const { zipSync } = await import('fflate');
    const bomb = zipSync(
      { 'xl/worksheets/sheet1.xml': new Uint8Array(201 * 1024 * 1024) },
      { level: 1 },
    );
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    expect(await t.core.dispatch('imports.open', { bytes: bomb })).toMatchObject({
      error: { code: 'import_too_large' },
    });
  });
});

describe('saving a spreadsheet', () => {
  const rows = [heading, 'Warsame;Amina;1/1/1994;somala', 'Traoré;Bakary;3/8/99;maliana'];

  test('registers everybody, once, and says when the same file comes again', async () => {
    const t = await openCore();
    await t.client.imports.open({ bytes: csv(...rows) });
    expect(await t.client.imports.save(keepAll)).toEqual({ created: 2, leftOut: 0 });
    const { items, total } = await t.client.people.list({ query: 'warsame' });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ listedName: 'Warsame Amina', birth: { year: 1994 } });
    const again = await t.client.imports.open({ bytes: csv(...rows) });
    expect(again.importedBeforeOn).toBe('2026-11-21');
    const check = await t.client.imports.check(choices);
    expect(check).toMatchObject({ readyCount: 2, duplicateCount: 2, problemCount: 0 });
    expect(
      await t.core.dispatch('imports.save', { ...keepAll, leaveOutDuplicates: true }),
    ).toMatchObject({ error: { code: 'import_nothing_left' } });
    expect((await t.client.people.list(everybody)).total).toBe(2);
  });

  test('keeps telephone and e-mail, reception and permit, and finds by each of them', async () => {
    const t = await openCore();
    await t.client.imports.open({
      bytes: csv(
        'Nominativo;Telefono;E-mail;Accoglienza;Uscita accoglienza;N. permesso;Scadenza permesso',
        'WARSAME Amina;333 4445566;amina@example.org;CAS;31/12/2026;I7654321;1/1/2027',
      ),
    });
    await t.client.imports.save({
      ...keepAll,
      choices: {
        ...choices,
        columns: (
          [
            'fullName',
            'phone',
            'email',
            'receptionType',
            'receptionExit',
            'permitNumber',
            'permitExpiry',
          ] as const
        ).map((field, index) => ({ index, field })),
        codes: { receptionType: [{ word: 'CAS', code: 'cas' }] },
      },
    });
    for (const query of ['warsame', '3334445566', 'amina@example.org', 'I7654321']) {
      expect((await t.client.people.list({ query })).total, query).toBe(1);
    }
    const [{ id = '' } = {}] = (await t.client.people.list({ query: 'warsame' })).items;
    const { details } = await t.client.people.get({ id });
    expect(details.reception).toEqual({ type: 'cas', exitOn: '2026-12-31' });
    const contacts = await t.client.personContacts.list({ personId: id });
    expect(contacts.items.map((row) => [row.details.kind, row.details.isPreferred])).toEqual([
      ['phone', true],
      ['email', false],
    ]);
    const { items } = await t.client.identityDocuments.list({ personId: id });
    expect(items[0]?.details).toMatchObject({ number: 'I7654321', expiresOn: '2027-01-01' });
  });

  test('writes nobody when one row cannot be read, until it is left out', async () => {
    const t = await openCore();
    await t.client.imports.open({ bytes: csv(...rows, 'Rossi;Ugo;40/40/2000;') });
    expect(await t.client.imports.check(choices)).toMatchObject({
      problemCount: 1,
      problems: [{ row: 4, problems: [{ field: 'birth', problem: 'notADate' }] }],
    });
    expect(await t.core.dispatch('imports.save', keepAll)).toMatchObject({
      error: { code: 'import_has_problems' },
    });
    expect((await t.client.people.list(everybody)).total).toBe(0);
    const left = await t.client.imports.save({ ...keepAll, leaveOutProblems: true });
    expect(left).toEqual({ created: 2, leftOut: 1 });
  });

  test('finds somebody of the register under another spelling, and twins in the file', async () => {
    const t = await openCore();
    await t.client.people.create(
      aPerson({ names: [aName('محمد', 'رحیمی')], birth: { year: 1990, certainty: 'declared' } }),
    );
    await t.client.imports.open({
      bytes: csv(
        heading,
        'Rahimi;Mohammad;5/6/1990;',
        'Traoré;Bakary;1999;maliana',
        'TRAORE;Bakari;3/8/99;',
        'Rahimi;Mohammad;1960;',
      ),
    });
    const { duplicates } = await t.client.imports.check(choices);
    expect(duplicates.map(({ row }) => row)).toEqual([2, 4]);
    expect(duplicates[0]?.personId).toBeDefined();
    expect(duplicates[1]?.likeRow).toBe(3);
  });

  test('can be stopped, and then nobody was registered', async () => {
    const t = await openCore();
    const many = Array.from({ length: 900 }, (_, n) => `Cognome${n};Nome${n};1990;`);
    await t.client.imports.open({ bytes: csv(heading, ...many) });
    const saving = t.core.dispatch('imports.save', keepAll);
    await expect
      .poll(() => t.events.some(({ name }) => name === 'progress'), { interval: 1 })
      .toBe(true);
    await t.client.imports.stop({});
    expect(await saving).toMatchObject({ error: { code: 'import_stopped' } });
    expect((await t.client.people.list(everybody)).total).toBe(0);
  });

  test('can be stopped while the people of the register are still being read', async () => {
    const t = await startCore({ folder: await makeLargeRegister(1_500) });
    await t.client.vault.unlock({ folder: t.folder, passphrase: benchPassphrase });
    const many = Array.from({ length: 300 }, (_, n) => `Cognome${n};Nome${n};1990;`);
    await t.client.imports.open({ bytes: csv(heading, ...many) });
    const told: number[] = [];
    t.onEvent(({ name, payload }) => {
      if (name !== 'progress' || payload.task !== 'imports.check') return;
      told.push(payload.done);
      if (told.length === 2) void t.client.imports.stop({});
    });
    const checked = await t.core.dispatch('imports.check', choices);
    expect(checked).toMatchObject({ error: { code: 'import_stopped' } });
    // The rows of the file, which are told as they are done, were not begun.
    expect(told.every((done) => done === 0)).toBe(true);
    t.onEvent(() => undefined);
    expect(await t.client.imports.check(choices)).toMatchObject({ readyCount: 300 });
  });

  test('gives back the faulty rows with the reason, and nothing a spreadsheet would run', async () => {
    const t = await openCore();
    await t.client.imports.open({ bytes: csv(...rows, '=1+1;Ugo;40/40/2000;') });
    const bytes = await t.saved((grant) =>
      t.client.imports.saveProblems({ choices, language: 'it', grant }),
    );
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('"\'=1+1";Ugo;40/40/2000;');
    expect(text).toContain('Data di nascita: non è una data');
    expect(text).not.toContain('Bakary');
  });

  test('is forgotten when the register is locked', async () => {
    const t = await openCore();
    await t.client.imports.open({ bytes: csv(...rows) });
    await t.client.vault.lock({});
    await t.client.vault.unlock({
      folder: t.folder,
      passphrase: 'lanterna mulino cedro vela tamburo',
    });
    expect(await t.core.dispatch('imports.check', choices)).toMatchObject({
      error: { code: 'import_closed' },
    });
  });
});
