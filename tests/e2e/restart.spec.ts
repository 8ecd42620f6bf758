/*
 * That a lock ends the program whatever else goes on, seen from outside: nothing is attached to it (memory.spec.ts).
 */
import { watch } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { ByHand, prepareRegister, press, type } from './support/by-hand.ts';
import { isRunning } from './support/is-running.ts';
import { passphrase } from './support/register.ts';
import { onlyWithHands } from './support/where-possible.ts';

let home: string;
let stick: string;
let approdo: ByHand;
let folder: string;

test.beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'approdo-restart-'));
  stick = join(home, 'STICK');
  await mkdir(stick);
  approdo = new ByHand(home);
  folder = await prepareRegister(home, (client, files) => {
    files.grant('the-stick', stick, 'folder');
    return client.backups.savePlace({ grant: 'the-stick' });
  });
});

test.afterEach(async () => {
  approdo.endAll();
  await expect.poll(() => approdo.processes()).toEqual([]);
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

/** Waits for another main process than `former`; what it was started with. */
async function startedAfter(former: number | undefined, timeout: number): Promise<string> {
  await expect
    .poll(() => approdo.pidOf('main') ?? former, { timeout, intervals: [100] })
    .not.toBe(former);
  return approdo.commandLine();
}

test('a lock is followed by a fresh start, after its copy and after whoever types at the door', async () => {
  onlyWithHands();
  approdo.start();
  await approdo.unlock(folder);
  const first = approdo.pidOf('main');
  const copying = Number(approdo.vault());
  // Halted where the copy begins, so that there is a while in which to come to the door.
  const watcher = watch(stick, () => {
    process.kill(copying, 'SIGSTOP');
    watcher.close();
  });
  press('ctrl+l');
  const atTheDoor = () => approdo.vaults().filter((pid) => pid !== copying);
  await expect.poll(atTheDoor, { timeout: 20_000 }).toHaveLength(1);
  await pause(2_000);
  type(passphrase.slice(0, 8));
  expect(approdo.pidOf('main')).toBe(first);

  process.kill(copying, 'SIGCONT');
  await expect.poll(() => isRunning(copying), { timeout: 20_000 }).toBe(false);
  expect((await readdir(stick)).filter((name) => name.endsWith('.apb'))).toHaveLength(1);
  for (let second = 0; second < 4; second++) {
    await pause(1_000);
    type('x');
    expect(approdo.pidOf('main'), 'whoever types is not interrupted').toBe(first);
  }
  expect(await startedAfter(first, 60_000)).toContain('--after-copy=made');

  // A vault that ends by itself has left as much behind as one that was told to.
  await approdo.unlock(folder);
  const second = approdo.pidOf('main');
  process.kill(Number(approdo.vault()), 'SIGKILL');
  expect(await startedAfter(second, 20_000)).toContain('--after-lock=stopped');
});
