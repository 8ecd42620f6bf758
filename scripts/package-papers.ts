/**
 * `npm run package-papers [-- --out DIR]`: what has to travel with the program beside itself. A list of its parts
 * (CycloneDX, by npm from the lock file, of what is shipped alone) and their licences in full, as those ask.
 * The same tree gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectDir } from './build-if-needed.ts';
import { shippedLibraries } from './library-list-plugin.ts';

interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string };
  components: { name: string; version: string; 'bom-ref': string }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

const { values } = parseArgs({
  options: { out: { type: 'string', default: join(projectDir, 'out') } },
});
const out = resolve(values.out);
const shipped = shippedLibraries(join(projectDir, 'package-lock.json'));
const isShipped = new Set(shipped.map(({ name, version }) => `${name}@${version}`));

function listOfParts(): string {
  const npm = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const made = execFileSync('npm', npm, { cwd: projectDir, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const bom = JSON.parse(made) as Bom;
  // Drawn by lot and by the clock: two lists of the same tree would differ.
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  bom.components = bom.components.filter(({ name, version }) =>
    isShipped.has(`${name}@${version}`),
  );
  const known = new Set(bom.components.map((one) => one['bom-ref']));
  bom.dependencies = bom.dependencies
    .filter(({ ref }) => known.has(ref))
    .map((one) => ({ ...one, dependsOn: (one.dependsOn ?? []).filter((ref) => known.has(ref)) }));
  return `${JSON.stringify(bom, null, 2)}\n`;
}

/** Licences and notices as their authors wrote them; Chromium's own list is beside its runtime. */
function noticesOf(name: string): string[] {
  const folder = join(projectDir, 'node_modules', name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
}

function notices(): string {
  const line = '='.repeat(78);
  return shipped
    .map(({ name, version, licence }) => {
      const texts = noticesOf(name);
      const said = texts.length > 0 ? texts : [`Licence: ${licence}, by the package itself.`];
      return [line, `${name} ${version} (${licence})`, line, '', ...said, ''].join('\n');
    })
    .join('\n');
}

mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'sbom.cdx.json'), listOfParts());
writeFileSync(join(out, 'third-party-notices.txt'), notices());
console.log(`${shipped.length} parts in ${out}`);
