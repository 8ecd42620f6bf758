import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shippedLibraries } from '../../scripts/library-list-plugin.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { root } from './source-files.ts';

const script = join(root, 'scripts/package-papers.ts');
const papersIn = (out: string) => {
  execFileSync(process.execPath, [script, '--out', out]);
  return {
    parts: readFileSync(join(out, 'sbom.cdx.json'), 'utf8'),
    notices: readFileSync(join(out, 'third-party-notices.txt'), 'utf8'),
  };
};

test('a list of what is shipped, and no more, travels with the program, each part with its licence', async () => {
  const { parts, notices } = papersIn(await temporaryFolder());
  const bom = JSON.parse(parts) as {
    bomFormat: string;
    components: { name: string; version: string; hashes?: { content: string }[] }[];
  };
  const shipped = shippedLibraries(join(root, 'package-lock.json'));
  expect(bom.bomFormat).toBe('CycloneDX');
  expect(bom.components.map(({ name, version }) => `${name}@${version}`).sort()).toEqual(
    shipped.map(({ name, version }) => `${name}@${version}`).sort(),
  );
  for (const { name, hashes } of bom.components) {
    expect(hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/);
  }
  for (const { name, version } of shipped) expect(notices).toContain(`${name} ${version}`);
  expect(notices).toContain('SIL OPEN FONT LICENSE');
  // In words of their own: of one in ten at most the licence is only named.
  expect(notices.match(/by the package itself/g)?.length ?? 0).toBeLessThan(shipped.length / 10);
  // Drawn by lot or by the clock they would differ each time.
  expect(parts).not.toMatch(/serialNumber|timestamp/);
});
