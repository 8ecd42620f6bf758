import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './support/launch.ts';
import { openRegister, somebody } from './support/register.ts';

/** Of Chromium's own session, which no page of ours is in; our preferences; the port that Playwright asked for. */
const KNOWN =
  /^(DevToolsActivePort|blob_storage|Cache|Code Cache|Cookies|DIPS|Dawn\w*Cache|Dictionaries|GPUCache|Local State|Local Storage|Network Persistent State|Preferences|Session Storage|Shared Dictionary|SharedStorage|Trust Tokens|TransportSecurity|WebStorage|preferences\.json)(-journal|-wal|-shm)?$/;

test('the switches of the page are as they must be', async ({ approdo }) => {
  await approdo.open();
  const found = await approdo.application.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => ({
      ...(contents as never as { getLastWebPreferences(): object }).getLastWebPreferences(),
    })),
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
  for (const never of ['experimentalFeatures', 'enableBlinkFeatures']) {
    expect([undefined, false, ''], never).toContain(Reflect.get(found[0] ?? {}, never));
  }
});

test('a session leaves only files that are known in the profile, for this user alone', async ({
  approdo,
}) => {
  const dumps = join(approdo.profileDir, 'Crashpad');
  await mkdir(join(dumps, 'pending'), { recursive: true });
  await writeFile(join(dumps, 'pending', 'memory.dmp'), 'what was in the memory');
  await approdo.open();
  const folder = await openRegister(approdo);
  await approdo.call('people.create', somebody('Una'));
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder: folder });
  await approdo.afterLock(() => approdo.call('shell.lock'));
  // Where GTK's dialogs would note every file that was chosen: packaged.spec.ts uses one of them.
  const listed = await approdo.application.evaluate(() => process.env.XDG_DATA_HOME);
  if (process.platform === 'linux') expect(listed).toBe('/dev/null');
  await approdo.close();

  const left = await readdir(approdo.profileDir, { recursive: true, withFileTypes: true });
  const names = left.map(({ name }) => name);
  const top = left.filter(({ parentPath }) => parentPath === approdo.profileDir);
  expect(top.map(({ name }) => name).filter((name) => !KNOWN.test(name))).toEqual([]);
  expect(await readdir(join(approdo.profileDir, 'Dictionaries')).catch(() => [])).toEqual([]);
  expect(names).not.toContain('memory.dmp');
  for (const entry of left.filter((one) => one.isFile())) {
    const { mode } = await stat(join(entry.parentPath, entry.name));
    expect(mode & 0o077, entry.name).toBe(0);
  }
  for (const name of await readdir(folder, { recursive: true })) {
    expect((await stat(join(folder, name))).mode & 0o077, name).toBe(0);
  }
});

test.skip(process.platform !== 'linux', 'asks a question that only Linux answers');
test('a core dump of main process or vault would hold nothing of their memory', async ({
  approdo,
}) => {
  await approdo.open();
  await approdo.call('vault.status', {});
  const main = Number(await approdo.application.evaluate(() => process.pid));
  for (const pid of [main, Number(await approdo.vaultPid())]) {
    const filter = await readFile(`/proc/${pid}/coredump_filter`, 'utf8');
    expect(Number.parseInt(filter, 16)).toBe(0);
  }
});
