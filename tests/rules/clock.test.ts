import { expect, test } from 'vitest';
import { projectFiles } from './source-files.ts';

/** Where the computer may be asked what time it is; everything else gets it from the clock port. */
const CLOCKS = ['src/core/host/system-clock.ts'];
const READS_CLOCK = /\bDate\.now\(|\bnew Date\(\)|\bnew Date\b(?!\()/;

test('only the clock port reads the system clock', () => {
  const files = projectFiles('src', 'electron').filter(({ path }) => /\.tsx?$/.test(path));
  const readers = files.filter(({ text }) => READS_CLOCK.test(text)).map(({ path }) => path);
  expect(readers).toEqual(CLOCKS);
});
