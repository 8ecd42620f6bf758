import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { interfaceLanguages } from '#domain/vocabularies/code.ts';

const windowSize = z.strictObject({
  width: z.int().min(1024).max(10_000),
  height: z.int().min(700).max(10_000),
  isMaximized: z.boolean(),
});

/** All that is remembered outside the register. Nothing personal belongs here: it is not encrypted. */
const preferencesFile = z.strictObject({
  language: z.enum(interfaceLanguages).nullable(),
  lastFolder: z.string().max(1000).nullable(),
  window: windowSize,
});

export type WindowSize = z.infer<typeof windowSize>;
type PreferencesFile = z.infer<typeof preferencesFile>;

const INITIAL: PreferencesFile = {
  language: null,
  lastFolder: null,
  window: { width: 1280, height: 860, isMaximized: false },
};

export class PreferenceStore {
  readonly #path = join(app.getPath('userData'), 'preferences.json');
  #known = this.#read();

  read(): Pick<PreferencesFile, 'language' | 'lastFolder'> {
    const { language, lastFolder } = this.#known;
    return { language, lastFolder };
  }

  change({
    language,
    lastFolder,
  }: {
    language?: 'it' | 'en' | undefined;
    lastFolder?: string | undefined;
  }): void {
    this.#write({
      ...this.#known,
      language: language ?? this.#known.language,
      lastFolder: lastFolder ?? this.#known.lastFolder,
    });
  }

  windowSize(): WindowSize {
    return this.#known.window;
  }

  rememberWindowSize(window: WindowSize): void {
    this.#write({ ...this.#known, window });
  }

  /** A file that is missing, torn or from elsewhere is worth less than a start that works. */
  #read(): PreferencesFile {
    try {
      return preferencesFile.parse(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch {
      return INITIAL;
    }
  }

  /** Beside and then over it, so that a power cut leaves the old or the new one. */
  #write(changed: PreferencesFile): void {
    const { success, data } = preferencesFile.safeParse(changed);
    if (!success) return;
    this.#known = data;
    const fresh = `${this.#path}.new`;
    writeFileSync(fresh, JSON.stringify(data), { mode: 0o600 });
    const file = openSync(fresh, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(fresh, this.#path);
  }
}
