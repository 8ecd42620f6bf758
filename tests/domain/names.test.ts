import { describe, expect, test } from 'vitest';
import { nameWordsOf } from '#domain/names/name-words.ts';
import { initialsOf, listedName, personName } from '#domain/names/person-name.ts';
import { scriptOf } from '#domain/names/script.ts';

describe('names', () => {
  test('the script is read from the letters', () => {
    const samples = { Amina: 'latin', محمد: 'arabic', ተስፋይ: 'ethiopic', Олена: 'cyrillic' };
    for (const [text, script] of Object.entries(samples)) expect(scriptOf(text)).toBe(script);
    expect(scriptOf('রহিম')).toBe('bengali');
    expect(scriptOf('')).toBe('latin');
  });

  test('one of given and family name is enough, none is not', () => {
    const name = { kind: 'permit', script: 'latin', given: ' Amina ', family: '' };
    expect(personName.parse(name).given).toBe('Amina');
    expect(personName.safeParse({ ...name, given: '  ' }).success).toBe(false);
  });

  test('direction overrides cannot hide in a name', () => {
    const parsed = personName.parse({
      kind: 'permit',
      script: 'latin',
      given: 'A\u202Enima\u2066',
      family: 'B\nC',
    });
    expect(parsed).toMatchObject({ given: 'A nima', family: 'B C' });
  });

  test('lists and letters show a name in their own order', () => {
    expect(listedName({ given: 'Amina', family: 'Warsame' })).toBe('Warsame Amina');
    expect(initialsOf({ given: 'Amina Halima', family: 'Al-Hasan' })).toBe('A. H. A. H.');
  });

  test('diacritics, case and hyphens do not matter', () => {
    const folded = (text: string) => nameWordsOf(text).units.map((word) => word.folded);
    expect(folded('TRAORÉ')).toEqual(folded('traore'));
    expect(folded("N'Diaye")).toEqual(folded('Ndiaye'));
    expect(folded('Çelik')).toEqual(folded('celik'));
  });
});
