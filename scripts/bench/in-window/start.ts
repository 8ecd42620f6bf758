/**
 * From the icon to the list, without the time a person needs to type: the program until its door is ready,
 * then from the passphrase until people are listed. Argon2id is slow on purpose and is reported apart.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { demoPassphrase } from '#core/demo/demo-passphrase.ts';
import { buildIfNeeded, projectDir } from '../../build-if-needed.ts';
import { findElectronRuntime } from '../../electron-runtime.ts';
import { compared, type Finding, timingOf } from '../measure.ts';

const RUNS = 7;
/** Five words cannot be typed faster. Nothing of it counts. */
const TYPING_MS = 1_500;
const emptyWindowDir = join(projectDir, 'scripts/bench/empty-window');
const drivenStart = join(projectDir, 'tests/e2e/fixtures/driven-start');
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

interface Sample {
  /** Until there is something to read and to type into. */
  shown: number;
  /** Until the list stands there. */
  milliseconds: number;
  megabytes: number;
}

async function megabytesOf(application: ElectronApplication): Promise<number> {
  const kilobytes = await application.evaluate(({ app }) =>
    app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
  );
  return kilobytes / 1024;
}

/**
 * On the clock of the page, which both programs have: milliseconds since 1970 of the first paint with something
 * on it. The very first paint of a window is its background, on which nobody can type.
 */
function firstContent(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const told = ({ startTime }: PerformanceEntry) =>
          resolve(performance.timeOrigin + startTime);
        new PerformanceObserver((list) =>
          list.getEntriesByName('first-contentful-paint').forEach(told),
        ).observe({
          type: 'paint',
          buffered: true,
        });
      }),
  );
}

/** Milliseconds from the passphrase until the first list stands there, seen from inside the page. */
function unlockAndList(page: Page): Promise<number> {
  return page.evaluate(
    async ([passphrase, typingMs]) => {
      const appears = (selector: string, index: number) =>
        new Promise<Element>((resolve) => {
          const look = () => {
            const found = document.querySelectorAll(selector)[index];
            if (found) resolve(found);
            return found;
          };
          if (look()) return;
          const observer = new MutationObserver(() => look() && observer.disconnect());
          observer.observe(document, { childList: true, subtree: true });
        });
      const entry = () => appears('input[type="password"]', 0) as Promise<HTMLInputElement>;
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      // Into the door that stands first; the program takes it over while somebody types.
      const field = await entry();
      setter?.call(field, passphrase);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, typingMs));
      const start = performance.now();
      (await entry()).form?.requestSubmit();
      await appears('main a[href*="#/people/"]', 1);
      return performance.now() - start;
    },
    [demoPassphrase, TYPING_MS] as const,
  );
}

async function launched(
  executablePath: string,
  args: string[],
  use: (page: Page) => Promise<number>,
): Promise<Sample> {
  const start = performance.timeOrigin + performance.now();
  const application = await _electron.launch({
    executablePath,
    args: [drivenStart, ...args, ...sandbox],
    env: { ...process.env } as Record<string, string>,
  });
  try {
    const page = await application.firstWindow();
    const shown = (await firstContent(page)) - start;
    const milliseconds = shown + (await use(page));
    return { shown, milliseconds, megabytes: await megabytesOf(application) };
  } finally {
    await application.close();
  }
}

/** Opens the demonstration and comes to the list; the first time it is made, which is not measured. */
function openList(executablePath: string, profile: string): Promise<Sample> {
  const args = [projectDir, `--user-data-dir=${profile}`, '--demo'];
  return launched(executablePath, args, async (page) => {
    const field = page.locator('input[type="password"]');
    const demoButton = page.locator('button').nth(3);
    await field.or(demoButton).first().waitFor({ timeout: 60_000 });
    if ((await field.count()) === 0) await demoButton.click();
    return unlockAndList(page);
  });
}

/** In a process of its own: the second derivation of a process finds its memory ready, which the vault's never does. */
async function derivation(folder: string): Promise<number> {
  const child = join(projectDir, 'scripts/bench/argon2id-child.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [child, folder, demoPassphrase]);
  return Number(stdout);
}

export async function bench(): Promise<Finding[]> {
  await buildIfNeeded();
  const { executablePath } = await findElectronRuntime();
  const profile = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  const emptyProfile = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  const own: Sample[] = [];
  const empty: Sample[] = [];
  const argon: number[] = [];
  try {
    for (let run = -1; run < RUNS; run++) {
      const mine = await openList(executablePath, profile);
      const theirs = await launched(
        executablePath,
        [emptyWindowDir, `--user-data-dir=${emptyProfile}`],
        async () => 0,
      );
      const derived = await derivation(join(profile, 'register'));
      if (run < 0) continue;
      argon.push(derived);
      own.push(mine);
      empty.push(theirs);
    }
  } finally {
    for (const folder of [profile, emptyProfile]) {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
  const median = (samples: number[]) => timingOf(samples).median;
  const times = (samples: Sample[]) => median(samples.map((sample) => sample.milliseconds));
  const memory = (samples: Sample[]) => median(samples.map((sample) => sample.megabytes));
  const argon2id = median(argon);
  const doors = (samples: Sample[]) => median(samples.map((sample) => sample.shown));
  return [
    compared(
      { name: 'cold start to the door', value: doors(own), unit: 'ms' },
      { name: 'cold start of an empty Electron window', value: doors(empty) },
      { ratio: 1.3 },
    ),
    compared(
      {
        name: 'cold start to a usable list, without Argon2id',
        value: times(own) - argon2id,
        unit: 'ms',
      },
      { name: 'cold start of an empty Electron window', value: times(empty) },
      { ratio: 1.5 },
    ),
    compared({
      name: 'Argon2id at the unlock of the demonstration',
      value: argon2id,
      unit: 'ms',
    }),
    compared(
      { name: 'memory of all processes with the list open', value: memory(own), unit: 'MB' },
      { name: "the empty window's processes", value: memory(empty) },
    ),
  ];
}
