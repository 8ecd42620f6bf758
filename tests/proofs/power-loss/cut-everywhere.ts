import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect } from 'vitest';
import { seededRandom } from '#core/demo/seeded-random.ts';
import { part } from '../sizes.ts';
import { Disk, losses } from './disk-after-cut.ts';
import type { Recording } from './record-writes.ts';

/** Every file of a folder as it is now; they count as synced. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Buffer>();
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
    const path = join(parentPath, name);
    files.set(path, await readFile(path));
  }
  return files;
}

export interface Cut {
  /** How many of the recorded events had happened. */
  after: number;
  number: number;
  loss: (typeof losses)[number];
  /** Everything the program had said before. */
  said: string;
}

/**
 * Cuts the power `count` times at moments spread over the recording and looks at what is left in `target`. A
 * quarter of the cuts come right after the program said that something is saved: that promise is the point.
 */
export async function cutEverywhere(
  {
    recording,
    files,
    target,
  }: { recording: Recording; files: Map<string, Buffer>; target: string },
  count: number,
  look: (cut: Cut) => Promise<void>,
): Promise<void> {
  const { events } = recording;
  const random = seededRandom(count + 1_000_003 * (part - 1));
  const fraction = () => random.below(1_000_000) / 1_000_000;
  const promises = events.flatMap((event, index) => (event.kind === 'said' ? [index + 1] : []));
  const moments = Array.from({ length: count }, (_, number) =>
    number % 4 === 0 ? random.pick(promises) : 1 + random.below(events.length),
  ).sort((a, b) => a - b);
  const disk = new Disk(recording.folder, files);
  let played = 0;
  for (const [number, after] of moments.entries()) {
    for (; played < after; played++) {
      const event = events[played];
      if (event) disk.play(event);
    }
    const loss = losses[number % losses.length] ?? 'nothingMore';
    await disk.leaveAfterCut(target, loss, fraction);
    await look({ after, number, loss, said: disk.said });
  }
  for (const event of events.slice(played)) disk.play(event);
  await disk.leaveAfterCut(target, 'everything', fraction);
  await expectSame(target, recording.folder);
}

/** A write that went another way than we watched would be missing here. */
async function expectSame(target: string, folder: string): Promise<void> {
  const contents = async (root: string) =>
    [...(await filesIn(root))].map(([path, bytes]) => [relative(root, path), hashOf(bytes)]).sort();
  expect(await contents(target), 'the recording is whole').toEqual(await contents(folder));
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
