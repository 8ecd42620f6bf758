/**
 * Runs Playwright over windows of the program, two at a time on screens in memory where there is no other, and as
 * root on Linux on a computer without any network but itself. Where that cannot be it says so in a way nobody
 * overlooks, and fails under CI.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildIfNeeded, projectDir } from './build-if-needed.ts';
import { findElectronRuntime } from './electron-runtime.ts';
import { ScreensInMemory } from './screens-in-memory.ts';

/** Each on a screen of its own. More would wait for each other on two processors. */
const AT_ONCE = 2;

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

const isOnScreensInMemory = wantsDisplay && !hasDisplay;
if (isOnScreensInMemory && !isInstalled('Xvfb')) {
  didNotRun(
    'there is no screen and no Xvfb',
    'Run them on a desktop, or install a screen in memory:\n\n  apt-get install xvfb',
  );
}

/** A command before which there is no network; null where this computer cannot do that. */
function withoutNetwork(): string[] | null {
  const command = ['unshare', '--net', '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  const [program = '', ...args] = command;
  const isPossible =
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync(program, [...args, 'true'], { stdio: 'ignore' }).status === 0;
  return isPossible ? command : null;
}

/** `args` for Playwright, `env` beside the environment. Sets the exit code of this process. */
export async function runInWindows(
  args: string[],
  env: Record<string, string> = {},
): Promise<void> {
  const runtime = await findElectronRuntime().catch((error: Error) =>
    didNotRun('there is no electron to run them in', error.message),
  );
  await buildIfNeeded();

  const screens = isOnScreensInMemory ? await ScreensInMemory.start(AT_ONCE) : undefined;
  const playwright = join(projectDir, 'node_modules/@playwright/test/cli.js');
  const config = join(projectDir, 'tests/e2e/playwright.config.ts');
  const cutOff = withoutNetwork();
  if (!cutOff) {
    console.error(
      '\nA PROOF DID NOT RUN: THE TESTS KEEP THEIR NETWORK (IT NEEDS ROOT, UNSHARE AND IP)\n',
    );
    if (isCi) process.exit(1);
  }
  const [command = '', ...commandArgs] = [
    ...(cutOff ?? []),
    ...[process.execPath, playwright, 'test', '--config', config, ...args],
  ];
  const child = spawn(command, commandArgs, {
    cwd: projectDir,
    env: {
      ...process.env,
      ...env,
      APPRODO_ELECTRON: runtime.executablePath,
      ...(screens ? { APPRODO_SCREENS: JSON.stringify(screens.screens) } : {}),
    },
    stdio: 'inherit',
  });
  // Playwright hears an interruption too, and closes what it opened before it ends.
  process.on('SIGINT', () => undefined);
  const [code] = await once(child, 'exit');
  await screens?.end();
  process.exitCode = code ?? 1;
}
