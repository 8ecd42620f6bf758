import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFiles, root } from './source-files.ts';

/** Code that the linter must refuse, in the file it would stand in. */
const FORBIDDEN: [path: string, code: string][] = [
  ['src/domain/people/x.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/domain/people/x.ts', "import { x } from '#core/context.ts';"],
  ['src/disclosure/x.ts', "import { z } from 'zod';"],
  ['src/disclosure/x.ts', "import { x } from '#domain/people/person.ts';"],
  ['src/disclosure/x.ts', "import { x } from 'highs';"],
  ['src/matching/x.ts', "import { x } from '#core/context.ts';"],
  ['src/matching/x.ts', "import { z } from 'zod';"],
  ['src/solving/x.ts', "import { x } from '#disclosure/protect.ts';"],
  ['src/typesetting/x.ts', "import { x } from '#domain/people/person.ts';"],
  ['src/api/x.ts', "import { x } from '#core/context.ts';"],
  ['src/api/x.ts', "import { app } from 'electron';"],
  ['src/core/people/x.ts', "import { app } from 'electron';"],
  ['src/core/people/x.ts', "import { x } from '#ui/main.tsx';"],
  ['src/cli/x.ts', "import { app } from 'electron';"],
  ['src/ui/x.ts', "import { x } from '#core/context.ts';"],
  ['src/ui/x.ts', "import { x } from '#matching/weigh-pair.ts';"],
  ['src/ui/x.ts', "import { x } from 'node:fs';"],
  ['src/ui/x.ts', "import { ipcRenderer } from 'electron';"],
  ['electron/x.ts', "import { x } from '#ui/main.tsx';"],
];

/** Each piece of code in a file of its own, in a copy of the tree's shape, linted by our own rules. */
function findings(): Set<string> {
  const folder = mkdtempSync(join(tmpdir(), 'approdo-lint-'));
  try {
    const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    const { $schema: _, ...rules } = config;
    writeFileSync(
      join(folder, 'biome.json'),
      JSON.stringify({ ...rules, vcs: { enabled: false }, root: true }),
    );
    for (const [index, [path, code]] of FORBIDDEN.entries()) {
      const file = join(folder, path.replace('x.ts', `x-${index}.ts`));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${code}\nexport const y = typeof x;\n`);
    }
    const biome = join(root, 'node_modules/.bin/biome');
    const { stdout } = spawnSync(
      biome,
      ['lint', '--only=style/noRestrictedImports', '--reporter=github', '--max-diagnostics=none'],
      { cwd: folder, encoding: 'utf8' },
    );
    return new Set([...stdout.matchAll(/file=[^,]*x-(\d+)\.ts/g)].map(([, index]) => index ?? ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the direction of imports', () => {
  test('is held by the linter', () => {
    const found = findings();
    for (const [index, [path, code]] of FORBIDDEN.entries()) {
      expect(found.has(String(index)), `${path}: ${code}`).toBe(true);
    }
  });

  test('relative imports stay inside their part of src', () => {
    const escapes = projectFiles('src', 'electron').flatMap(({ path, text }) => {
      if (!/\.tsx?$/.test(path)) return [];
      const zone = path
        .split('/')
        .slice(0, path.startsWith('src/') ? 2 : 1)
        .join('/');
      return [...text.matchAll(/from '(\.\.?\/[^']+)'/g)]
        .map(([, target = '']) => posix.join(posix.dirname(path), target))
        .filter((target) => !target.startsWith(`${zone}/`))
        .map((target) => `${path} -> ${target}`);
    });
    expect(escapes).toEqual([]);
  });

  test('nobody switches the linter or the compiler off', () => {
    const marks = new RegExp(
      ['biome-' + 'ignore', '@ts-' + '(ignore|nocheck|expect-error)'].join('|'),
    );
    const files = projectFiles('src', 'electron', 'tests', 'scripts');
    expect(files.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
