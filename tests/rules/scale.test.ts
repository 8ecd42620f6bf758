import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadResources } from '#core/resources/load-resources.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { root } from './source-files.ts';

test.each([...interfaceLanguages])(
  'every domain has a descriptor for each of its five levels in %s',
  (language) => {
    const { scale } = loadResources(join(root, 'resources'));
    const texts: Record<string, Record<string, string>> = JSON.parse(
      readFileSync(join(root, 'locales', language, 'scale.json'), 'utf8'),
    );
    expect(Object.keys(texts)).toEqual(scale.domains);
    const sentences = scale.domains.flatMap((domain) =>
      scale.levels.map((level) => texts[domain]?.[level] ?? ''),
    );
    for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}\p{Lo}].{15,130}\.$/u);
    expect(new Set(sentences).size).toBe(80);
  },
);
