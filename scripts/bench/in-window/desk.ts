/**
 * What the four tasks of every day cost at the desk, done in the real window: clicks and keys as the page
 * counts them, and the time at the pace of a practised hand, thinking included. Argon2id, made once, is not in it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import {
  findAndOpenPerson,
  Hand,
  humanPace,
  measured,
  noteService,
  printLetter,
  registerNewPerson,
} from '../../../tests/e2e/support/desk-tasks.ts';
import { RunningApprodo } from '../../../tests/e2e/support/launch.ts';
import { dataOf, openRegister, withLetterAllowed } from '../../../tests/e2e/support/register.ts';
import { buildIfNeeded } from '../../build-if-needed.ts';
import { findElectronRuntime } from '../../electron-runtime.ts';
import { compared, type Finding } from '../measure.ts';

/** Seconds of a person at the desk. */
const LIMITS: Record<string, number> = { 'note a service': 10 };

async function prepared(approdo: RunningApprodo) {
  await approdo.open();
  await openRegister(approdo);
  const somebody = (given: string, family: string) => ({
    names: [{ kind: 'permit', script: 'latin', given, family }],
    sex: 'male',
    nationalities: [],
    languages: [],
  });
  await dataOf(approdo, 'people.create', somebody('Khaled', 'Darwish'));
  const { id } = await dataOf<{ id: string }>(approdo, 'people.create', somebody('Yonas', 'Tekle'));
  await withLetterAllowed(approdo, id);
  await approdo.answerDialogs(join(approdo.home, 'lettera.pdf'));
  await approdo.page.reload();
  return id;
}

async function driven(approdo: RunningApprodo): Promise<Finding[]> {
  const personId = await prepared(approdo);
  const { page } = approdo;
  const hand = new Hand(page, humanPace);
  const at = async (place: string) => {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, place);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(500);
  };
  const tasks: [string, string, () => Promise<void>][] = [
    ['find and open a person', '#/people', () => findAndOpenPerson(hand)],
    ['register a new person', '#/people', () => registerNewPerson(hand)],
    ['note a service', `#/people/${personId}/diary`, () => noteService(hand)],
    ['print a letter', `#/people/${personId}/letters`, () => printLetter(hand)],
  ];
  const findings: Finding[] = [];
  for (const [name, place, task] of tasks) {
    await at(place);
    const { clicks, keys, seconds } = await measured(page, task);
    const limit = LIMITS[name];
    findings.push(
      compared({ name: `${name}: clicks`, value: clicks, unit: 'clicks' }),
      compared({ name: `${name}: keys`, value: keys, unit: 'keys' }),
      compared(
        { name: `${name}: time at the pace of a hand`, value: seconds, unit: 's' },
        undefined,
        limit === undefined ? undefined : { value: limit },
      ),
    );
  }
  return findings;
}

export async function bench(): Promise<Finding[]> {
  await buildIfNeeded();
  const { executablePath } = await findElectronRuntime();
  process.env.APPRODO_ELECTRON = executablePath;
  const home = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  const approdo = new RunningApprodo(_electron, home);
  try {
    return await driven(approdo);
  } finally {
    await approdo.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
