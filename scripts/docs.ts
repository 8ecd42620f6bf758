/** `npm run docs -- --out DIR`: help, guides and documentation as plain pages, and the forms as DOCX and PDF. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectDir } from './build-if-needed.ts';
import { buildSite } from './docs/build-site.ts';

const [flag, out] = process.argv.slice(2);
if (flag !== '--out' || !out) {
  console.error('npm run docs -- --out DIR');
  process.exit(2);
}

const pages = readdirSync(join(projectDir, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name.replaceAll('\\', '/')}`)
  .sort();
const site = await buildSite(['README.md', ...pages]);
for (const [address, content] of site) {
  const file = join(resolve(out), address);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
console.log(`${site.size} files in ${resolve(out)}; begin with index.html`);
