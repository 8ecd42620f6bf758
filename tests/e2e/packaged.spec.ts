/*
 * The folder that would be shipped, made by the real builder and started as somebody would start it. Playwright
 * cannot attach to it, because the program refuses to be debugged: so it is looked at from outside. Where the
 * Electron of the project cannot be downloaded it is made with the one of the tests, which shows the same of our
 * own configuration. Takes minutes: `npm run test:long`.
 */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { FALLBACK_VERSION } from '../../scripts/fallback-runtime.ts';
import { ByHand, prepareRegister, press } from './support/by-hand.ts';
import { projectDir, runtimePath } from './support/launch.ts';
import { onlyWithHands } from './support/where-possible.ts';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** In the order of Electron's first list of fuses; newer runtimes have more at the end. */
const FUSES = {
  runAsNode: '0',
  cookieEncryption: '1',
  nodeOptions: '0',
  nodeCliInspect: '0',
  embeddedAsarIntegrity: '1',
  onlyLoadAppFromAsar: '1',
  browserSpecificSnapshot: '0',
  grantFileProtocolExtraPrivileges: '0',
};

let work: string;
let program: string;
let approdo: ByHand;

/** The builder takes the runtime as it was released, without a program of its own in it. */
async function runtimeToPack(): Promise<string> {
  const runtime = join(work, 'electron');
  await cp(dirname(runtimePath()), runtime, { recursive: true });
  await rm(join(runtime, 'resources', 'app'), { recursive: true, force: true });
  return runtime;
}

test.beforeAll(async () => {
  test.setTimeout(600_000);
  work = await mkdtemp(join(tmpdir(), 'approdo-packaged-'));
  const builder = join(projectDir, 'node_modules/electron-builder/cli.js');
  const options = [
    `-c.electronDist=${await runtimeToPack()}`,
    `-c.directories.output=${join(work, 'dist')}`,
    ...(runtimePath().includes(FALLBACK_VERSION) ? [`-c.electronVersion=${FALLBACK_VERSION}`] : []),
  ];
  const made = spawnSync(process.execPath, [builder, '--linux', '--dir', '--x64', ...options], {
    cwd: projectDir,
    encoding: 'utf8',
  });
  expect(made.status, `${made.stdout}${made.stderr}`).toBe(0);
  program = join(work, 'dist', 'linux-unpacked', 'approdo');
  approdo = new ByHand(work, [program]);
});

test.afterAll(() => rm(work, { recursive: true, force: true }));

async function exitCodeOf(child: ChildProcess): Promise<number | null> {
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const [code] = await once(child, 'exit');
  clearTimeout(late);
  return code;
}

test('the fuses in the binary are those of the design', async () => {
  const binary = await readFile(program);
  const start = binary.indexOf(SENTINEL) + SENTINEL.length;
  expect(start).toBeGreaterThan(SENTINEL.length);
  const [version, count = 0] = binary.subarray(start, start + 2);
  expect(version).toBe(1);
  const wire = binary.toString('latin1', start + 2, start + 2 + count);
  expect(wire.slice(0, Object.keys(FUSES).length)).toBe(Object.values(FUSES).join(''));
});

for (const asked of [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect=0',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
  '--disable-web-security',
  '--load-extension=/tmp',
  '--enable-logging',
]) {
  test(`it does not start with ${asked}`, async () => {
    expect(await exitCodeOf(approdo.start([asked]))).toBe(1);
  });
}

test('it cannot be made to run as Node, nor to read other code first', async () => {
  const evil = join(work, 'evil.cjs');
  const trace = join(work, 'evil-was-here');
  await writeFile(evil, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'x')`);
  const asNode = approdo.start(['-e', 'process.exit(42)', '--inspect=0'], {
    ELECTRON_RUN_AS_NODE: '1',
  });
  expect(await exitCodeOf(asNode)).toBe(1);
  const withOptions = approdo.start(['--inspect=0'], { NODE_OPTIONS: `--require ${evil}` });
  expect(await exitCodeOf(withOptions)).toBe(1);
  await expect(readFile(trace)).rejects.toThrow();
});

test('it starts, its vault opens a register, and after a lock it starts again', async () => {
  test.setTimeout(400_000);
  onlyWithHands();
  const folder = await prepareRegister(work);
  approdo.start(['--stay-after-lock']);
  try {
    await approdo.unlock(folder);
    const first = approdo.pidOf('main');
    // What keeps a test from losing the program in development is not heard here.
    press('ctrl+l');
    await expect.poll(() => approdo.pidOf('main'), { timeout: 30_000 }).not.toBe(first);
    await approdo.unlock(folder);
  } finally {
    approdo.endAll();
  }
});
