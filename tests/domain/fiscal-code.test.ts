import { describe, expect, test } from 'vitest';
import {
  fiscalCodeKind,
  fiscalCodeWarningsFor,
  plainFiscalCode,
  withoutOmocodia,
} from '#domain/people/fiscal-code.ts';
import { aName } from '../support/factories.ts';

describe('a fiscal code by itself', () => {
  test.each([
    'RSSMRA85T10A562S',
    'MRTMTT25D09F205Z',
    'BNCSFN85T58G702W',
    'MLLSNT82P65Z404U',
    'rss mra 85t10 a562s',
  ])('%s is well written', (code) => {
    expect(fiscalCodeWarningsFor(code)).toEqual([]);
  });

  test('a wrong letter at any place is noticed by the check character', () => {
    const code = 'RSSMRA85T10A562S';
    for (let place = 0; place < code.length; place++) {
      const other = /\d/.test(code[place] ?? '') ? '3' : code[place] === 'B' ? 'C' : 'B';
      const wrong = code.slice(0, place) + other + code.slice(place + 1);
      if (wrong === code) continue;
      expect(fiscalCodeWarningsFor(wrong), wrong).not.toEqual([]);
    }
  });

  test('letters in place of digits say the same person', () => {
    expect(fiscalCodeWarningsFor('RSSMRA85T10A56NH')).toEqual([]);
    expect(withoutOmocodia('RSSMRA85T10A56NH').slice(0, 15)).toBe('RSSMRA85T10A562');
  });

  test('eleven digits have a check digit of their own', () => {
    for (const code of ['00811720580', '00484960588']) {
      expect(fiscalCodeKind(code)).toBe('provisional');
      expect(fiscalCodeWarningsFor(code)).toEqual([]);
    }
    expect(fiscalCodeWarningsFor('00811720581')).toEqual(['checkCharacter']);
  });

  test('STP and ENI numbers stand in the same box', () => {
    expect(fiscalCodeKind('STP0012011234567')).toBe('stp');
    expect(fiscalCodeKind('ENI0012011234567')).toBe('eni');
    expect(fiscalCodeWarningsFor('STP0012011234567')).toEqual([]);
  });

  test.each(['', 'x', 'RSSMRA85T10A562', '1234567890', "'; DROP TABLE person; --", 'ا'.repeat(16)])(
    '"%s" is no code, and says so',
    (code) => {
      expect(fiscalCodeWarningsFor(code)).toEqual(['shape']);
    },
  );

  test('is kept in capitals without spaces', () => {
    expect(plainFiscalCode(' rss mra-85t10 a562s')).toBe('RSSMRA85T10A562S');
  });
});

describe('a fiscal code beside its holder', () => {
  const code = 'MLLSNT82P65Z404U';
  const holder = {
    names: [aName('Samantha', 'Miller')],
    birth: { year: 1982, month: 9, day: 25, certainty: 'documented' as const },
    sex: 'female',
    birthCountry: 'USA',
  };

  test('fits', () => {
    expect(fiscalCodeWarningsFor(code, holder)).toEqual([]);
    expect(fiscalCodeWarningsFor(code, {})).toEqual([]);
  });

  test.each([
    [{ names: [aName('Samantha', 'Muller')] }, []],
    [{ names: [aName('Samantha', 'Rossi')] }, ['surname']],
    [{ names: [aName('Giulia', 'Miller')] }, ['givenName']],
    [{ birth: { ...holder.birth, day: 24 } }, ['birth']],
    [{ birth: { ...holder.birth, year: 1992 } }, ['birth']],
    [{ sex: 'male' }, ['sex']],
    [{ sex: 'unknown' }, []],
    [{ birthCountry: 'ITA' }, ['birthCountry']],
  ])('%o is compared', (change, warnings) => {
    expect(fiscalCodeWarningsFor(code, { ...holder, ...change })).toEqual(warnings);
  });

  test('a guessed or partly known birth says nothing against a card', () => {
    const guessed = { year: 1990, certainty: 'estimated' as const };
    expect(fiscalCodeWarningsFor(code, { ...holder, birth: guessed })).toEqual([]);
    const yearOnly = { year: 1982, certainty: 'declared' as const };
    expect(fiscalCodeWarningsFor(code, { ...holder, birth: yearOnly })).toEqual([]);
  });

  test('any of the person’s Latin spellings will do, and a parent’s name will not', () => {
    const spellings = [aName('سمانثا', 'ميلر'), aName('Samantha', 'Miller', { kind: 'legal' })];
    expect(fiscalCodeWarningsFor(code, { ...holder, names: spellings })).toEqual([]);
    const names = [aName('Ana', 'Rossi'), aName('Samantha', 'Miller', { kind: 'mother' })];
    expect(fiscalCodeWarningsFor(code, { ...holder, names })).toEqual(['surname', 'givenName']);
  });

  test('of four consonants of a given name the second is left out', () => {
    const names = [aName('Stefano', 'Bianchi')];
    const named = { names, sex: 'female' };
    expect(fiscalCodeWarningsFor('BNCSFN85T58G702W', named)).toEqual([]);
  });
});
