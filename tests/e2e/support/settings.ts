import type { Page } from '@playwright/test';
import { wordsIn } from './words.ts';

type Part = 'own' | 'team' | 'deadlines' | 'papers' | 'keeping' | 'about';

/** By the two clicks that lead a person there. */
export async function openSettings(page: Page, part: Part, say = wordsIn('en')): Promise<void> {
  await page.getByRole('link', { name: say('common:nav.settings'), exact: true }).click();
  await page.getByRole('link', { name: say(`settings:parts.${part}`), exact: true }).click();
}
