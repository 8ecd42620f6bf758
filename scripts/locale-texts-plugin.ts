import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

/** What a closed register says; the rest of a language is read when a register opens. */
const DOOR = ['common', 'errors', 'vault'];
/** For files only, which the vault writes. */
const NOT_ON_THE_PAGE = ['print'];

const ID = /^virtual:(door|register)-texts\/([a-z]{2})$/;

/**
 * The texts of one language as two modules, `virtual:door-texts/it` and `virtual:register-texts/it`: only the
 * language at hand is read, and in one piece.
 */
export function localeTexts(localesDir: string): Plugin {
  return {
    name: 'approdo-locale-texts',
    resolveId: (source) => (ID.test(source) ? source : undefined),
    load(source) {
      const [, part, language] = ID.exec(source) ?? [];
      if (!part || !language) return undefined;
      const folder = join(localesDir, language);
      const names = readdirSync(folder).map((file) => basename(file, '.json'));
      const wanted = names.filter(
        (name) => !NOT_ON_THE_PAGE.includes(name) && DOOR.includes(name) === (part === 'door'),
      );
      const texts = wanted.map((name) => {
        const file = join(folder, `${name}.json`);
        this.addWatchFile(file);
        return [name, JSON.parse(readFileSync(file, 'utf8'))];
      });
      // A text to be parsed is read faster than the same as a program.
      const text = JSON.stringify(JSON.stringify(Object.fromEntries(texts)));
      return `export const texts = JSON.parse(${text});`;
    },
  };
}
