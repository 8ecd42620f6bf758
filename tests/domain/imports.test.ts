import { describe, expect, test } from 'vitest';
import { fieldForHeading, type ImportChoices } from '#domain/imports/import-field.ts';
import { personFromRow } from '#domain/imports/person-from-row.ts';
import { isFirstOfJanuary, readTypedDate } from '#domain/imports/read-typed-date.ts';

const dayFirst = { dateOrder: 'dayFirst', firstOfJanuary: 'asWritten' } as const;
const read = (typed: string, more = {}) => readTypedDate(typed, { ...dayFirst, ...more }, 2026);

describe('a heading', () => {
  test.each([
    ['Cognome', 'family'],
    ['NOME', 'given'],
    ['Nome e cognome', 'fullName'],
    ['Data di nascita', 'birth'],
    ['Luogo di nascita', 'birthPlace'],
    ['Nazionalità', 'nationality'],
    ['Cod. Fisc.', 'fiscalCode'],
    ['Cellulare', 'phone'],
    ['Uscita accoglienza', 'receptionExit'],
    ['Scadenza permesso', 'permitExpiry'],
    ['N. permesso', 'permitNumber'],
    ['Permesso di soggiorno', 'legalStatus'],
    ['Surname', 'family'],
  ])('%s means %s', (heading, field) => {
    expect(fieldForHeading(heading)).toBe(field);
  });

  test('that says nothing is not guessed', () => {
    for (const heading of ['', 'Colonna 7', 'XYZ', '12']) {
      expect(fieldForHeading(heading)).toBeUndefined();
    }
  });
});

describe('a typed date', () => {
  test.each([
    ['08/03/1994', { year: 1994, month: 3, day: 8, certainty: 'declared' }],
    ['8.3.94', { year: 1994, month: 3, day: 8, certainty: 'declared' }],
    ['8-3-04', { year: 2004, month: 3, day: 8, certainty: 'declared' }],
    ['1994-03-08', { year: 1994, month: 3, day: 8, certainty: 'declared' }],
    ['03/1994', { year: 1994, month: 3, certainty: 'declared' }],
    ['1994', { year: 1994, certainty: 'declared' }],
    ['circa 1990', { year: 1990, certainty: 'estimated' }],
    ['1990 ?', { year: 1990, certainty: 'estimated' }],
  ])('%s is read', (typed, date) => {
    expect(read(typed)).toEqual(date);
  });

  test('follows the order of the file', () => {
    expect(read('03/08/1994', { dateOrder: 'monthFirst' })).toMatchObject({ month: 3, day: 8 });
    expect(read('94/03/08', { dateOrder: 'yearFirst' })).toMatchObject({ year: 1994, day: 8 });
  });

  test('that no calendar has is none', () => {
    for (const typed of ['31/02/1994', '8/13/1994', 'ieri', '0/0/0', '99', '1'.repeat(10_000)]) {
      expect(read(typed), typed.slice(0, 20)).toBeUndefined();
    }
  });

  test('of the first of January is what the coordinator says it is', () => {
    expect(isFirstOfJanuary('01/01/1990')).toBe(true);
    expect(isFirstOfJanuary('11/01/1990')).toBe(false);
    expect(read('1/1/1990', { firstOfJanuary: 'yearOnly' })).toEqual({
      year: 1990,
      certainty: 'declared',
    });
    expect(read('1/1/1990', { firstOfJanuary: 'assigned' })).toEqual({
      year: 1990,
      month: 1,
      day: 1,
      certainty: 'assigned',
    });
  });
});

describe('a row', () => {
  const choices: ImportChoices = {
    ...dayFirst,
    hasHeadings: true,
    columns: [
      { index: 0, field: 'fullName' },
      { index: 1, field: 'birth' },
      { index: 2, field: 'sex' },
      { index: 3, field: 'receptionExit' },
    ],
    codes: {
      sex: [
        { word: 'F', code: 'female' },
        { word: 'boh', code: '' },
      ],
    },
  };
  const person = (...cells: string[]) => personFromRow(cells, choices, '2026-11-22');

  test('tells the family name by its capitals, else by its place', () => {
    expect(person('WARSAME Amina').details?.names[0]).toMatchObject({
      family: 'WARSAME',
      given: 'Amina',
    });
    expect(person('Amina Warsame').details?.names[0]).toMatchObject({ family: 'Warsame' });
    expect(person('محمد').details?.names[0]).toMatchObject({ script: 'arabic', given: 'محمد' });
  });

  test('keeps nothing that is not there, and a word that means nothing means nothing', () => {
    expect(person('Amina Warsame', '', 'boh').details).toEqual({
      names: [{ kind: 'permit', script: 'latin', given: 'Amina', family: 'Warsame' }],
      sex: 'unknown',
      nationalities: [],
      languages: [],
    });
  });

  test.each([
    [['', '1994'], 'fullName', 'noName'],
    [['A B', '32/1/1994'], 'birth', 'notADate'],
    [['A B', '1/1/2099'], 'birth', 'dateInFuture'],
    [['A B', '', 'forse'], 'sex', 'unknownWord'],
    [['A B', '', '', '1/2/2025'], 'receptionExit', 'needsReceptionType'],
    [['x'.repeat(10_000)], 'fullName', 'tooLong'],
  ] as const)('with a fault is stopped with its reason', (cells, field, problem) => {
    const { details, problems } = person(...cells);
    expect(details).toBeUndefined();
    expect(problems).toContainEqual({ field, problem });
  });

  test('keeps the reception that a word was said to mean, with and without its end', () => {
    const withCode: ImportChoices = {
      ...choices,
      columns: [
        { index: 0, field: 'fullName' },
        { index: 1, field: 'receptionType' },
        { index: 2, field: 'receptionExit' },
      ],
      codes: { receptionType: [{ word: 'Centro CAS', code: 'cas' }] },
    };
    const stay = (...cells: string[]) =>
      personFromRow(['A B', ...cells], withCode, '2026-11-22').details?.reception;
    expect(stay('centro cas', '')).toEqual({ type: 'cas' });
    // A first of January is a year only where somebody is born, and an end can lie ahead.
    expect(stay('centro cas', '1/1/27')).toEqual({ type: 'cas', exitOn: '2027-01-01' });
    expect(stay('', '')).toBeUndefined();
  });

  test('keeps an e-mail beside the telephone, and the permit that it tells of', () => {
    const withPermit: ImportChoices = {
      ...choices,
      columns: [
        { index: 0, field: 'fullName' },
        { index: 1, field: 'phone' },
        { index: 2, field: 'email' },
        { index: 3, field: 'permitNumber' },
        { index: 4, field: 'permitExpiry' },
      ],
    };
    const read = (...cells: string[]) => personFromRow(['A B', ...cells], withPermit, '2026-11-22');
    const whole = read('333 1112222', 'a@example.org', 'I123', '1/1/28');
    expect(whole.details?.contact).toMatchObject({ kind: 'phone', value: '333 1112222' });
    expect(whole.more?.contacts).toMatchObject([{ kind: 'email', value: 'a@example.org' }]);
    expect(whole.more?.documents).toMatchObject([
      { type: 'residencePermit', number: 'I123', expiresOn: '2028-01-01', seen: 'told' },
    ]);
    expect(read('', 'a@example.org', '', '')).toMatchObject({
      details: { contact: { kind: 'email', safe: false } },
      more: { contacts: [], documents: [] },
    });
    expect(read('', '', 'I9', '').more?.documents).toMatchObject([{ expiry: 'unknown' }]);
    expect(read('', '', '', '2027').problems).toEqual([
      { field: 'permitExpiry', problem: 'notADate' },
    ]);
  });

  test('loses marks that turn letters around', () => {
    const name = person('\u202eAmina\u200f Warsame').details?.names[0];
    expect(name?.given).not.toMatch(/\u202e/);
  });
});
