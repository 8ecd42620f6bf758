import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, root } from './source-files.ts';

/** What the source of the shell has no use for; each of these would open a way out, or leave a trace. */
const NEVER =
  /openExternal|openPath|showItemInFolder|addRecentDocument|crashReporter|autoUpdater|allowpopups|enableBlinkFeatures|experimentalFeatures|file:\/\/|persist:|remote-debugging|setProxy\(\{ mode: 'direct'|executeJavaScript|ipcMain\.on\(/;
/** The list of what is refused names them. */
const NAMED_THERE = 'electron/host/debug-switches.ts';

test('nothing that Electron warns of stands in its source', () => {
  const files = projectFiles('electron/**/*.ts', 'electron/*.ts');
  expect(files.length).toBeGreaterThan(15);
  for (const { path, text } of files.filter((one) => one.path !== NAMED_THERE)) {
    expect(text, path).not.toMatch(NEVER);
  }
});

test('the fuses are those of the design', () => {
  const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const listed = /^electronFuses:\n((?: {2}.+\n)+)/m.exec(text)?.[1] ?? '';
  const fuses = Object.fromEntries(
    [...listed.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(fuses).toEqual({
    runAsNode: 'false',
    enableCookieEncryption: 'true',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    loadBrowserProcessSpecificV8Snapshot: 'false',
    grantFileProtocolExtraPrivileges: 'false',
  });
});

test('the switches of every page are set, and all pages are made in one place', () => {
  const files = projectFiles('electron/**/*.ts', 'electron/*.ts');
  const made = files.filter(({ text }) => /new (WebContentsView|BrowserWindow)\(/.test(text));
  expect(made.map(({ path }) => path)).toEqual(['electron/window.ts']);
  for (const on of ['sandbox', 'contextIsolation', 'webSecurity']) {
    expect(made[0]?.text).toContain(`        ${on}: true,\n`);
  }
  for (const off of [
    'nodeIntegration',
    'nodeIntegrationInSubFrames',
    'allowRunningInsecureContent',
    'webviewTag',
    'nodeIntegrationInWorker',
    'devTools',
    'spellcheck',
    'webgl',
    'plugins',
    'navigateOnDragDrop',
  ]) {
    expect(made[0]?.text).toContain(`        ${off}: false,\n`);
  }
});
