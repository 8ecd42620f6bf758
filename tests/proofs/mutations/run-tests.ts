/* Runs tests of a copied tree in processes of their own, and reads what became of them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Outcome {
  passed: number;
  failed: number;
}

export interface RanTest {
  /** From the root of the project. */
  file: string;
  /** With the groups it stands in. */
  name: string;
  isGreen: boolean;
}

export const isInWindow = (file: string) => file.startsWith('tests/e2e/');

/** Runs a command in the tree and returns how it ended, for whoever has to say that nothing ran. */
function run(tree: string, args: string[], env: Record<string, string> = {}): string {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    env: { ...process.env, ...env },
  });
  return `${status} ${stderr}`;
}

function inNode(tree: string, args: string[], output: string): string {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
  return run(tree, [...vitest, '--reporter=json', '--outputFile', output, ...args]);
}

/** Builds the program of the tree first: it is what the window shows. */
function inWindow(tree: string, args: string[], output: string): string {
  const playwright = ['scripts/e2e.ts', '--reporter=json', ...args];
  return run(tree, playwright, { PLAYWRIGHT_JSON_OUTPUT_NAME: output });
}

function reportOf<T>(output: string, said: string): T {
  if (!existsSync(output)) throw new Error(`no test ran: ${said}`);
  return JSON.parse(readFileSync(output, 'utf8')) as T;
}

/** Runs the tests of one file or folder that have this in their name, until the first is red. */
export function runUntilRed(
  tree: string,
  { file, named }: { file: string; named?: string },
): Outcome {
  const output = join(tree, 'noticed.json');
  const filter = (option: string) => (named === undefined ? [] : [option, named]);
  // One red test is enough.
  const said = isInWindow(file)
    ? inWindow(tree, [file, '--max-failures=1', ...filter('-g')], output)
    : inNode(tree, [file, '--bail=1', ...filter('-t')], output);
  const report = reportOf<{
    numPassedTests?: number;
    numFailedTests?: number;
    stats?: { expected: number; unexpected: number };
  }>(output, said);
  const outcome = {
    passed: report.numPassedTests ?? report.stats?.expected ?? 0,
    failed: report.numFailedTests ?? report.stats?.unexpected ?? 0,
  };
  // A tree that does not even load is no proof that anybody noticed.
  if (outcome.passed + outcome.failed === 0) throw new Error(`no test ran: ${said}`);
  return outcome;
}

/** Every test of these files, on one processor after the other. */
export function runAllInNode(tree: string, files: string[]): RanTest[] {
  const output = join(tree, 'all-in-node.json');
  const said = inNode(tree, ['--maxWorkers=2', ...files], output);
  const report = reportOf<{
    testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
  }>(output, said);
  return report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'skipped' && status !== 'pending')
      .map(({ fullName, status }) => ({
        file: relative(tree, name),
        name: fullName,
        isGreen: status === 'passed',
      })),
  );
}

interface Suite {
  suites?: Suite[];
  specs: { title: string; file: string; ok: boolean }[];
}

function specsIn({ suites = [], specs }: Suite): Suite['specs'] {
  return [...specs, ...suites.flatMap(specsIn)];
}

export function runAllInWindow(tree: string, files: string[]): RanTest[] {
  const output = join(tree, 'all-in-window.json');
  const said = inWindow(tree, files, output);
  const { suites } = reportOf<{ suites: Suite[] }>(output, said);
  return suites.flatMap(specsIn).map(({ title, file, ok }) => ({
    file: join('tests/e2e', file),
    name: title,
    isGreen: ok,
  }));
}
