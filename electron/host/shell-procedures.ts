/**
 * The few procedures that need a window and that the main process therefore answers itself. They
 * follow the contract's rules: strict input, plain answers, errors as codes.
 */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { type FileGrant, failure, type LockReason, type Result } from '../vault-messages.ts';
import { type Dialogs, FILE_KINDS } from './dialogs.ts';
import { LANGUAGE, type PreferenceStore, preferenceChangesSchema } from './preferences.ts';

const nothing = z.strictObject({}).optional();

const inputs = {
  'shell.info': nothing,
  'shell.preferences': nothing,
  'shell.setPreferences': preferenceChangesSchema,
  'shell.chooseFolder': nothing,
  'shell.chooseFile': z.strictObject({ kinds: z.array(z.enum(FILE_KINDS)).min(1).max(6) }),
  'shell.chooseSavePath': z.strictObject({
    suggestedName: z.string().min(1).max(200),
    kind: z.enum(FILE_KINDS),
  }),
  'shell.activity': nothing,
  'shell.readyToLock': nothing,
  'shell.lock': nothing,
  'shell.print': nothing,
  'shell.quit': nothing,
};

type ShellName = keyof typeof inputs;
type Handlers = { [N in ShellName]: (input: z.infer<(typeof inputs)[N]>) => unknown };

export interface ShellServices {
  dialogs: Dialogs;
  preferences: PreferenceStore;
  isDemo: boolean;
  lockedBecause(): LockReason | null;
  grant(grant: FileGrant): Promise<void>;
  noteInput(): void;
  pageIsReadyToLock(): void;
  lock(reason: LockReason): Promise<void>;
  print(): Promise<boolean>;
}

/** The page gets a word to pass on; only the vault learns which file it stands for. */
async function grantFile(
  services: ShellServices,
  access: FileGrant['access'],
  path: string | null,
): Promise<{ token: string; fileName: string } | null> {
  if (path === null) return null;
  const token = randomBytes(24).toString('base64url');
  await services.grant({ token, access, path });
  return { token, fileName: basename(path) };
}

function createHandlers(services: ShellServices): Handlers {
  const { dialogs, preferences } = services;
  return {
    'shell.info': () => ({
      version: app.getVersion(),
      runtime: `Electron ${process.versions.electron}`,
      isFallbackRuntime: process.versions.electron === '33.2.1',
      isDemo: services.isDemo,
      systemLanguages: app.getPreferredSystemLanguages().filter((tag) => LANGUAGE.test(tag)),
      lockedBecause: services.lockedBecause(),
    }),
    'shell.preferences': () => preferences.read(),
    'shell.setPreferences': (changes) => preferences.change(changes),
    'shell.chooseFolder': async () => {
      const path = await dialogs.chooseFolder();
      return path === null ? null : { path };
    },
    'shell.chooseFile': async ({ kinds }) =>
      grantFile(services, 'read', await dialogs.chooseFileToOpen(kinds)),
    'shell.chooseSavePath': async ({ suggestedName, kind }) =>
      grantFile(services, 'write', await dialogs.choosePlaceToSave(suggestedName, kind)),
    'shell.activity': () => services.noteInput(),
    'shell.readyToLock': () => services.pageIsReadyToLock(),
    // Not awaited: the page that asks is gone before the answer could reach it.
    'shell.lock': () => void services.lock('asked'),
    'shell.print': async () => ({ isPrinted: await services.print() }),
    'shell.quit': () => app.quit(),
  };
}

/** Answers the procedure, or null when the name is not one of the shell's. */
export function createShell(services: ShellServices) {
  const handlers = createHandlers(services);

  async function answer<N extends ShellName>(name: N, input: unknown): Promise<Result> {
    const parsed = inputs[name].safeParse(input ?? undefined);
    if (!parsed.success) return failure('invalid_input');
    try {
      const data = await handlers[name](parsed.data as z.infer<(typeof inputs)[N]>);
      return { ok: true, data: data ?? null };
    } catch {
      return failure('unexpected');
    }
  }

  return (name: string, input: unknown): Promise<Result> | null =>
    Object.hasOwn(inputs, name) ? answer(name as ShellName, input) : null;
}
