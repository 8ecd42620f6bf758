import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesAsSet, type SeenLine } from '../support/set-lines.ts';
import { samples } from './samples.ts';

/** What Chromium answered; made by `npm run chromium-lines`. */
const chromium: Record<string, SeenLine[]> = JSON.parse(
  readFileSync(new URL('golden/chromium-lines.json', import.meta.url), 'utf8'),
);

describe('lines are broken, ordered and as wide as Chromium sets them', () => {
  test.each(samples.map((sample) => [sample.name, sample] as const))('%s', (name, sample) => {
    const set = linesAsSet(sample.runs, sample.language);
    const expected = chromium[name] ?? [];
    expect(set.map(({ seen }) => seen)).toEqual(expected.map(({ seen }) => seen));
    for (const [index, { width }] of set.entries()) {
      expect(Math.abs(width - (expected[index]?.width ?? 0)), `line ${index}`).toBeLessThan(1);
    }
  });
});
