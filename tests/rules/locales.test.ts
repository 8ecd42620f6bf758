import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadResources } from '#core/resources/load-resources.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { textsOf } from '../support/locales.ts';
import { root } from './source-files.ts';

/** What comes from data has its words too; that the languages are complete is in tests/ui/locales.test.ts. */
describe.each([...interfaceLanguages])('words in %s', (language) => {
  const texts = textsOf(language);

  test('stand for every code of a list', () => {
    const { vocabularies, plan } = loadResources(join(root, 'resources'));
    const { countries: _, languages: __, ...lists } = vocabularies;
    const codes = Object.entries(lists).flatMap(([name, list]) =>
      list.items.map(({ code }) => `${name}.${code}`),
    );
    const wanted = [...codes, ...plan.rights.map((right) => `rights.${right}`)];
    expect(wanted.filter((one) => !texts.has(`vocabularies:${one}`))).toEqual([]);
  });

  test('stand for every country and language', () => {
    const { countries, languages } = loadResources(join(root, 'resources')).vocabularies;
    const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
    for (const { alpha3, alpha2 } of countries.items) {
      const name = texts.get(`vocabularies:countries.${alpha3}`) ?? (alpha2 && regions.of(alpha2));
      expect(name, alpha3).toBeTruthy();
    }
    for (const { code, tag } of languages.items) {
      const name = texts.get(`vocabularies:languages.${code}`) ?? (tag && names.of(tag));
      expect(name, code).toBeTruthy();
    }
  });
});
