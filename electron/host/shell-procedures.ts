/**
 * The few procedures of the contract that need a window and that the main process therefore answers
 * itself, by the same rules: strict input, plain answers, errors as codes.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { app } from 'electron';
import type { InputOf, OutputOf } from '#api/contract.ts';
import type { LockReason } from '#api/events.ts';
import { maxChosenFiles, shellProcedures } from '#api/shell.ts';
import type { ClosingBackup } from '../retiring-vault.ts';
import { type FileGrant, failure, type Result } from '../vault-messages.ts';
import { applyColours } from './appearance.ts';
import type { Dialogs } from './dialogs.ts';
import { diskState } from './disk-encryption.ts';
import type { PreferenceStore } from './preferences.ts';
import { checkRelease, releaseKeys } from './release-signature.ts';

/** The Electron of the tests, where the real one cannot be downloaded (see docs/decisions). */
const FALLBACK_ELECTRON = '33.2.1';

type ShellContract = typeof shellProcedures;
type ShellName = keyof ShellContract;
type ShellHandlers = {
  [N in ShellName]: (
    input: InputOf<ShellContract, N>,
  ) => OutputOf<ShellContract, N> | Promise<OutputOf<ShellContract, N>>;
};

export interface ShellServices {
  dialogs: Dialogs;
  preferences: PreferenceStore;
  /** The file with the public keys of whoever publishes the program. */
  releaseKeysPath: string;
  /** The demonstration register, made when it is asked for first; null without --demo. */
  demo(): OutputOf<ShellContract, 'shell.info'>['demo'];
  isOpen(): boolean;
  lockedBecause(): LockReason | null;
  closingBackup(): ClosingBackup | null;
  grant(grant: FileGrant): Promise<void>;
  print(): Promise<boolean>;
  noteCopy(): void;
  pageIsReadyToLock(): void;
  lock(reason: LockReason): Promise<void>;
}

/** By names only; whether a register is sound is for the vault to find out. */
function holdsOf(folder: string | null): 'register' | 'otherThings' | 'nothing' | null {
  if (folder === null) return null;
  if (existsSync(join(folder, 'register.db'))) return 'register';
  return existsSync(folder) ? 'otherThings' : 'nothing';
}

const newToken = () => randomBytes(24).toString('base64url');

function createHandlers(services: ShellServices): ShellHandlers {
  const { dialogs, preferences } = services;
  /** A word for the page to pass on; only the vault learns which path it stands for. */
  const grantFor = async (path: string, use: FileGrant['use']): Promise<string> => {
    const token = newToken();
    await services.grant({ token, path, use });
    return token;
  };
  return {
    'shell.info': async () => ({
      version: app.getVersion(),
      isFallbackRuntime: process.versions.electron === FALLBACK_ELECTRON,
      ...preferences.read(),
      isOpen: services.isOpen(),
      lastFolderHolds: holdsOf(preferences.read().lastFolder),
      lockedBecause: services.lockedBecause(),
      closingBackup: services.closingBackup(),
      demo: services.demo(),
    }),
    'shell.setPreferences': (changes) => {
      preferences.change(changes);
      applyColours(preferences);
      return {};
    },
    'shell.diskEncryption': async () => ({
      state: await diskState(preferences.read().lastFolder ?? app.getPath('userData')),
      isRead: preferences.hasReadAboutDisk,
    }),
    'shell.chooseFolder': async () => ({ path: await dialogs.chooseFolder() }),
    'shell.chooseSavePath': async ({ suggestedName, format }) => {
      const path = await dialogs.choosePlaceToSave(suggestedName, format);
      if (path === null) return { grant: null, fileName: '' };
      return { grant: await grantFor(path, 'write'), fileName: basename(path) };
    },
    'shell.chooseFiles': async () => {
      const grants: string[] = [];
      for (const path of (await dialogs.chooseFiles()).slice(0, maxChosenFiles)) {
        grants.push(await grantFor(path, 'read'));
      }
      return { grants };
    },
    'shell.chooseBackupPlace': async () => {
      const path = await dialogs.chooseFolder();
      return { grant: path === null ? null : await grantFor(path, 'folder') };
    },
    'shell.chooseBackup': async () => {
      const path = await dialogs.chooseBackup();
      if (path === null) return { grant: null, fileName: '' };
      return { grant: await grantFor(path, 'read'), fileName: basename(path) };
    },
    'shell.checkUpdate': async () => {
      const path = await dialogs.chooseInstaller();
      if (path === null) return { answer: null, version: null };
      const keys = await releaseKeys(services.releaseKeysPath);
      return checkRelease(path, { version: app.getVersion(), keys });
    },
    'shell.print': async () => ({ isPrinted: await services.print() }),
    'shell.noteCopy': () => {
      services.noteCopy();
      return {};
    },
    'shell.readyToLock': () => {
      services.pageIsReadyToLock();
      return {};
    },
    // Not awaited: the page that asks is gone before the answer could reach it.
    'shell.lock': () => {
      void services.lock('asked');
      return {};
    },
  };
}

/** Answers the shell's procedures by name. */
export function createShell(services: ShellServices) {
  const handlers = createHandlers(services);

  async function answer<N extends ShellName>(name: N, input: unknown): Promise<Result> {
    const parsed = shellProcedures[name].input.safeParse(input ?? {});
    if (!parsed.success) return failure('invalid_input');
    try {
      const data = await handlers[name](parsed.data as InputOf<ShellContract, N>);
      return { ok: true, data };
    } catch {
      return failure('internal');
    }
  }

  return async (name: string, input: unknown): Promise<Result> =>
    Object.hasOwn(shellProcedures, name)
      ? answer(name as ShellName, input)
      : failure('unknown_procedure');
}
