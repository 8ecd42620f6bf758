import { describe, expect, test } from 'vitest';
import { initialsOf, listedName, personName } from '#domain/names/person-name.ts';
import { scriptOf } from '#domain/names/script.ts';
import { searchKeysOf } from '#domain/names/search-key.ts';

const skeletons = (text: string) => searchKeysOf(text).map((key) => key.skeleton);

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

  test.each([
    ['Mohamed', 'Muhammad', 'Mehmet', 'Mohammed', 'محمد'],
    ['Hussein', 'Hussain', 'حسين', 'Хусейн'],
    ['Youssef', 'Yusuf', 'يوسف'],
    ['Tesfay', 'Tesfai', 'ተስፋይ'],
    ['Oleksandr', 'Alexander', 'Олександр'],
    ['Usman', 'Ousmane', 'Osman'],
  ])('%s and its spellings share one skeleton', (first, ...others) => {
    for (const other of others) expect(skeletons(other), other).toEqual(skeletons(first));
  });

  test('different names keep different skeletons', () => {
    const names = ['Mohamed', 'Matteo', 'Amina', 'Tesfay', 'Hussein', 'Olena', 'Fatima'];
    expect(new Set(names.flatMap(skeletons)).size).toBe(names.length);
  });

  test('diacritics, case and hyphens do not matter', () => {
    const folded = (text: string) => searchKeysOf(text).map((key) => key.folded);
    expect(folded('TRAORÉ')).toEqual(folded('traore'));
    expect(folded('Al-Hasan')).toEqual(folded('alhasan'));
    expect(folded('Çelik')).toEqual(folded('celik'));
  });
});
