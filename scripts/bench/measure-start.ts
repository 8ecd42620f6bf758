/**
 * How long an Electron program takes from its process to its shown window. By itself it compares
 * Approdo with an empty window: `node scripts/bench/measure-start.ts [runs]`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded, projectDir } from '../build-if-needed.ts';
import { findElectronRuntime } from '../electron-runtime.ts';

const MARKER = 'window-shown';
const TIMEOUT_MS = 30_000;

export const emptyWindowDir = fileURLToPath(new URL('empty-window', import.meta.url));

export interface StartMeasurement {
  medianMs: number;
  fastestMs: number;
  slowestMs: number;
}

function startOnce(executablePath: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(executablePath, args, {
      env: { ...process.env, APPRODO_START_MARKER: MARKER },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    let shownAfter: number | null = null;
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (shownAfter !== null || !output.includes(MARKER)) return;
      shownAfter = performance.now() - startedAt;
      child.kill('SIGTERM');
    });
    child.once('error', reject);
    child.once('exit', () => {
      if (shownAfter === null) reject(new Error('The program never showed its window.'));
      else resolve(shownAfter);
    });
  });
}

/**
 * Starts the program in `appDir` `runs` times, each in a new profile, after one start that only
 * warms the disk. The program must print APPRODO_START_MARKER once its window is shown.
 */
export async function measureStart(
  executablePath: string,
  appDir: string,
  runs = 10,
): Promise<StartMeasurement> {
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const profile = await mkdtemp(join(tmpdir(), 'approdo-start-'));
    const args = [...noSandbox, appDir, `--user-data-dir=${profile}`];
    const time = await startOnce(executablePath, args);
    if (run > 0) times.push(time);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { medianMs: at(0.5), fastestMs: at(0), slowestMs: at(1) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildIfNeeded();
  const { executablePath } = await findElectronRuntime();
  const runs = Number(process.argv[2] ?? 10);
  console.table({
    'empty window': await measureStart(executablePath, emptyWindowDir, runs),
    Approdo: await measureStart(executablePath, projectDir, runs),
  });
}
