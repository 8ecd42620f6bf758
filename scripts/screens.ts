/**
 * `npm run screens -- --out DIR [--languages it,ar] [--looks light,dark,contrast] [--size 1366x768] [--zoom 200]`:
 * the program in the demonstration register, page after page and dialog after dialog, as pictures, with a contact
 * sheet for each language and look and a list of what is too long, too wide or cut off.
 */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runInWindows } from './run-in-windows.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    languages: { type: 'string', default: 'it,en,fr,es,ar,uk' },
    looks: { type: 'string', default: 'light,dark,contrast' },
    size: { type: 'string', default: '1366x768' },
    zoom: { type: 'string', default: '100' },
  },
});
if (values.out === undefined) {
  console.error('npm run screens -- --out DIR');
  process.exit(2);
}
const out = resolve(values.out);
await mkdir(out, { recursive: true });
const [width = 1366, height = 768] = values.size.split('x').map(Number);
const asked = {
  out,
  languages: values.languages.split(','),
  looks: values.looks.split(','),
  size: { width, height },
  zoom: Number(values.zoom),
};
await runInWindows([], { APPRODO_SCREENS_RUN: JSON.stringify(asked) });
