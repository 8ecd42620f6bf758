import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { expect, type RunningApprodo } from './launch.ts';
import { wordsIn } from './words.ts';

/** Longer than any computer takes to fill the demonstration register beside other work: it ends only what hangs. */
export const DEMO_MADE_WITHIN = 150_000;

/** The register as the program made it in the first test of this process; the next ones are given a copy. */
let made: string | null = null;

/** The door of the demonstration register. */
export async function comeToDemo(
  approdo: RunningApprodo,
  language: InterfaceLanguage = 'en',
): Promise<Page> {
  const register = join(approdo.profileDir, 'register');
  if (made !== null) await cp(made, register, { recursive: true });
  const page = await approdo.open('--demo');
  const demo = page.getByRole('button', { name: wordsIn(language)('vault:welcome.demo') });
  await expect(demo).toBeVisible({ timeout: DEMO_MADE_WITHIN });
  if (made === null) {
    const kept = join(await mkdtemp(join(tmpdir(), 'approdo-demo-')), 'register');
    await cp(register, kept, { recursive: true });
    process.once('exit', () => rmSync(join(kept, '..'), { recursive: true, force: true }));
    made = kept;
  }
  await demo.click();
  return page;
}

/** The demonstration register, unlocked and with its first page in sight. */
export async function openDemo(
  approdo: RunningApprodo,
  language: InterfaceLanguage = 'en',
): Promise<Page> {
  const say = wordsIn(language);
  const page = await comeToDemo(approdo, language);
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  await button('vault:unlock.demoFill').click();
  await button('vault:unlock.open').click();
  await expect(
    page.getByRole('heading', { level: 1, name: say('common:nav.today') }),
  ).toBeVisible();
  return page;
}
