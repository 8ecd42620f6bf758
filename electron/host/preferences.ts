import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import {
  type InterfaceLanguage,
  interfaceLanguages,
} from '#domain/vocabularies/interface-language.ts';
import { type ScreenColours, screenColours } from '#domain/vocabularies/screen-colours.ts';

export interface WindowSize {
  width: number;
  height: number;
  isMaximized: boolean;
}

/** All that is remembered outside the register. Nothing personal belongs here: it is not encrypted. */
interface PreferencesFile {
  language: InterfaceLanguage | null;
  lastFolder: string | null;
  /** Whether its door asks for a name: several people open it. */
  asksForName: boolean;
  /** Somebody has read that the disk is not encrypted; a file of an earlier version does not say. */
  hasReadAboutDisk: boolean;
  colours: ScreenColours;
  moreContrast: boolean;
  /** The page is blurred while another program has the keyboard. */
  coversWhenLeft: boolean;
  /** The first steps of a new register were put away. */
  hidesFirstSteps: boolean;
  window: WindowSize;
}

/** What can be changed, apart from the window, whose size is remembered by itself. */
type Changes = { [N in Exclude<keyof PreferencesFile, 'window'>]?: PreferencesFile[N] | undefined };

const isWithin = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

/** By hand and not by a schema: the window waits for these, and reading a schema library takes longer. */
function isPreferencesFile(value: unknown): value is PreferencesFile {
  const { language, lastFolder, window } = (value ?? {}) as Partial<PreferencesFile>;
  return (
    (language === null || interfaceLanguages.some((one) => one === language)) &&
    (lastFolder === null || (typeof lastFolder === 'string' && lastFolder.length <= 1000)) &&
    isWithin(window?.width, 1024, 10_000) &&
    isWithin(window?.height, 700, 10_000) &&
    typeof window?.isMaximized === 'boolean'
  );
}

/** Without what does not belong there. */
function known({
  language,
  lastFolder,
  asksForName,
  hasReadAboutDisk,
  colours,
  moreContrast,
  coversWhenLeft,
  hidesFirstSteps,
  window,
}: PreferencesFile): PreferencesFile {
  const { width, height, isMaximized } = window;
  return {
    language,
    lastFolder,
    asksForName: asksForName === true,
    hasReadAboutDisk: hasReadAboutDisk === true,
    // A file of an earlier version does not say.
    colours: screenColours.find((one) => one === colours) ?? 'system',
    moreContrast: moreContrast === true,
    coversWhenLeft: coversWhenLeft === true,
    hidesFirstSteps: hidesFirstSteps === true,
    window: { width, height, isMaximized },
  };
}

const INITIAL: PreferencesFile = {
  language: null,
  lastFolder: null,
  asksForName: false,
  hasReadAboutDisk: false,
  colours: 'system',
  moreContrast: false,
  coversWhenLeft: false,
  hidesFirstSteps: false,
  window: { width: 1280, height: 860, isMaximized: false },
};

export class PreferenceStore {
  readonly #path = join(app.getPath('userData'), 'preferences.json');
  #known = this.#read();

  /** What the page may know. */
  read(): Omit<PreferencesFile, 'hasReadAboutDisk' | 'window'> {
    const { hasReadAboutDisk: _read, window: _size, ...told } = this.#known;
    return told;
  }

  get hasReadAboutDisk(): boolean {
    return this.#known.hasReadAboutDisk;
  }

  change(changes: Changes): void {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    this.#write({ ...this.#known, ...Object.fromEntries(given) });
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
      const read: unknown = JSON.parse(readFileSync(this.#path, 'utf8'));
      return isPreferencesFile(read) ? known(read) : INITIAL;
    } catch {
      return INITIAL;
    }
  }

  /** Beside and then over it, so that a power cut leaves the old or the new one. */
  #write(changed: PreferencesFile): void {
    if (!isPreferencesFile(changed)) return;
    this.#known = known(changed);
    const fresh = `${this.#path}.new`;
    writeFileSync(fresh, JSON.stringify(this.#known), { mode: 0o600 });
    const file = openSync(fresh, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(fresh, this.#path);
  }
}
