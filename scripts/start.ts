/** `npm start`: builds what has changed, finds an Electron and opens the program. */
import { spawn } from 'node:child_process';
import { buildIfNeeded, projectDir } from './build-if-needed.ts';
import { findElectronRuntime } from './electron-runtime.ts';

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

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
  [...(isRoot ? ['--no-sandbox'] : []), projectDir, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
child.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
