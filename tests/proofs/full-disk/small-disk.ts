import { execFileSync } from 'node:child_process';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const STEP = 16 * 1024;

export interface SmallDisk {
  folder: string;
  /** Leaves about this many bytes free. */
  fill(leave?: number): Promise<void>;
  free(): Promise<void>;
  /** Takes it away at once, whatever is being written; what is open goes on into nothing. */
  pull(): void;
}

/** A disk in memory of some megabytes, so that it can be full. */
export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const place = join(await temporaryFolder(), 'disk');
  await mkdir(place);
  execFileSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${megabytes}m,mode=0700`,
    'approdo-test',
    place,
  ]);
  let isThere = true;
  const pull = () => {
    if (isThere) execFileSync('umount', ['-l', place]);
    isThere = false;
  };
  onTestFinished(pull);
  const folder = join(place, 'registro');
  await mkdir(folder);
  const ballast = join(place, 'ballast');
  return {
    folder,
    async fill(leave = 0) {
      const file = await open(ballast, 'a');
      try {
        for (;;) {
          const { bavail, bsize } = await statfs(place);
          const room = bavail * bsize - leave;
          if (room <= 0) return;
          await file.write(Buffer.alloc(Math.min(STEP, room)));
        }
      } finally {
        await file.close();
      }
    },
    free: () => rm(ballast, { force: true }),
    pull,
  };
}
