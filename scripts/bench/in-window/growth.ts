/**
 * What a hand waits for in the real window, from the press to the paint, and how it grows with the register: a person
 * opened, a name typed in the list, a change saved, the first page. Beside each the same in a register of a thousand.
 * And what an hour of such work leaves behind in the page.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { RunningApprodo } from '../../../tests/e2e/support/launch.ts';
import { dataOf, openMadeRegister } from '../../../tests/e2e/support/register.ts';
import { benchPassphrase, makeLargeRegister } from '../../../tests/support/large-register.ts';
import { buildIfNeeded } from '../../build-if-needed.ts';
import { findElectronRuntime } from '../../electron-runtime.ts';
import { compared, type Finding, timingOf } from '../measure.ts';

const SIZES = [1_000, 10_000, 100_000];
/** Milliseconds, by the goals of the project. */
const LIMITS: Record<number, number> = { 10000: 100, 100000: 200 };
const RUNS = 9;
/** As many pages as a desk opens in a busy hour. */
const PAGES_OF_AN_HOUR = 240;
const TYPED = ['ra', 'mo', 'ha', 'te', 'be', 'ka', 'lo', 'sa', 'ni', 'da'];

/** Runs in the page: until it shows what was asked for, with nothing still being read, and has been painted. */
async function untilPainted(ask: { hash?: string; typed?: string; press?: string }) {
  const content = document.getElementById('content') ?? document.body;
  const before = content.querySelector('table tbody')?.textContent;
  const titleBefore = content.querySelector('h1')?.textContent;
  const isThere = () => {
    if (content.querySelector('.mantine-Skeleton-root')) return false;
    if (ask.typed !== undefined) return content.querySelector('tbody')?.textContent !== before;
    if (ask.press !== undefined) return !window.location.hash.endsWith('/edit');
    return content.querySelector('h1')?.textContent !== titleBefore;
  };
  const start = performance.now();
  if (ask.hash !== undefined) window.location.hash = ask.hash;
  if (ask.typed !== undefined) {
    const field = content.querySelector<HTMLInputElement>('input[type="search"], input');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    write?.call(field, ask.typed);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (ask.press !== undefined) document.querySelector<HTMLElement>(ask.press)?.click();
  await new Promise<void>((resolve, reject) => {
    const until = performance.now() + 20_000;
    const look = () => {
      if (isThere()) resolve();
      else if (performance.now() > until) reject(new Error('what was asked for never came'));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  // Painted when the frame after the one that laid it out begins.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - start;
}

interface Listed {
  items: { id: string }[];
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(400);
}

async function handsOn(approdo: RunningApprodo): Promise<Record<string, number[]>> {
  const { page } = approdo;
  const taken: Record<string, number[]> = {
    'open a person': [],
    'open Today': [],
    'find by two letters': [],
    'save a change': [],
  };
  const { items } = await dataOf<Listed>(approdo, 'people.list', { limit: 50 });
  for (const { id } of items.slice(0, RUNS)) {
    await goTo(page, '#/people');
    taken['open a person']?.push(await page.evaluate(untilPainted, { hash: `#/people/${id}` }));
    taken['open Today']?.push(await page.evaluate(untilPainted, { hash: '#/' }));
  }
  await goTo(page, '#/people');
  for (const typed of TYPED.slice(0, RUNS)) {
    taken['find by two letters']?.push(await page.evaluate(untilPainted, { typed }));
    await page.waitForTimeout(300);
  }
  for (const [turn, { id }] of items.slice(RUNS, 2 * RUNS).entries()) {
    await goTo(page, `#/people/${id}/edit`);
    await page.locator('form textarea:not([aria-hidden])').last().fill(`Cambiato ${turn}`);
    const press = 'form button[type="submit"]';
    taken['save a change']?.push(await page.evaluate(untilPainted, { press }));
  }
  return taken;
}

/** Megabytes of the page's own memory, with what nobody needs any more swept out. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024 / 1024;
}

async function anHour(approdo: RunningApprodo): Promise<Finding> {
  const { page } = approdo;
  const { items } = await dataOf<Listed>(approdo, 'people.list', { limit: 50 });
  const parts = ['', '/diary', '/needs', '/letters', '/papers', '/edit'];
  const places = ['#/', '#/people', '#/calendar', '#/referrals', '#/directory', '#/programmes'];
  const visit = async (turn: number) => {
    const person = items[turn % items.length]?.id;
    const inside = `#/people/${person}${parts[turn % parts.length]}`;
    await goTo(page, turn % 2 ? inside : (places[(turn / 2) % places.length] ?? '#/'));
  };
  for (let turn = 0; turn < 40; turn++) await visit(turn);
  const before = await heapOf(page);
  for (let turn = 0; turn < PAGES_OF_AN_HOUR; turn++) await visit(turn);
  return compared(
    {
      name: `memory of the page after ${PAGES_OF_AN_HOUR} pages`,
      value: await heapOf(page),
      unit: 'MB',
    },
    { name: 'after the first forty', value: before },
    { ratio: 1.1 },
  );
}

async function over(people: number, finish: (approdo: RunningApprodo) => Promise<Finding[]>) {
  const folder = await makeLargeRegister(people);
  const home = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  const approdo = new RunningApprodo(_electron, home);
  try {
    await approdo.open();
    await openMadeRegister(approdo, folder, benchPassphrase);
    await approdo.page.getByRole('heading', { level: 1 }).waitFor();
    const taken = await handsOn(approdo);
    return { taken, more: await finish(approdo) };
  } finally {
    await approdo.close();
    for (const one of [home, folder])
      await rm(one, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function bench(): Promise<Finding[]> {
  await buildIfNeeded();
  const { executablePath } = await findElectronRuntime();
  process.env.APPRODO_ELECTRON = executablePath;
  const findings: Finding[] = [];
  const smallest: Record<string, number> = {};
  for (const people of SIZES) {
    const { taken, more } = await over(people, async (approdo) =>
      people === SIZES[1] ? [await anHour(approdo)] : [],
    );
    for (const [what, times] of Object.entries(taken)) {
      const value = timingOf(times).median;
      smallest[what] ??= value;
      const limit = LIMITS[people];
      findings.push(
        compared(
          { name: `${what}, ${people} people`, value, unit: 'ms' },
          { name: `${SIZES[0]} people`, value: smallest[what] ?? value },
          limit === undefined ? undefined : { value: limit },
        ),
      );
    }
    findings.push(...more);
  }
  return findings;
}
