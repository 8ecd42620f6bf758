/**
 * `npm run e2e`: runs the end-to-end tests where they can run, on a screen in memory where there
 * is no other. Where they cannot, it says so in a way nobody overlooks, and fails under CI.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildIfNeeded, projectDir } from './build-if-needed.ts';
import { findElectronRuntime } from './electron-runtime.ts';

const isCi = Boolean(process.env.CI) && process.env.CI !== 'false';
const wantsDisplay = process.platform === 'linux';
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function isInstalled(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

function didNotRun(reason: string, remedy: string): never {
  console.error(`\nTHE END-TO-END TESTS DID NOT RUN: ${reason.toUpperCase()}\n\n${remedy}\n`);
  process.exit(isCi ? 1 : 0);
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): never {
  const { status, error } = spawnSync(command, args, {
    cwd: projectDir,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  if (error) throw error;
  process.exit(status ?? 1);
}

if (wantsDisplay && !hasDisplay) {
  if (!isInstalled('xvfb-run') || !isInstalled('xauth')) {
    didNotRun(
      'there is no screen and no xvfb-run',
      'Run them on a desktop, or install a screen in memory:\n\n  apt-get install xvfb xauth',
    );
  }
  const self = [process.execPath, ...process.argv.slice(1)];
  run('xvfb-run', ['-a', '-s', '-screen 0 1400x900x24', ...self]);
}

const runtime = await findElectronRuntime().catch((error: Error) =>
  didNotRun('there is no electron to run them in', error.message),
);
await buildIfNeeded();
const playwright = join(projectDir, 'node_modules/@playwright/test/cli.js');
const config = join(projectDir, 'tests/e2e/playwright.config.ts');
run(process.execPath, [playwright, 'test', '--config', config, ...process.argv.slice(2)], {
  APPRODO_ELECTRON: runtime.executablePath,
});
