/**
 * The door as it stands before the program runs (built by scripts/still-door-plugin.ts): which one, and the name
 * of the register's folder in it. It must say nothing that the living door would not say.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { demoPassphrase } from '#core/demo/demo-passphrase.ts';
import { folderName } from '#domain/folder-name.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { demoFolder } from './demo-register.ts';
import type { StartPage } from './page-files.ts';
import type { PreferenceStore } from './preferences.ts';

const ESCAPED: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? '');

/** As the page chooses it (src/ui/i18n/languages.ts). */
function languageOf(preferred: string | null): string {
  const system = app.getLocale().slice(0, 2);
  return preferred ?? interfaceLanguages.find((one) => one === system) ?? 'it';
}

/** Undefined where the living door has more to say: a first start, a reason for a lock, a copy under way. */
export function stillDoor(preferences: PreferenceStore, isDemo: boolean): StartPage | undefined {
  const { language, lastFolder, asksForName } = preferences.read();
  if (lastFolder === null || !existsSync(join(lastFolder, 'register.db'))) return undefined;
  if (isDemo && lastFolder !== demoFolder()) return undefined;
  const kind = isDemo ? 'demo' : asksForName ? 'named' : 'alone';
  const name = escaped(folderName(lastFolder));
  return {
    file: `/doors/${languageOf(language)}-${kind}.html`,
    fill: (html) =>
      html
        .replaceAll('%PLACE%/%NAME%', () => escaped(lastFolder))
        .replaceAll('%NAME%', () => name)
        .replaceAll('%PASSPHRASE%', () => escaped(demoPassphrase)),
  };
}
