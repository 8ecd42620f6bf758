import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { errorCodes } from '#api/errors.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { root } from './source-files.ts';

const LANGUAGES = ['it', 'en'];
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Texts = Map<string, string>;

function flatten(value: unknown, prefix: string, out: Texts): Texts {
  if (typeof value === 'string') out.set(prefix, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      flatten(inner, prefix === '' ? key : `${prefix}.${key}`, out);
    }
  }
  return out;
}

const namespacesOf = (language: string) => readdirSync(join(root, 'locales', language)).sort();

function textsOf(language: string, file: string): Texts {
  const path = join(root, 'locales', language, file);
  return flatten(JSON.parse(readFileSync(path, 'utf8')), '', new Map());
}

const marksOf = (text: string) => (text.match(/\{\{?\s*[\w.]+\s*\}?\}/g) ?? []).sort();
const baseOf = (key: string) => key.replace(PLURAL, '');

describe('texts', () => {
  test('every language has the same files', () => {
    for (const language of LANGUAGES) expect(namespacesOf(language)).toEqual(namespacesOf('it'));
  });

  describe.each(namespacesOf('it'))('%s', (file) => {
    const italian = textsOf('it', file);

    test.each(LANGUAGES)(
      'is complete in %s, with nothing left over and nothing empty',
      (language) => {
        const texts = textsOf(language, file);
        expect([...new Set([...texts.keys()].map(baseOf))].sort()).toEqual(
          [...new Set([...italian.keys()].map(baseOf))].sort(),
        );
        for (const [key, text] of texts) expect(text.trim(), key).not.toBe('');
      },
    );

    test.each(LANGUAGES)('has every plural form that %s counts with', (language) => {
      const texts = textsOf(language, file);
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const counted = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map(baseOf));
      for (const base of counted) {
        for (const form of forms)
          expect(texts.has(`${base}_${form}`), `${base}_${form}`).toBe(true);
      }
    });

    test.each(LANGUAGES)('fills the same places in %s', (language) => {
      const texts = textsOf(language, file);
      for (const [key, text] of italian) {
        const other = texts.get(key);
        // A plural form may leave the number out ("one person").
        if (other === undefined || PLURAL.test(key)) continue;
        expect(marksOf(other), key).toEqual(marksOf(text));
      }
    });
  });

  test.each(LANGUAGES)('every error has a sentence in %s', (language) => {
    const texts = textsOf(language, 'errors.json');
    for (const code of errorCodes) {
      const has = [...texts.keys()].some((key) => key === code || key.startsWith(`${code}.`));
      expect(has, code).toBe(true);
    }
  });

  test.each(LANGUAGES)('every code of a list has a label in %s', (language) => {
    const labels = textsOf(language, 'vocabularies.json');
    const { vocabularies, plan } = loadResources(join(root, 'resources'));
    const { countries: _, languages: __, ...lists } = vocabularies;
    for (const [name, list] of Object.entries(lists)) {
      for (const { code } of list.items) expect(labels.has(`${name}.${code}`), code).toBe(true);
    }
    for (const right of plan.rights) expect(labels.has(`rights.${right}`), right).toBe(true);
  });

  test.each(LANGUAGES)('countries and languages have a name in %s', (language) => {
    const labels = textsOf(language, 'vocabularies.json');
    const { countries, languages } = loadResources(join(root, 'resources')).vocabularies;
    const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
    for (const { alpha3, alpha2 } of countries.items) {
      const name = labels.get(`countries.${alpha3}`) ?? (alpha2 && regions.of(alpha2));
      expect(name, alpha3).toBeTruthy();
    }
    for (const { code, tag } of languages.items) {
      expect(labels.get(`languages.${code}`) ?? (tag && names.of(tag)), code).toBeTruthy();
    }
  });
});
