// The least that Electron can do: what Approdo's own start is measured against.
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow } from 'electron';

app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 860, show: false });
  await window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)));
  window.show();
});
