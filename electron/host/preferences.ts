import Store from 'electron-store';
import { z } from 'zod';
import { interfaceLanguages } from '#domain/vocabularies/code.ts';

/** What the page may read and set. Nothing personal belongs here: the file is not encrypted. */
const preferencesSchema = z.strictObject({
  language: z.enum(interfaceLanguages).nullable(),
  lastFolder: z.string().max(1000).nullable(),
});

const windowSizeSchema = z.object({
  width: z.int().min(1024).max(10_000),
  height: z.int().min(700).max(10_000),
  isMaximized: z.boolean(),
});

type Preferences = z.infer<typeof preferencesSchema>;
export type WindowSize = z.infer<typeof windowSizeSchema>;

const INITIAL_PREFERENCES: Preferences = { language: null, lastFolder: null };
const INITIAL_SIZE: WindowSize = { width: 1280, height: 860, isMaximized: false };

export class PreferenceStore {
  readonly #store = new Store<Record<string, unknown>>({
    name: 'preferences',
    clearInvalidConfig: true,
  });

  read(): Preferences {
    const { success, data } = preferencesSchema.safeParse(this.#store.get('preferences'));
    return success ? data : INITIAL_PREFERENCES;
  }

  change({
    language,
    lastFolder,
  }: {
    language?: Preferences['language'] | undefined;
    lastFolder?: string | undefined;
  }): void {
    const known = this.read();
    this.#store.set('preferences', {
      language: language ?? known.language,
      lastFolder: lastFolder ?? known.lastFolder,
    });
  }

  windowSize(): WindowSize {
    const { success, data } = windowSizeSchema.safeParse(this.#store.get('window'));
    return success ? data : INITIAL_SIZE;
  }

  rememberWindowSize(size: WindowSize): void {
    this.#store.set('window', size);
  }
}
