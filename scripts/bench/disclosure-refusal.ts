import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Seconds until the real command has refused a file with that many cells: the fastest of three. */
export async function refusalSeconds(cells: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'approdo-bench-'));
  try {
    const file = join(folder, 'problem.json');
    const counts = Object.fromEntries(Array.from({ length: cells }, (_, at) => [`cell${at}`, 7]));
    const parts = Object.keys(counts);
    const problem = {
      threshold: 5,
      cells: { ALL: 1, ...counts },
      relations: [{ total: 'ALL', parts }],
    };
    writeFileSync(file, JSON.stringify(problem));
    const seconds = Array.from({ length: 3 }, () => {
      const start = performance.now();
      const { status, stdout } = spawnSync(process.execPath, [main, 'protect', file]);
      if (status !== 2 || stdout.length > 0) throw new Error('the file was not refused');
      return (performance.now() - start) / 1000;
    });
    return Math.min(...seconds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
