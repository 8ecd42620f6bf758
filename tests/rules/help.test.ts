import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadResources } from '#core/resources/load-resources.ts';
import { type HelpBook, helpBook } from '#domain/help/help-book.ts';
import { everyRoute } from '../support/addresses.ts';
import { root } from './source-files.ts';

const MARK = /\[\[([^\]]*)\]\]/g;

function bookIn(language: string): HelpBook {
  const path = join(root, 'resources/help', `${language}.json`);
  return helpBook.parse(JSON.parse(readFileSync(path, 'utf8')));
}

const topicsOf = (book: HelpBook) => book.groups.flatMap((group) => group.topics);

function marksOf(book: HelpBook): Map<string, string[]> {
  return new Map(
    topicsOf(book).map(({ id, lead, steps, notes }) => {
      const found = [lead, ...steps, ...notes].flatMap((text) => [...text.matchAll(MARK)]);
      return [id, found.map(([, key = '']) => key).sort()];
    }),
  );
}

function textAt(language: string, key: string): unknown {
  const [namespace = '', path = ''] = key.split(':');
  const file = join(root, 'locales', language, `${namespace}.json`);
  let value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const part of path.split('.')) value = (value as Record<string, unknown>)?.[part];
  return value;
}

describe('the help', () => {
  test('has the same topics in both languages, and none twice', () => {
    const ids = topicsOf(bookIn('it')).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(topicsOf(bookIn('en')).map(({ id }) => id)).toEqual(ids);
    expect(ids.length).toBeGreaterThan(20);
  });

  test('names buttons and pages by words the program has, the same in both languages', () => {
    const italian = marksOf(bookIn('it'));
    expect([...marksOf(bookIn('en'))]).toEqual([...italian]);
    for (const key of [...italian.values()].flat()) {
      expect(key).toMatch(/^[a-z-]+:[\w.]+$/);
      for (const language of ['it', 'en']) {
        const text = textAt(language, key);
        expect(typeof text, `${key} in ${language}`).toBe('string');
        // A text with gaps to be filled makes no sense without what fills them.
        expect(text).not.toContain('{{');
      }
    }
  });

  test.each(['it', 'en'])(
    'has a page for every programme that ships, under its name, in %s',
    (language) => {
      const { groups } = bookIn(language);
      const pages = groups.find(({ id }) => id === 'programmes')?.topics ?? [];
      const programmes = [...loadResources(join(root, 'resources')).programmes().values()];
      const wanted = programmes.map(({ code, name }) => [
        `programme-${code}`,
        name[language === 'it' ? 'it' : 'en'],
      ]);
      expect(pages.map(({ id, title }) => [id, title]).sort()).toEqual(wanted.sort());
      for (const { steps } of pages) expect(steps.length).toBeGreaterThan(2);
    },
  );

  test('leads to pages that exist', () => {
    const routes = everyRoute();
    for (const { id, page } of topicsOf(bookIn('it'))) {
      if (page) expect(routes, id).toContain(page);
    }
  });
});
