import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { startListening, tryToReach } from './support/hostile-page.ts';
import { DRIVEN_START, expect, NO_SANDBOX, projectDir, test } from './support/launch.ts';
import { dataOf, openRegister, somebody, withLetterAllowed } from './support/register.ts';
import { tracedElectron } from './support/traced.ts';
import { onlyAsRootOnLinux } from './support/where-possible.ts';

const ADDRESSES = ['', 'people', 'people/new', 'directory', 'calendar', 'reports', 'settings'];

test('nothing calls the internet while one works, and a page that was taken over tries', async ({
  approdo,
}) => {
  onlyAsRootOnLinux('to take the network away');
  test.setTimeout(120_000);
  expect(Object.keys(networkInterfaces())).toEqual(['lo']);
  const trace = await tracedElectron(approdo.home);
  approdo.startedBy = trace.program;
  await approdo.open();
  const folder = await openRegister(approdo);
  const { id: personId } = await dataOf<{ id: string }>(approdo, 'people.create', somebody('Una'));
  const { organisationId } = await withLetterAllowed(approdo, personId);
  const wanted = {
    personId,
    details: {
      templateCode: 'ANA',
      organisationId,
      facts: ['birth'],
      attachments: [],
      signedBy: 'O',
    },
  };
  const { seal } = await dataOf<{ seal: string }>(approdo, 'letters.check', wanted);
  const letter = await approdo.call('letters.issue', { ...wanted, seal });
  expect(letter).toMatchObject({ ok: true });
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder: folder });
  await approdo.page.reload();
  for (const address of [...ADDRESSES, `people/${personId}`, `people/${personId}/letters`]) {
    await approdo.page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${address}`);
    await approdo.page.waitForTimeout(300);
  }
  const server = await startListening();
  await approdo.page.evaluate(tryToReach, server.host);
  expect(approdo.problems.length).toBeGreaterThan(5);
  approdo.problems.length = 0;
  await approdo.afterLock(() => approdo.call('shell.lock'));
  await approdo.close();
  server.stop();

  expect([...server.visitors]).toEqual([]);
  expect(await trace.internetCalls()).toEqual([]);
  expect(await trace.allCalls()).toContainEqual(expect.stringContaining('AF_UNIX'));
});

test('control: a program without our protections is seen calling', async ({
  approdo,
  playwright,
}) => {
  onlyAsRootOnLinux('to record what another program calls');
  const trace = await tracedElectron(approdo.home);
  const server = await startListening();
  const open = await playwright._electron.launch({
    executablePath: trace.program,
    args: [DRIVEN_START, join(projectDir, 'tests/e2e/fixtures/open-program'), ...NO_SANDBOX],
  });
  const page = await open.firstWindow();
  await page.waitForLoadState();
  void page.evaluate(tryToReach, server.host).catch(() => undefined);
  await expect.poll(() => server.visitors.has('fetch')).toBe(true);
  await open.close();
  server.stop();
  expect(await trace.internetCalls()).toContainEqual(
    expect.stringMatching(/connect\(.*127\.0\.0\.1/),
  );
});
