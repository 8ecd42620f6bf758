import Store from 'electron-store';
import { z } from 'zod';

export const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z]{2,8})*$/;

/** What the page may read and set. Nothing personal belongs here: the file is not encrypted. */
export const preferencesSchema = z.strictObject({
  language: z.string().max(35).regex(LANGUAGE).nullable(),
  registerFolder: z.string().max(4096).nullable(),
});

export const preferenceChangesSchema = z.strictObject({
  language: preferencesSchema.shape.language.exactOptional(),
  registerFolder: preferencesSchema.shape.registerFolder.exactOptional(),
});

const windowSizeSchema = z.object({
  width: z.int().min(1024).max(10_000),
  height: z.int().min(700).max(10_000),
  isMaximized: z.boolean(),
});

export type Preferences = z.infer<typeof preferencesSchema>;
export type WindowSize = z.infer<typeof windowSizeSchema>;

const INITIAL_PREFERENCES: Preferences = { language: null, registerFolder: null };
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

  change(changes: Partial<Preferences>): Preferences {
    const changed = { ...this.read(), ...changes };
    this.#store.set('preferences', changed);
    return changed;
  }

  windowSize(): WindowSize {
    const { success, data } = windowSizeSchema.safeParse(this.#store.get('window'));
    return success ? data : INITIAL_SIZE;
  }

  rememberWindowSize(size: WindowSize): void {
    this.#store.set('window', size);
  }
}
