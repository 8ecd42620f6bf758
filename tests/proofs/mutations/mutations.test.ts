import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../rules/source-files.ts';
import { changedTree, countOf } from './changed-tree.ts';
import { protections } from './protections.ts';

/** Runs the tests of a tree that were named to notice; true when one of them was red. */
function isNoticed(tree: string, { file, named }: { file: string; named?: string }): boolean {
  const output = join(tree, 'noticed.json');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--config', 'tests/vitest.config.ts', '--reporter=json', '--outputFile', output],
      ...[file, ...(named === undefined ? [] : ['-t', named])],
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  const report = JSON.parse(readFileSync(output, 'utf8')) as Record<string, number>;
  const { numPassedTests = 0, numFailedTests = 0 } = report;
  // A tree that does not even load is no proof that anybody noticed.
  if (numPassedTests + numFailedTests === 0) throw new Error(`no test ran: ${status} ${stderr}`);
  return numFailedTests > 0;
}

describe('the list of protections', () => {
  test.each(protections)('$name: its source is there, once, and so is its test', (protection) => {
    for (const { file, from, to } of protection.changes) {
      expect(from).not.toBe(to);
      expect(countOf(readFileSync(join(root, file), 'utf8'), from), `${file}: ${from}`).toBe(1);
    }
    expect(existsSync(join(root, protection.noticedBy.file))).toBe(true);
  });
});

// Hours of work for the processor: `npm run test:mutations`.
describe.runIf(process.env.APPRODO_MUTATIONS)('switched off', () => {
  test.each(protections)(
    '$name: somebody notices',
    async ({ changes, noticedBy }) => {
      expect(isNoticed(await changedTree(...changes), noticedBy)).toBe(true);
    },
    1_200_000,
  );
});
