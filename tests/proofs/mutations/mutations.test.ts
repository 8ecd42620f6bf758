import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../rules/source-files.ts';
import { report } from '../sizes.ts';
import { changedTree, countOf } from './changed-tree.ts';
import { protections as protectionsOfTheCore } from './protections.ts';
import {
  isInWindow,
  type RanTest,
  runAllInNode,
  runAllInWindow,
  runUntilRed,
} from './run-tests.ts';
import { shellProtections } from './shell-protections.ts';

const protections = [...protectionsOfTheCore, ...shellProtections];

/** Runs the tests of a tree that were named to notice; true when one of them was red. */
const isNoticed = (tree: string, noticedBy: { file: string; named?: string }): boolean =>
  runUntilRed(tree, noticedBy).failed > 0;

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
  const files = [...new Set(protections.map(({ noticedBy }) => noticedBy.file))];
  let ran: RanTest[] = [];

  test('they run, in one tree that was copied as for a protection that is off', async () => {
    const tree = await changedTree();
    const [inWindow, inNode] = [files.filter(isInWindow), files.filter((one) => !isInWindow(one))];
    ran = [...runAllInNode(tree, inNode), ...runAllInWindow(tree, inWindow)];
    const red = ran.filter(({ isGreen }) => !isGreen);
    report('protections, control', { tests: ran.length, red: red.length });
    expect(red).toEqual([]);
  }, 7_200_000);

  test.each([...noticing])('%s is there, and green', (_, { file, named = '' }) => {
    const meant = ran.filter((one) => one.file.startsWith(file) && one.name.includes(named));
    expect(meant.length).toBeGreaterThan(0);
    expect(meant.filter(({ isGreen }) => !isGreen)).toEqual([]);
  });
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
