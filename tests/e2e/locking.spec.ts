import { say } from './support/desk.ts';
import { isRunning } from './support/is-running.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister, passphrase, somebody } from './support/register.ts';

async function expectLockedBecause(approdo: RunningApprodo, reason: string): Promise<void> {
  expect(await approdo.call('shell.info')).toMatchObject({
    data: { lockedBecause: reason, isOpen: false },
  });
  expect(await approdo.call('people.list')).toMatchObject({ error: { code: 'register_locked' } });
}

const unlock = (approdo: RunningApprodo, folder: string) =>
  dataOf(approdo, 'vault.unlock', { folder, passphrase });

/** What somebody had begun to type, kept by the page as it is told that the register closes. */
async function typeSomething(approdo: RunningApprodo, text: string): Promise<void> {
  const { page } = approdo;
  await page.reload();
  await page.evaluate(() => {
    window.location.hash = '#/people/new';
  });
  await page.getByLabel(say('people:form.family'), { exact: true }).first().fill(text);
}

test('however the computer is left, the vault ends, and what was typed is kept', async ({
  approdo,
}) => {
  test.setTimeout(120_000);
  await approdo.open();
  const folder = await openRegister(approdo);
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder: folder });
  // A closed lid is one of the first two, as the system is set; another user taking the screen is the third.
  for (const event of ['suspend', 'lock-screen', 'user-did-resign-active'] as const) {
    const vault = Number(await approdo.vaultPid());
    await typeSomething(approdo, `Begun before ${event}`);
    await approdo.afterLock(() =>
      approdo.application.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event),
    );
    expect(isRunning(vault), event).toBe(false);
    await expectLockedBecause(approdo, 'system');
    await unlock(approdo, folder);
    const key = { form: 'person', subjectId: 'new' };
    const { draft } = await dataOf<{ draft: { content: string } | null }>(
      approdo,
      'drafts.get',
      key,
    );
    expect(draft?.content, event).toContain(`Begun before ${event}`);
    // Otherwise the form waits for somebody to say what becomes of it.
    await dataOf(approdo, 'drafts.remove', key);
  }
});

test('after twelve hours it locks though somebody is using it', async ({ approdo }) => {
  await approdo.open();
  await openRegister(approdo);
  /** Moves the clock that only goes forward, as if the hours had passed. */
  const pass = (hours: number) =>
    approdo.application.evaluate(({ powerMonitor, webContents }, ms) => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + ms;
      const page = webContents.getAllWebContents().find((c) => c.getURL() === 'app://approdo/');
      // Somebody is there at this very moment.
      page?.emit('input-event', {}, { type: 'mouseMove' });
      powerMonitor.emit('resume');
    }, hours * 3_600_000);
  await pass(11.9);
  await approdo.page.waitForTimeout(300);
  expect(await approdo.call('shell.info')).toMatchObject({ data: { isOpen: true } });
  await approdo.afterLock(() => pass(0.2));
  await expectLockedBecause(approdo, 'idle');
});

test('in a hurry the keys lock at once, and the vault ends', async ({ approdo }) => {
  await approdo.open();
  await openRegister(approdo);
  const vault = Number(await approdo.vaultPid());
  await approdo.afterLock(() => approdo.pressNatively('L', 'control', 'shift'));
  expect(isRunning(vault)).toBe(false);
  await expectLockedBecause(approdo, 'panic');
});

test('of fifty calls under way at the lock none is answered with data afterwards', async ({
  approdo,
}) => {
  const page = await approdo.open();
  await openRegister(approdo);
  await dataOf(approdo, 'people.create', somebody('Una'));
  const told: string[] = [];
  await page.exposeFunction('tell', (what: string) => told.push(what));
  const vault = Number(await approdo.vaultPid());
  // Halted, so that all fifty are certain to be under way when the lock comes.
  process.kill(vault, 'SIGSTOP');
  await page.evaluate(() => {
    const tell = Reflect.get(window, 'tell') as (what: string) => void;
    for (let count = 0; count < 50; count++) {
      void window.approdo
        .call('people.list', { limit: 200 })
        .then((answer) => tell(answer.ok ? 'data' : answer.error.code));
    }
  });
  await approdo.afterLock(async () => {
    void approdo.call('shell.lock').catch(() => undefined);
    await expect.poll(() => told.length).toBe(50);
    // It goes on, with fifty calls to answer before it hears that it is to close.
    process.kill(vault, 'SIGCONT');
  });
  expect(told).toEqual(Array.from({ length: 50 }, () => 'vault_stopped'));
  expect(isRunning(vault)).toBe(false);
});
