import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { projectDir } from './launch.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** The program's own words, so that a test reads the screen as a person of that language does. */
export function wordsIn(language: InterfaceLanguage): Say {
  const loaded = new Map<string, unknown>();
  const namespace = (name: string) => {
    const path = join(projectDir, 'locales', language, `${name}.json`);
    if (!loaded.has(name)) loaded.set(name, JSON.parse(readFileSync(path, 'utf8')));
    return loaded.get(name);
  };
  return (key, values = {}) => {
    const [name = '', path = ''] = key.split(':');
    let value = namespace(name);
    for (const part of path.split('.')) value = (value as Record<string, unknown>)[part];
    if (typeof value !== 'string') throw new Error(`no text for ${key}`);
    return value.replace(/\{\{(\w+)\}\}/g, (_, mark: string) => String(values[mark]));
  };
}
