import { join } from 'node:path';
import type { Electron } from '@playwright/test';
import { openForeignPage } from './support/foreign-page.ts';
import {
  startListening,
  tryToGetPermissions,
  tryToReach,
  tryToRunText,
  WAYS_OUT,
} from './support/hostile-page.ts';
import {
  DRIVEN_START,
  expect,
  NO_SANDBOX,
  projectDir,
  runtimePath,
  test,
} from './support/launch.ts';

const OPEN_PROGRAM = join(projectDir, 'tests/e2e/fixtures/open-program');

function openProgram(electron: Electron) {
  return electron.launch({
    executablePath: runtimePath(),
    args: [DRIVEN_START, OPEN_PROGRAM, ...NO_SANDBOX],
  });
}

test.describe('the network', () => {
  test('control: a program without our protections is heard on every way', async ({
    playwright,
  }) => {
    const server = await startListening();
    const open = await openProgram(playwright._electron);
    const page = await open.firstWindow();
    await page.waitForLoadState();
    void page.evaluate(tryToReach, server.host).catch(() => undefined);
    await expect.poll(() => WAYS_OUT.filter((way) => !server.visitors.has(way))).toEqual([]);
    await open.close();
    server.stop();
  });

  test('our page is heard on none', async ({ approdo }) => {
    const server = await startListening();
    const page = await approdo.open();
    await page.evaluate(tryToReach, server.host);
    expect([...server.visitors]).toEqual([]);
    expect(page.url()).toBe('app://approdo/');
    // Each refusal is reported by the content policy: that it is silent would be the fault here.
    expect(approdo.problems.length).toBeGreaterThan(5);
    approdo.problems.length = 0;
    server.stop();
  });

  test('the session refuses even a page without a content policy', async ({ approdo }) => {
    const server = await startListening();
    await approdo.open();
    const foreign = await openForeignPage(approdo, 'about:blank');
    await foreign.evaluate(tryToReach, server.host);
    expect([...server.visitors]).toEqual([]);
    approdo.problems.length = 0;
    server.stop();
  });

  test('our own files are served, with their policy, and nothing else is', async ({ approdo }) => {
    const page = await approdo.open();
    const start = await page.evaluate(async () => {
      const answer = await fetch('app://approdo/');
      return { status: answer.status, policy: answer.headers.get('content-security-policy') };
    });
    expect(start.status).toBe(200);
    expect(start.policy).toContain("default-src 'none'");

    const refused = [
      '/../main/main.js',
      '/..%2fmain%2fmain.js',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/..\\..\\main\\main.js',
      '/assets',
      '//etc/passwd',
      '/INDEX.html',
    ];
    for (const path of refused) {
      const status = await page.evaluate(
        (at) =>
          fetch(at).then(
            (a) => a.status,
            () => 0,
          ),
        path,
      );
      expect([0, 404], path).toContain(status);
    }
    approdo.problems.length = 0;
  });
});

test.describe('the page', () => {
  test('shows pictures that it made itself', async ({ approdo }) => {
    const page = await approdo.open();
    const widths = await page.evaluate(async () => {
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>';
      const blob = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      const show = async (src: string) => {
        const image = new Image();
        image.src = src;
        await image.decode();
        return image.width;
      };
      return [await show(blob), await show(`data:image/svg+xml,${encodeURIComponent(svg)}`)];
    });
    expect(widths).toEqual([7, 7]);
  });

  test('runs no code that came as text', async ({ approdo, playwright }) => {
    const page = await approdo.open();
    expect(await page.evaluate(tryToRunText)).toEqual([]);
    // The one policy there is was made by the page itself, and nobody gets a second one of its name.
    const secondPolicy = page.evaluate(() =>
      Reflect.get(window, 'trustedTypes').createPolicy('approdo', {}),
    );
    await expect(secondPolicy).rejects.toThrow(/already exists/);
    approdo.problems.length = 0;

    const open = await openProgram(playwright._electron);
    const control = await (await open.firstWindow()).evaluate(tryToRunText);
    expect(control).toEqual(['address', 'function', 'handler', 'inline', 'policy', 'timeout']);
    await open.close();
  });

  test('has no Node, and of Electron two functions', async ({ approdo }) => {
    const page = await approdo.open();
    const seen = await page.evaluate(() => ({
      node: ['require', 'process', 'Buffer', 'module', 'global'].filter((name) => name in window),
      exposed: Object.keys(window.approdo).sort(),
      frozen: Reflect.set(window.approdo, 'call', null) === false,
    }));
    expect(seen).toEqual({ node: [], exposed: ['call', 'on'], frozen: true });
  });

  test('gets no permission and no device', async ({ approdo }) => {
    // With a camera that pretends to be there, a refusal is one of permission.
    const page = await approdo.open('--use-fake-device-for-media-stream');
    const answers = await page.evaluate(tryToGetPermissions);
    expect(answers).toEqual({
      states: ['denied', 'denied', 'denied', 'denied', 'denied'],
      camera: 'NotAllowedError',
      screen: 'NotAllowedError',
      clipboard: 'NotAllowedError',
      notifications: 'denied',
      position: 'permission denied',
      usb: 'refused',
      serial: 'refused',
    });
    approdo.problems.length = 0;
  });

  test('opens no window, no frame and no download', async ({ approdo }) => {
    const page = await approdo.open();
    // Otherwise a dialog would ask where to, and a download nobody refuses would wait for an answer.
    await approdo.application.evaluate(
      ({ webContents }, path) => {
        const ours = webContents.getAllWebContents().find((c) => c.getURL() === 'app://approdo/');
        ours?.session.on('will-download', (_, item) => item.setSavePath(path));
      },
      join(approdo.home, 'taken.txt'),
    );
    await page.evaluate(() => {
      window.open('app://approdo/');
      window.open('about:blank');
      const frame = document.createElement('iframe');
      frame.src = 'app://approdo/';
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'taken.txt';
      document.body.append(frame, document.createElement('webview'), link);
      link.click();
    });
    await page.waitForTimeout(500);
    const contents = await approdo.application.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((c) => c.getURL()),
    );
    expect(contents).toEqual(['app://approdo/']);
    expect(page.frames().map((frame) => frame.url())).not.toContain('app://approdo/#');
    expect(await approdo.filesInHome()).not.toContainEqual(expect.stringContaining('taken'));
    approdo.problems.length = 0;
  });
});

test.describe('the door between page and vault', () => {
  test('opens for our page and for no other', async ({ approdo }) => {
    await approdo.open();
    expect(await approdo.call('shell.info')).toMatchObject({ ok: true });

    for (const address of ['about:blank', 'app://approdo/']) {
      const foreign = await openForeignPage(approdo, address);
      const answer = await foreign.evaluate(() => window.approdo.call('shell.info'));
      expect(answer, address).toEqual({ ok: false, error: { code: 'not_allowed' } });
      // What is for the vault gets no port to it, and so no answer from it.
      const refused = await foreign.evaluate(() => window.approdo.call('vault.status'));
      expect(refused, address).toEqual({ ok: false, error: { code: 'vault_stopped' } });
    }
    approdo.problems.length = 0;
  });

  test('refuses what is not a call, and what is too large', async ({ approdo }) => {
    await approdo.open();
    const refused = { ok: false, error: { code: 'unknown_procedure' } };
    expect(await approdo.call('shell.unheardOf')).toEqual(refused);
    expect(await approdo.call('__proto__')).toEqual(refused);
    expect(await approdo.call('shell.constructor')).toEqual(refused);
    expect(await approdo.call('shell.setPreferences', { name: 'x' })).toEqual({
      ok: false,
      error: { code: 'invalid_input' },
    });
    const large = await approdo.page.evaluate(() =>
      window.approdo.call('people.search', { text: 'x'.repeat(17 * 1024 * 1024) }),
    );
    expect(large).toEqual({ ok: false, error: { code: 'too_large' } });
    const deep = await approdo.page.evaluate(() => {
      let value: unknown = 1;
      for (let depth = 0; depth < 200; depth += 1) value = [value];
      return window.approdo.call('people.search', value);
    });
    expect(deep).toEqual({ ok: false, error: { code: 'too_large' } });
  });
});
