import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { inOneLine, isolate, listed } from '#ui/i18n/one-line.ts';

const walls = (text: string) =>
  text.replaceAll('\u2068', '[').replaceAll('\u2067', '<').replaceAll('\u2069', ']');

describe('what stands beside each other in a line', () => {
  beforeAll(() => i18next.init({ lng: 'it', resources: {} }));

  test('is written as it is where a line begins at the left, without what is not known', async () => {
    await i18next.changeLanguage('it');
    expect(inOneLine(['via Nizza 97', undefined, '', false, 0])).toBe('via Nizza 97 · 0');
    expect(listed(['uno', 'due'])).toBe('uno, due');
    expect(isolate('+39 011')).toBe('+39 011');
  });

  test('has a wall around each part in Arabic, and the comma of that script', async () => {
    await i18next.changeLanguage('ar');
    expect(walls(inOneLine(['via Nizza 97', 'هاتف']))).toBe('[via Nizza 97] · [هاتف]');
    expect(walls(listed(['Torino', 'Asti']))).toBe('[Torino]، [Asti]');
  });

  test('reads as the page does when it was put together from parts', async () => {
    await i18next.changeLanguage('ar');
    expect(walls(isolate(listed(['Torino', 'Asti'])))).toBe('<[Torino]، [Asti]]');
  });
});
