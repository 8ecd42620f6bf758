import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from './support/is-running.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { openRegister, passphrase, somebody } from './support/register.ts';

const STOPPED = { ok: false, error: { code: 'vault_stopped' } };
/** Any core answers this one, locked or not: that it answers shows that the vault runs. */
const UNHEARD_OF = 'nothing.known';

test('a second start shows the first window and ends', async ({ approdo }) => {
  await approdo.open();
  expect(await approdo.startAgain(20_000)).toBe(0);
  expect(await approdo.call('shell.info')).toMatchObject({ ok: true });
});

test('a killed vault process stops its calls, not the program', async ({ approdo }) => {
  const page = await approdo.open();
  expect(await approdo.call(UNHEARD_OF)).not.toEqual(STOPPED);
  const first = await approdo.vaultPid();
  if (first === null) throw new Error('The vault process does not run.');

  await page.evaluate(() => {
    const events: unknown[] = [];
    window.approdo.on((event) => events.push(event));
    Object.assign(window, { events });
  });
  // Halted, so that the call is certain to be under way when the process dies.
  process.kill(first, 'SIGSTOP');
  const underWay = approdo.call(UNHEARD_OF);
  await page.waitForTimeout(200);
  process.kill(first, 'SIGKILL');

  expect(await underWay).toEqual(STOPPED);
  expect(await page.evaluate(() => Reflect.get(window, 'events'))).toContainEqual({
    name: 'register.locked',
    payload: { reason: 'stopped' },
  });
  expect(await approdo.call(UNHEARD_OF)).not.toEqual(STOPPED);
  expect(await approdo.vaultPid()).not.toBe(first);
});

test('no more than 64 calls are under way at once', async ({ approdo }) => {
  await approdo.open();
  const folder = await openRegister(approdo);
  const page = await approdo.afterLock(() => approdo.call('shell.lock'));
  // Each wrong passphrase costs the vault a while.
  const answers = await page.evaluate(
    (input) =>
      Promise.all(Array.from({ length: 70 }, () => window.approdo.call('vault.unlock', input))),
    { folder, passphrase: 'not the one at all' },
  );
  const busy = answers.filter((answer) => !answer.ok && answer.error.code === 'too_busy');
  expect(busy).toHaveLength(6);
});

test('locking ends the vault process and the page, and keeps the window', async ({ approdo }) => {
  const page = await approdo.open();
  await approdo.call(UNHEARD_OF);
  const vault = await approdo.vaultPid();
  const renderers = () =>
    approdo.application.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
    );
  const [renderer] = await renderers();
  await page.evaluate(() => Object.assign(window, { secret: 'kept in the memory of the page' }));

  const fresh = await approdo.afterLock(() => approdo.call('shell.lock'));
  expect(await fresh.evaluate(() => 'secret' in window)).toBe(false);
  expect(await approdo.call('shell.info')).toMatchObject({ data: { lockedBecause: 'asked' } });
  expect(await approdo.vaultPid()).toBeNull();
  expect(await renderers()).not.toContain(renderer);
  for (const pid of [vault, renderer]) {
    expect(pid).toBeGreaterThan(0);
    expect(isRunning(Number(pid))).toBe(false);
  }
  expect(await approdo.call(UNHEARD_OF)).not.toEqual(STOPPED);
});

test('a vault that does not answer is locked all the same', async ({ approdo }) => {
  await approdo.open();
  await approdo.call(UNHEARD_OF);
  const pid = Number(await approdo.vaultPid());
  process.kill(pid, 'SIGSTOP');
  await approdo.afterLock(() => approdo.call('shell.lock'));
  await expect.poll(() => approdo.vaultPid()).toBeNull();
});

test('a register that nobody uses locks itself, and using it keeps it open', async ({
  approdo,
}) => {
  const page = await approdo.open();
  await openRegister(approdo);
  const vault = Number(await approdo.vaultPid());
  await approdo.call('vault.setLockAfter', { minutes: 0.03 });
  for (let step = 0; step < 6; step++) {
    await page.waitForTimeout(500);
    await page.mouse.move(100 + step * 10, 100);
  }
  expect(await approdo.call('vault.session', {})).toMatchObject({ ok: true });
  await approdo.afterLock(() => Promise.resolve());
  expect(isRunning(vault)).toBe(false);
  expect(await approdo.call('shell.info', {})).toMatchObject({
    data: { lockedBecause: 'idle', isOpen: false },
  });
  expect(await approdo.call('people.list', {})).toMatchObject({
    error: { code: 'register_locked' },
  });
});

test('a vault killed while it writes opens again with everything it acknowledged', async ({
  approdo,
}) => {
  await approdo.open();
  const folder = await openRegister(approdo);
  const acknowledged: string[] = [];
  for (let round = 0; round < 4; round++) {
    const vault = Number(await approdo.vaultPid());
    const before = acknowledged.length;
    const writes = Promise.allSettled(
      Array.from({ length: 40 }, async (_, count) => {
        const given = `R${round}N${count}`;
        const { ok } = await approdo.call('people.create', somebody(given));
        if (ok) acknowledged.push(given);
      }),
    );
    // However busy the computer is, in the middle of it: some are saved, and some are not.
    await expect
      .poll(() => acknowledged.length - before, { intervals: [5] })
      .toBeGreaterThan(round);
    await approdo.afterLock(async () => process.kill(vault, 'SIGKILL'));
    // The page of before was thrown away, and its calls with it.
    await writes;
    expect(await approdo.call('shell.info')).toMatchObject({ data: { lockedBecause: 'stopped' } });
    const opened = await approdo.call('vault.unlock', { folder, passphrase });
    expect(opened.ok, JSON.stringify(opened)).toBe(true);
  }
  const { data } = (await approdo.call('people.list', { query: 'Salvata', limit: 200 })) as {
    data: { items: { listedName: string }[] };
  };
  const found = data.items.map((item) => item.listedName.replace('Salvata ', ''));
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter((name) => !found.includes(name))).toEqual([]);
  expect(found.length).toBeLessThan(4 * 40);
});

test('the keys that lock work without the page, and letters grow and shrink', async ({
  approdo,
}) => {
  const page = await approdo.open();
  await approdo.call(UNHEARD_OF);
  const width = () => page.evaluate(() => window.innerWidth);
  const before = await width();
  await approdo.pressNatively('=', 'control');
  await expect.poll(width).toBeLessThan(before);
  await approdo.pressNatively('0', 'control');
  await expect.poll(width).toBe(before);
  await approdo.afterLock(() => approdo.pressNatively('L', 'control', 'shift'));
  expect(await approdo.call('shell.info')).toMatchObject({ data: { lockedBecause: 'panic' } });
});

const onClipboard = (approdo: RunningApprodo) =>
  approdo.application.evaluate(({ clipboard }) => clipboard.readText());

async function copyHeading({ page }: RunningApprodo): Promise<string> {
  const heading = page.locator('h1').first();
  await heading.evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press('Control+C');
  return heading.innerText();
}

test('what was copied out of the page leaves the clipboard with the lock', async ({ approdo }) => {
  await approdo.open();
  await openRegister(approdo);
  const copied = await copyHeading(approdo);
  await expect.poll(() => onClipboard(approdo)).toBe(copied);
  // Long enough that it is not taken away for being new.
  await approdo.page.waitForTimeout(2_000);
  await approdo.afterLock(() => approdo.call('shell.lock'));
  expect(await onClipboard(approdo)).toBe('');
});

test('what was copied in a hurry, a moment before the lock, leaves it too', async ({ approdo }) => {
  await approdo.open();
  await openRegister(approdo);
  const [before, after] = ['a shopping list', 'what arrived late'];
  const write = (text: string) =>
    approdo.application.evaluate(({ clipboard }, it) => clipboard.writeText(it), text);
  await write(before);
  const copied = await copyHeading(approdo);
  await expect.poll(() => onClipboard(approdo)).toBe(copied);
  await approdo.afterLock(() => approdo.pressNatively('L', 'control', 'shift'));
  expect(await onClipboard(approdo)).toBe('');
  // What the page had sent on its way before it ended.
  await write(after);
  await expect.poll(() => onClipboard(approdo)).toBe('');
});

test('text of another program stays on the clipboard', async ({ approdo }) => {
  const page = await approdo.open();
  await openRegister(approdo);
  await copyHeading(approdo);
  // Until whatever comes to the clipboard is not taken for the page's any more.
  await page.waitForTimeout(2_000);
  await approdo.application.evaluate(({ clipboard }) => clipboard.writeText('a shopping list'));
  await approdo.afterLock(() => approdo.call('shell.lock'));
  expect(await onClipboard(approdo)).toBe('a shopping list');
});

test('nothing outlives the main process', async ({ approdo }) => {
  await approdo.open();
  await approdo.call(UNHEARD_OF);
  const vault = Number(await approdo.vaultPid());
  approdo.application.process().kill('SIGKILL');
  await expect.poll(() => isRunning(vault)).toBe(false);
});

test('preferences and window size are remembered, and nothing else', async ({ approdo }) => {
  await approdo.open();
  await approdo.call('shell.setPreferences', { language: 'en', lastFolder: '/some/where' });
  await approdo.application.evaluate(({ BaseWindow }) => {
    BaseWindow.getAllWindows()[0]?.setSize(1100, 750);
  });
  await approdo.page.evaluate(() => {
    localStorage.setItem('canary', 'a trace');
    sessionStorage.setItem('canary', 'a trace');
  });
  await approdo.page.waitForTimeout(300);
  await approdo.close();

  expect((await stat(approdo.profileDir)).mode & 0o777).toBe(0o700);
  await approdo.open();
  expect(await approdo.call('shell.info')).toMatchObject({
    ok: true,
    data: { language: 'en', lastFolder: '/some/where', lastFolderHolds: 'nothing' },
  });
  const size = await approdo.application.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.getSize(),
  );
  expect(size).toEqual([1100, 750]);
  expect(await approdo.page.evaluate(() => localStorage.getItem('canary'))).toBeNull();
  await approdo.close();

  const kept = await approdo.filesContaining(approdo.home, ['canary', 'a trace', '/some/where']);
  expect(kept).toEqual([join(approdo.profileDir, 'preferences.json')]);
});

test('the page never sees where a document is saved', async ({ approdo }) => {
  await approdo.open();
  await approdo.answerDialogs(null, join(approdo.home, 'chosen.pdf'), `${approdo.home}/`);
  const ask = (suggestedName: string) =>
    approdo.call('shell.chooseSavePath', { suggestedName, format: 'pdf' });

  expect(await ask('plan')).toEqual({ ok: true, data: { grant: null, fileName: '' } });
  const chosen = await ask('plan');
  expect(chosen).toMatchObject({ ok: true, data: { fileName: 'chosen.pdf' } });
  expect(JSON.stringify(chosen)).not.toContain(approdo.home);
  expect(await ask('piano-2026.exe')).toMatchObject({ data: { fileName: 'piano-2026.exe.pdf' } });
  expect(await ask('../../../etc/passwd')).toMatchObject({ error: { code: 'invalid_input' } });
});
