import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './source-files.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

interface Locked {
  license?: string;
  dev?: boolean;
  optional?: boolean;
  resolved?: string;
}
const locked = Object.entries(lock.packages as Record<string, Locked>);

/** Licences that may be shipped inside an AGPL-3.0 program. */
const COMPATIBLE =
  /^(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|AGPL-3\.0-only|CC0-1\.0|Unlicense|BlueOak-1\.0\.0|Zlib|\(?MIT (OR|AND) [\w.-]+\)?|\(?[\w.-]+ OR MIT\)?)$/;

/** Packages that state their licence only in a file of theirs, read by a person. */
const READ_BY_HAND: Record<string, string> = { 'node_modules/png-js': 'MIT' };

describe('dependencies', () => {
  test('have exact versions', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
    for (const [name, version] of Object.entries(all)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  test('that are shipped have licences that suit ours', () => {
    const shipped = locked.filter(([path, { dev }]) => path.startsWith('node_modules/') && !dev);
    const doubtful = shipped.filter(
      ([path, { license }]) => !COMPATIBLE.test(license ?? READ_BY_HAND[path] ?? ''),
    );
    expect(doubtful.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  test('the lock file has the native parts of every platform and names no host', () => {
    const names = locked.map(([path]) => path);
    for (const platform of ['win32-x64-msvc', 'darwin-arm64', 'linux-x64-gnu', 'linux-arm64-gnu']) {
      expect(names).toContain(`node_modules/@node-rs/argon2-${platform}`);
    }
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
