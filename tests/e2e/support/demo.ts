import type { Page } from '@playwright/test';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { expect, type RunningApprodo } from './launch.ts';
import { wordsIn } from './words.ts';

/** Longer than any computer takes to fill the demonstration register beside other work: it ends only what hangs. */
export const DEMO_MADE_WITHIN = 150_000;

/** The demonstration register, made, unlocked and with its first page in sight. */
export async function openDemo(
  approdo: RunningApprodo,
  language: InterfaceLanguage = 'en',
): Promise<Page> {
  const say = wordsIn(language);
  const page = await approdo.open('--demo');
  const button = (key: string) => page.getByRole('button', { name: say(key), exact: true });
  await page
    .getByRole('button', { name: say('vault:welcome.demo') })
    .click({ timeout: DEMO_MADE_WITHIN });
  await button('vault:unlock.demoFill').click();
  await button('vault:unlock.open').click();
  await expect(
    page.getByRole('heading', { level: 1, name: say('common:nav.today') }),
  ).toBeVisible();
  return page;
}
