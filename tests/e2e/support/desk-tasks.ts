/*
 * The four things a desk does all day, as a hand does them: the tests count what they cost, the benchmark
 * prints it. Written once, so that both speak of the same steps. The pace is that of the keystroke-level
 * model (Card, Moran and Newell 1980): a key in 0.28 s, pointing and pressing in 1.3 s, and 1.35 s to make
 * up one's mind before each click.
 */
import type { Locator, Page } from '@playwright/test';
import { countActions } from './count-actions.ts';
import { expect } from './launch.ts';
import { wordsIn } from './words.ts';

const say = wordsIn('en');
const button = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true });

export interface Pace {
  keyMs: number;
  clickMs: number;
}
export const humanPace: Pace = { keyMs: 280, clickMs: 1_300 + 1_350 };

/** One hand at the mouse and the keyboard. It types key by key; without a pace it does not wait. */
export class Hand {
  readonly page: Page;
  readonly #pace: Pace | undefined;

  constructor(page: Page, pace?: Pace) {
    this.page = page;
    this.#pace = pace;
  }

  async #wait(milliseconds: number | undefined): Promise<void> {
    if (milliseconds) await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  async click(target: Locator): Promise<void> {
    await this.#wait(this.#pace?.clickMs);
    await target.click();
  }

  async press(key: string): Promise<void> {
    await this.#wait(this.#pace?.keyMs);
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    for (const key of text) {
      await this.#wait(this.#pace?.keyMs);
      await this.page.keyboard.type(key);
    }
  }

  async typeInto(field: Locator, text: string): Promise<void> {
    await this.click(field);
    await this.type(text);
  }
}

/** Something to look at on the way: a form with everything in it, before it is sent. */
type Look = (where: string) => Promise<unknown>;
const noLook: Look = async () => undefined;

/** From the list of people: seven fields, and the file is open. */
export async function registerNewPerson(hand: Hand, look: Look = noLook): Promise<void> {
  const { page } = hand;
  await hand.click(
    page.getByRole('link', { name: say('people:list.registerThis'), exact: true }).first(),
  );
  await hand.typeInto(page.getByLabel(say('people:form.family'), { exact: true }), 'Zerbini');
  await hand.press('Tab');
  await hand.type('Quisqualia');
  await hand.click(button(page, 'people:form.addName'));
  await hand.typeInto(page.getByLabel(say('people:form.given'), { exact: true }).nth(1), 'Lia');
  await hand.typeInto(page.getByLabel(say('common:dates.year')).first(), '1994');
  await hand.click(
    page
      .getByRole('radiogroup', { name: say('people:form.sex') })
      .getByText(say('vocabularies:sexes.female'), { exact: true }),
  );
  for (const [field, text] of [
    ['people:form.nationalities', 'Somalia'],
    ['people:form.languageAdd', 'Somali'],
  ] as const) {
    const choice = page.getByRole('combobox', { name: say(field) });
    await hand.typeInto(
      choice.or(page.getByRole('textbox', { name: say(field) })).first(),
      text.slice(0, 4),
    );
    await hand.click(page.getByRole('option', { name: text, exact: true }));
    await hand.press('Escape');
  }
  await hand.typeInto(page.getByLabel(say('people:form.contactValue')), '3331234567');
  await look('register a person');
  await hand.click(button(page, 'people:form.create'));
  await expect(page.getByRole('heading', { level: 1, name: 'Zerbini Quisqualia' })).toBeVisible();
}

/** From the list of people, which has a Darwish Khaled in it. */
export async function findAndOpenPerson(hand: Hand): Promise<void> {
  const { page } = hand;
  await hand.press('/');
  await hand.type('khal');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await hand.press('Enter');
  await hand.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Darwish Khaled' })).toBeVisible();
}

/** From the diary of a person: what was done, how long it took. */
export async function noteService(hand: Hand): Promise<void> {
  const { page } = hand;
  const before = await page.getByRole('article').count();
  await hand.press('Control+e');
  const dialog = page.getByRole('dialog', { name: say('services:newTitle') });
  await hand.click(dialog.getByText(say('vocabularies:serviceTypes.INF'), { exact: true }));
  await hand.click(dialog.getByText('15', { exact: true }));
  await hand.click(button(page, 'services:save'));
  await expect(page.getByRole('article')).toHaveCount(before + 1);
}

/** From any page: the dialog asks with whom. The register has a Zerbinatova Quisqualia. */
export async function noteServiceFromAnywhere(hand: Hand, look: Look = noLook): Promise<void> {
  const { page } = hand;
  await hand.press('Control+e');
  const dialog = page.getByRole('dialog', { name: say('services:newTitle') });
  await expect(dialog.getByLabel(say('services:person.label'))).toBeFocused();
  await look('note a service');
  await hand.type('quisk');
  await hand.click(page.getByRole('option', { name: /Zerbinatova/ }));
  await hand.click(dialog.getByText(say('vocabularies:serviceTypes.ORI'), { exact: true }));
  await hand.click(button(page, 'services:save'));
  await expect(dialog).toHaveCount(0);
}

/** From the letters of somebody who gave their consent; there is one registry office. */
export async function printLetter(hand: Hand, look: Look = noLook): Promise<void> {
  const { page } = hand;
  await hand.click(button(page, 'letters:write').first());
  await look('new letter');
  // The choice of the letter has the focus already, and the one office of its kind is chosen.
  await hand.type('Ana');
  await hand.click(page.getByRole('option', { name: /Anagrafe/ }).first());
  await hand.click(button(page, 'letters:issue'));
  await expect(page.getByText(say('letters:issuedTitle'))).toBeVisible();
  await hand.click(button(page, 'common:actions.savePdf'));
  await expect(page.getByText(say('common:fileSaved', { fileName: 'lettera.pdf' }))).toBeVisible();
}

/** What a task costs the hands, and how long it took. */
export async function measured(page: Page, task: () => Promise<void>) {
  const counted = await countActions(page);
  const start = performance.now();
  await task();
  const seconds = (performance.now() - start) / 1_000;
  return { ...(await counted.read()), seconds };
}
