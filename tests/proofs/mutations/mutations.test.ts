import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../rules/source-files.ts';
import { changedTree, countOf } from './changed-tree.ts';
import { protections as protectionsOfTheCore } from './protections.ts';
import { shellProtections } from './shell-protections.ts';

const protections = [...protectionsOfTheCore, ...shellProtections];

interface Outcome {
  passed: number;
  failed: number;
}

function run(tree: string, args: string[], env: Record<string, string> = {}): string {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { ...process.env, ...env },
  });
  return `${status} ${stderr}`;
}

function runInNode(tree: string, file: string, named: string[], output: string): string {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
  // One red test is enough.
  const report = ['--bail=1', '--reporter=json', '--outputFile', output];
  return run(tree, [...vitest, ...report, file, ...named.flatMap((name) => ['-t', name])]);
}

/** Builds the program of the tree first: it is what the window shows. */
function runInWindow(tree: string, file: string, named: string[], output: string): string {
  const args = [
    'scripts/e2e.ts',
    file,
    '--reporter=json',
    '--max-failures=1',
    ...named.flatMap((name) => ['-g', name]),
  ];
  return run(tree, args, { PLAYWRIGHT_JSON_OUTPUT_NAME: output });
}

function outcomeOf(output: string): Outcome {
  const report = JSON.parse(readFileSync(output, 'utf8')) as {
    numPassedTests?: number;
    numFailedTests?: number;
    stats?: { expected: number; unexpected: number };
  };
  return {
    passed: report.numPassedTests ?? report.stats?.expected ?? 0,
    failed: report.numFailedTests ?? report.stats?.unexpected ?? 0,
  };
}

/** Runs the tests of a tree that were named to notice; true when one of them was red. */
function isNoticed(tree: string, { file, named }: { file: string; named?: string }): boolean {
  const output = join(tree, 'noticed.json');
  const runTests = file.startsWith('tests/e2e/') ? runInWindow : runInNode;
  const said = runTests(tree, file, named === undefined ? [] : [named], output);
  if (!existsSync(output)) throw new Error(`no test ran: ${said}`);
  const { passed, failed } = outcomeOf(output);
  // A tree that does not even load is no proof that anybody noticed.
  if (passed + failed === 0) throw new Error(`no test ran: ${said}`);
  return failed > 0;
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

const noticing = new Map(
  protections.map(({ noticedBy }) => [`${noticedBy.file} “${noticedBy.named ?? ''}”`, noticedBy]),
);

// Hours of work for the processor: `npm run test:mutations`.
describe.runIf(process.env.APPRODO_MUTATIONS)('control: with everything on', () => {
  test.each([...noticing])(
    '%s is green',
    async (_, noticedBy) => {
      expect(isNoticed(await changedTree(), noticedBy)).toBe(false);
    },
    1_200_000,
  );
});

describe.runIf(process.env.APPRODO_MUTATIONS)('switched off', () => {
  test.each(protections)(
    '$name: somebody notices',
    async ({ changes, noticedBy }) => {
      expect(isNoticed(await changedTree(...changes), noticedBy)).toBe(true);
    },
    1_200_000,
  );
});
