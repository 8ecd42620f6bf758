// The fallback runtime has no default app of its own. This one does what Electron's does with
// `electron <folder>`: it loads the program in the folder given as the first argument.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('Give the folder of the program as an argument.\n');
  app.exit(1);
} else {
  const appPath = resolve(folder);
  const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
  app.setAppPath(appPath);
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version ?? '0.0.0');
  await import(pathToFileURL(join(appPath, manifest.main ?? 'index.js')).href);
}
