import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import { app, type BaseWindow, dialog } from 'electron';
import type { Contract, InputOf } from '#api/contract.ts';

type FileKind = InputOf<Contract, 'shell.chooseSavePath'>['format'];

/** Asks the person for a place on the disk; null when they change their mind. */
export interface Dialogs {
  chooseFolder(): Promise<string | null>;
  /** Files to take in; none when they change their mind. */
  chooseFiles(): Promise<string[]>;
  /** A copy of a register to restore from. */
  chooseBackup(): Promise<string | null>;
  /** A file to install. */
  chooseInstaller(): Promise<string | null>;
  choosePlaceToSave(suggestedName: string, kind: FileKind): Promise<string | null>;
}

/** The name only: no folder, no character that some file system refuses, no hidden file. */
function safeName(suggestedName: string, kind: FileKind): string {
  const cleaned = suggestedName
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 100);
  const isReserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(cleaned);
  const name = cleaned === '' || isReserved ? 'export' : cleaned;
  return extname(name).toLowerCase() === `.${kind}` ? name : `${name}.${kind}`;
}

/** The dialog asked about replacing the name as typed, not about one with an ending added. */
function withEnding(chosen: string, kind: FileKind): string {
  if (extname(chosen).toLowerCase() === `.${kind}`) return chosen;
  const { dir, base } = parse(chosen);
  let path = join(dir, `${base}.${kind}`);
  for (let n = 2; existsSync(path); n += 1) path = join(dir, `${base} ${n}.${kind}`);
  return path;
}

function nativeDialogs(window: BaseWindow): Dialogs {
  return {
    async chooseFolder() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return filePaths[0] ?? null;
    },
    async chooseFiles() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
      });
      return filePaths;
    },
    async chooseBackup() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile', 'dontAddToRecent'],
        // The second one for a copy that somebody renamed.
        filters: [
          { name: 'Approdo', extensions: ['apb'] },
          { name: '*', extensions: ['*'] },
        ],
      });
      return filePaths[0] ?? null;
    },
    async chooseInstaller() {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile', 'dontAddToRecent'],
      });
      return filePaths[0] ?? null;
    },
    async choosePlaceToSave(suggestedName, kind) {
      const { filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(app.getPath('documents'), safeName(suggestedName, kind)),
        properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
        filters: [{ name: kind.toUpperCase(), extensions: [kind] }],
      });
      return filePath ? withEnding(filePath, kind) : null;
    },
  };
}

/**
 * Answers from a file instead of dialogs: a JSON array of paths or nulls, used up one by one.
 * A save answer that ends in `/` is a folder: the suggested name is kept. Several files to open stand on lines.
 */
function scriptedDialogs(script: string): Dialogs {
  async function next(): Promise<string | null> {
    const answers: (string | null)[] = JSON.parse(await readFile(script, 'utf8'));
    const answer = answers.shift() ?? null;
    await writeFile(script, JSON.stringify(answers));
    return answer;
  }
  return {
    chooseFolder: next,
    chooseBackup: next,
    chooseInstaller: next,
    async chooseFiles() {
      const answer = await next();
      return answer === null ? [] : answer.split('\n');
    },
    async choosePlaceToSave(suggestedName, kind) {
      const answer = await next();
      if (answer?.endsWith('/')) return join(answer, safeName(suggestedName, kind));
      return answer === null ? null : withEnding(answer, kind);
    },
  };
}

/** Only a program run from its source can be scripted; a packaged one ignores the variable. */
export function createDialogs(window: BaseWindow): Dialogs {
  const isFromSource = !app.isPackaged && !app.getAppPath().endsWith('.asar');
  const script = isFromSource ? process.env.APPRODO_TEST_DIALOGS : undefined;
  return script ? scriptedDialogs(script) : nativeDialogs(window);
}
