import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister, passphrase } from './support/register.ts';

declare global {
  interface Window {
    /** What the page looked like, and was asked, before its program ran. */
    seenStill: Drawn[] | undefined;
  }
}

interface Drawn {
  what: string;
  at: number[];
  looks: string[];
}

/** Runs inside the page: every part of a door, where it stands and how it is drawn. */
function drawnIn(selector: string): Drawn[] {
  const door = document.querySelector(selector);
  if (!door) return [];
  return [...door.querySelectorAll('*')]
    .filter((part) => part.localName !== 'option')
    .map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      const { color, backgroundColor, fontSize, fontWeight, borderRadius, display } =
        getComputedStyle(part);
      const words = part.childElementCount === 0 ? (part.textContent ?? '') : '';
      return {
        what: `${part.localName} ${words}`.trim(),
        at: [x, y, width, height].map(Math.round),
        looks: [color, backgroundColor, fontSize, fontWeight, borderRadius, display],
      };
    });
}

/** With each frame of the next page in which the door stands and no program does. */
async function beforeTheProgram(page: Page, typed: string, keys: string[] = []) {
  await page.addInitScript(
    ([text, pressed, read]) => {
      const describe = new Function(`return ${read}`)() as (selector: string) => Drawn[];
      const eachFrame = () => {
        const field = document.querySelector<HTMLInputElement>('#still-door [type=password]');
        if (!field) return;
        window.seenStill = describe('#still-door > :first-child');
        if (field.value === '') {
          field.value = text;
          field.setSelectionRange(2, 2);
        }
        for (const key of pressed) {
          field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        }
        requestAnimationFrame(eachFrame);
      };
      requestAnimationFrame(eachFrame);
    },
    [typed, keys, drawnIn.toString()] as const,
  );
  await page.reload();
}

async function closedRegister(
  approdo: RunningApprodo,
  prepare?: () => Promise<unknown>,
): Promise<Page> {
  await approdo.open();
  const folder = await openRegister(approdo);
  await prepare?.();
  // A name that means something in a page, and must not.
  const lastFolder = join(approdo.home, `soci & "amici" <b>d'oggi`);
  await dataOf(approdo, 'shell.setPreferences', { lastFolder, asksForName: false });
  await approdo.close();
  await rename(folder, lastFolder);
  return approdo.open();
}

const passphraseField = (page: Page) => page.locator('#root input[type=password]');

test('the door stands before its program and looks as it will', async ({ approdo }) => {
  const page = await closedRegister(approdo);
  await beforeTheProgram(page, 'lant');
  const field = passphraseField(page);
  await expect(field, 'nothing typed is lost').toHaveValue('lant');
  await expect(field).toBeFocused();
  expect(await field.evaluate((one: HTMLInputElement) => one.selectionStart)).toBe(2);
  await expect(page.locator('#still-door')).toHaveCount(0);
  const still = (await page.evaluate(() => window.seenStill)) ?? [];
  await field.fill('');
  const living = await page.evaluate(drawnIn, '#root > :first-child');
  expect(still.length).toBeGreaterThan(40);
  expect(still).toEqual(living);
});

test('what is pressed before the program runs is done when it does', async ({ approdo }) => {
  const page = await closedRegister(approdo);
  await beforeTheProgram(page, passphrase, ['Enter']);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  expect(await page.evaluate(() => window.seenStill?.length)).toBeGreaterThan(40);
});

test('who has begun to type the passphrase is not moved to where it can be read', async ({
  approdo,
}) => {
  const page = await closedRegister(approdo, () =>
    dataOf(approdo, 'users.add', {
      name: 'Samira Aldeghi',
      role: 'volunteer',
      passphrase: 'mulino vela cedro lanterna scoglio',
    }),
  );
  await beforeTheProgram(page, 'lant');
  // Only now the vault tells that there are several users.
  await expect(page.getByLabel('Your sign-in name')).toBeVisible();
  await expect(passphraseField(page)).toBeFocused();
  await expect(passphraseField(page)).toHaveValue('lant');
  await approdo.call('shell.setPreferences', { asksForName: true });
  await page.reload();
  await expect(page.locator('#root input').first()).toBeFocused();
  const fields = await page.evaluate(
    () => window.seenStill?.filter(({ what }) => what === 'input').length,
  );
  expect(fields, 'the next time it is known from the beginning').toBe(2);
});
