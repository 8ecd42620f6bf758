/** `npm start`: builds what has changed, finds an Electron and opens the program. */
import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findElectronRuntime } from './electron-runtime.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = ['electron', 'src', 'locales', 'resources'];
const FILES = ['package.json', 'package-lock.json', 'electron.vite.config.ts'];
const OUTPUT = 'out/renderer/index.html';

function changedAt(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Folders count too: deleting a file changes nothing else. */
async function newestSource(): Promise<number> {
  const listed = await Promise.all(
    SOURCES.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true }).catch(() => []);
      return [folder, ...entries.map((entry) => join(folder, entry))];
    }),
  );
  return Math.max(...[...listed.flat(), ...FILES].map(changedAt));
}

async function buildIfNeeded(): Promise<void> {
  if (changedAt(OUTPUT) > (await newestSource())) return;
  const builder = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status } = spawnSync(process.execPath, [builder, 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The build failed: see above.');
}

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

if (!hasDisplay) {
  console.error(
    'There is no screen to open a window on (DISPLAY is not set).\n' +
      'On a machine without one, open it on a screen that exists in memory only:\n\n' +
      '  xvfb-run -a -s "-screen 0 1400x900x24" npm start\n',
  );
  process.exit(1);
}

await buildIfNeeded();
const { executablePath } = await findElectronRuntime();
// Chromium's sandbox refuses to work for root.
const isRoot = process.getuid?.() === 0;
const child = spawn(
  executablePath,
  [...(isRoot ? ['--no-sandbox'] : []), root, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
child.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
