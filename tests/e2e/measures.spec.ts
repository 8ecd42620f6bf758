/*
 * The measures against a network, one at a time. Together they hide each other: with one left out nothing would
 * be heard all the same. So all but one are taken away from the running program, and the one that is left has to do.
 */
import type { ElectronApplication } from '@playwright/test';
import { openForeignPage } from './support/foreign-page.ts';
import { startListening, tryToReach } from './support/hostile-page.ts';
import { expect, test } from './support/launch.ts';

/** No name and no number leads anywhere with this switch, whatever the session allows. */
const WITHOUT_LOOKUP = '--without-switch=host-resolver-rules';

type Measure = 'requests' | 'offline' | 'proxy';

/** Takes away every measure of the session that is not named. */
function leaveOnly(application: ElectronApplication, left: Measure[]): Promise<void> {
  return application.evaluate(async ({ webContents }, kept) => {
    const ours = webContents.getAllWebContents().find((c) => c.getURL() === 'app://approdo/');
    if (!ours) throw new Error('Our page is not open.');
    if (!kept.includes('requests')) ours.session.webRequest.onBeforeRequest(null);
    if (!kept.includes('offline')) ours.session.disableNetworkEmulation();
    if (!kept.includes('proxy')) {
      await ours.session.setProxy({ mode: 'direct' });
      await ours.session.closeAllConnections();
    }
  }, left);
}

for (const measure of ['requests', 'proxy'] as const) {
  test(`the session alone refuses by: ${measure}`, async ({ approdo }) => {
    const server = await startListening();
    await approdo.open(WITHOUT_LOOKUP);
    await leaveOnly(approdo.application, [measure]);
    const foreign = await openForeignPage(approdo, 'about:blank');
    await foreign.evaluate(tryToReach, server.host);
    expect([...server.visitors]).toEqual([]);
    approdo.problems.length = 0;
    server.stop();
  });
}

test('the resolver alone refuses every name and number', async ({ approdo }) => {
  const server = await startListening();
  await approdo.open();
  await leaveOnly(approdo.application, []);
  // Without a content policy of ours: it is the page of nobody.
  const foreign = await openForeignPage(approdo, 'about:blank');
  await foreign.evaluate(tryToReach, server.host);
  expect([...server.visitors]).toEqual([]);
  approdo.problems.length = 0;
  server.stop();
});

test('without the session the content policy of our page refuses', async ({ approdo }) => {
  const server = await startListening();
  const page = await approdo.open(WITHOUT_LOOKUP);
  await leaveOnly(approdo.application, []);
  await page.evaluate(tryToReach, server.host);
  expect([...server.visitors]).toEqual([]);
  expect(page.url()).toBe('app://approdo/');

  // Control: a page without a policy is heard now.
  const foreign = await openForeignPage(approdo, 'about:blank');
  await foreign.evaluate(tryToReach, server.host).catch(() => undefined);
  expect(server.visitors.size).toBeGreaterThan(5);
  approdo.problems.length = 0;
  server.stop();
});

test('Node has no network in the main process', async ({ approdo }) => {
  const server = await startListening();
  await approdo.open();
  const refused = await approdo.application.evaluate(async (_, host) => {
    const net = process.getBuiltinModule('node:net');
    const http = process.getBuiltinModule('node:http');
    const dns = process.getBuiltinModule('node:dns');
    const ways: Record<string, () => unknown> = {
      fetch: () => fetch(`http://${host}/fetch`),
      socket: () => net.connect(Number(host.split(':')[1]), '127.0.0.1'),
      http: () => http.get(`http://${host}/http`),
      lookup: () => dns.promises.lookup('localhost'),
    };
    const answers: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(ways)) {
      try {
        await attempt();
        answers[name] = 'done';
      } catch (error) {
        answers[name] = (error as Error).message;
      }
    }
    return answers;
  }, server.host);
  const refusal = 'network_refused';
  expect(refused).toEqual({ fetch: refusal, socket: refusal, http: refusal, lookup: refusal });
  expect([...server.visitors]).toEqual([]);
  server.stop();
});
