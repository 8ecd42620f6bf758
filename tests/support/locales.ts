import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../rules/source-files.ts';

const localesDir = join(root, 'locales');

/** Forms of a plural, by the names Unicode gives them (CLDR). */
export const pluralEnding = /_(zero|one|two|few|many|other)$/;

export type Texts = Map<string, string>;

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  const entries = Object.entries(value as Record<string, unknown>);
  return entries.flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key));
}

/** Every text of a language by `namespace:path`. */
export function textsOf(language: string): Texts {
  const folder = join(localesDir, language);
  const texts = readdirSync(folder).flatMap((file) => {
    const namespace = basename(file, '.json');
    const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return flatten(content, '').map(([key, text]) => [`${namespace}:${key}`, text] as const);
  });
  return new Map(texts);
}

export const languagesOnDisk = readdirSync(localesDir);
