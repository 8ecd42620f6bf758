import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));

const FOLDERS = ['electron', 'src', 'locales', 'resources'];
const FILES = ['package.json', 'package-lock.json', 'electron.vite.config.ts'];
const OUTPUT = 'out/renderer/index.html';

function changedAt(path: string): number {
  return statSync(join(projectDir, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Folders count too: deleting a file changes nothing else. */
async function newestSource(): Promise<number> {
  const listed = await Promise.all(
    FOLDERS.map(async (folder) => {
      const entries = await readdir(join(projectDir, folder), { recursive: true }).catch(() => []);
      return [folder, ...entries.map((entry) => join(folder, entry))];
    }),
  );
  return Math.max(...[...listed.flat(), ...FILES].map(changedAt));
}

/** Builds the program into out/, unless what is there is newer than everything it is made of. */
export async function buildIfNeeded(): Promise<void> {
  if (changedAt(OUTPUT) > (await newestSource())) return;
  const builder = join(projectDir, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status } = spawnSync(process.execPath, [builder, 'build'], {
    cwd: projectDir,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed: see above.');
}
