/*
 * The folder that would be shipped, made by the real builder and started as somebody would start it. Playwright
 * cannot attach to it, because the program refuses to be debugged: so it is looked at from outside. Where the
 * Electron of the project cannot be downloaded it is made with the one of the tests, which shows the same of our
 * own configuration. Takes minutes: `npm run test:long`.
 */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Client } from '#api/client.ts';
import { FALLBACK_VERSION } from '../../scripts/fallback-runtime.ts';
import { anOffice, aPerson, aReferralConsent } from '../support/factories.ts';
import { ByHand, prepareRegister, press, saveInSystemDialog } from './support/by-hand.ts';
import { say, unlock } from './support/desk.ts';
import { expect, projectDir, runtimePath, test } from './support/launch.ts';
import { passphrase } from './support/register.ts';
import { Rehearsal } from './support/rehearsal.ts';
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

/** Somebody who agreed to letters to the one registry office there is. */
async function somebodyWithConsent(client: Client): Promise<void> {
  const { id: personId } = await client.people.create(aPerson());
  const { id: organisationId } = await client.organisations.save(anOffice());
  await client.consents.give({ personId, details: aReferralConsent(organisationId) });
}

/** From Today to the dialog of the system that asks where the letter goes. */
async function writeLetter(hand: Rehearsal, page: Page): Promise<void> {
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  await hand.click(page.getByRole('link', { name: say('common:nav.people'), exact: true }));
  await hand.click(page.getByRole('table').getByRole('link').first());
  await hand.click(
    page.getByRole('link', { name: say('people:person.tabs.letters'), exact: true }),
  );
  await hand.click(button('letters:write').first());
  await hand.see(page.getByLabel(say('letters:template')).first());
  hand.type('Anag');
  await hand.click(page.getByRole('option', { name: /Anagrafe/ }).first());
  await hand.click(button('letters:issue'));
  await hand.click(button('common:actions.savePdf').first());
}

test('it starts, unlocks, starts again after a lock, and prints a letter', async ({
  approdo: rehearsed,
}) => {
  test.setTimeout(400_000);
  onlyWithHands();
  await prepareRegister(rehearsed.home, somebodyWithConsent);
  const page = await rehearsed.open();
  await rehearsed.answerDialogs(join(rehearsed.home, 'letter.pdf'));
  await unlock(page, passphrase);
  const rehearsal = new Rehearsal(rehearsed);
  await writeLetter(rehearsal, page);
  const isSaved = say('common:fileSaved', { fileName: 'letter.pdf' });
  await expect(page.getByText(isSaved)).toBeVisible();
  await rehearsed.close();

  const folder = await prepareRegister(work, somebodyWithConsent);
  approdo.start(['--stay-after-lock']);
  try {
    await approdo.unlock(folder);
    const first = approdo.pidOf('main');
    // What keeps a test from losing the program in development is not heard here.
    press('ctrl+l');
    await expect.poll(() => approdo.pidOf('main'), { timeout: 30_000 }).not.toBe(first);
    await approdo.unlock(folder);
    await rehearsal.perform();
    const letter = join(work, 'letter.pdf');
    saveInSystemDialog(letter);
    await expect.poll(() => existsSync(letter), { timeout: 30_000 }).toBe(true);
    const text = spawnSync('pdftotext', ['-layout', letter, '-'], { encoding: 'utf8' }).stdout;
    expect(text).toContain('Comune di Prova');
    expect(text).toContain('Prot. n. 1/');
    // The dialog would note there what was chosen in it, with the name of the program.
    const files = await readdir(work, { recursive: true });
    expect(files.filter((path) => path.includes('recently-used'))).toEqual([]);
  } finally {
    approdo.endAll();
  }
});
