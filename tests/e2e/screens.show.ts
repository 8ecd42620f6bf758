/*
 * Every page and the dialogs of a day as pictures, in one language and look after the other: to be looked at by
 * whoever changes something that is seen (`npm run screens`). It tests nothing and measures what eyes overlook: pages
 * longer than two heights of the window, wider than it, and texts that are cut off.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contactSheet } from '#core/demo/gallery/contact-sheet.ts';
import {
  type InterfaceLanguage,
  interfaceLanguages,
} from '#domain/vocabularies/interface-language.ts';
import { languageNames } from '#ui/i18n/languages.ts';
import { DEMO_MADE_WITHIN } from './support/demo.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { everyAddress, namedThings } from './support/routes.ts';
import { wordsIn } from './support/words.ts';

interface Asked {
  out: string;
  languages: string[];
  looks: string[];
  /** CSS pixels at 100 %. */
  size: { width: number; height: number };
  /** Per cent. */
  zoom: number;
}

interface Shot {
  name: string;
  path: string;
  /** Heights of the window that the page takes. */
  heights: number;
  isTooWide: boolean;
  cutOff: string[];
}

const asked = JSON.parse(process.env.APPRODO_SCREENS_RUN ?? '{}') as Asked;
const LOOKS: Record<string, { colours: 'light' | 'dark'; moreContrast: boolean }> = {
  light: { colours: 'light', moreContrast: false },
  dark: { colours: 'dark', moreContrast: false },
  contrast: { colours: 'light', moreContrast: true },
  'dark-contrast': { colours: 'dark', moreContrast: true },
};

/** A button of a page, by its text, and what it opens. */
const DIALOGS: { address: RegExp; button: string }[] = [
  { address: /^\/$/, button: 'services:noteService' },
  { address: /^\/people$/, button: 'lists:filters' },
  { address: /^\/calendar$/, button: 'appointments:add' },
  { address: /^\/people\/[^/]+\/letters$/, button: 'letters:write' },
  { address: /^\/people\/[^/]+\/needs$/, button: 'assessments:start' },
  { address: /^\/people\/[^/]+\/consents$/, button: 'consents:give' },
  { address: /^\/settings\/team$/, button: 'users:add' },
];

/** Runs in the page. */
function measure() {
  const content = document.getElementById('content') ?? document.documentElement;
  const isCut = (element: Element) => {
    const { overflowX, clip, clipPath } = getComputedStyle(element);
    // Said to who hears the page, and seen by nobody.
    const isUnseen = clip !== 'auto' || clipPath !== 'none';
    const hides = !isUnseen && (overflowX === 'hidden' || overflowX === 'clip');
    const hasText = [...element.childNodes].some((one) => one.nodeType === Node.TEXT_NODE);
    return (
      hides && hasText && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
    );
  };
  return {
    heights: Math.round((10 * content.scrollHeight) / content.clientHeight) / 10,
    isTooWide:
      document.documentElement.scrollWidth > window.innerWidth ||
      content.scrollWidth > content.clientWidth + 1,
    cutOff: [...document.querySelectorAll('body *')]
      .filter(isCut)
      .map((element) => element.textContent?.trim().slice(0, 60) ?? ''),
  };
}

async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(250);
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== 'running'),
  );
}

class Camera {
  readonly shots: Shot[] = [];
  readonly #approdo: RunningApprodo;
  readonly #folder: string;

  constructor(approdo: RunningApprodo, folder: string) {
    this.#approdo = approdo;
    this.#folder = folder;
  }

  async take(name: string): Promise<void> {
    const { page } = this.#approdo;
    await settle(page);
    const number = String(this.shots.length + 1).padStart(2, '0');
    const path = join(this.#folder, `${number}-${name}.png`);
    // By the program itself: from outside an enlarged page is cut.
    const picture = await this.#approdo.application.evaluate(async ({ webContents }) => {
      const shown = webContents.getAllWebContents().find((one) => one.isFocused());
      const image = await (shown ?? webContents.getAllWebContents()[0])?.capturePage();
      return image?.toPNG().toString('base64') ?? '';
    });
    await writeFile(path, Buffer.from(picture, 'base64'));
    this.shots.push({ name, path, ...(await page.evaluate(measure)) });
  }
}

/** Of an address, without the ids in it: `people-plans`. */
const nameOf = (address: string) =>
  address
    .split('/')
    .filter((part) => part !== '' && !/^[0-9a-f-]{36}$/.test(part))
    .join('-') || 'today';

async function photograph(approdo: RunningApprodo, camera: Camera, language: InterfaceLanguage) {
  const say = wordsIn(language);
  const { page } = approdo;
  await camera.take('welcome');
  await page
    .getByRole('button', { name: say('vault:welcome.demo') })
    .click({ timeout: DEMO_MADE_WITHIN });
  await camera.take('door');
  await page.getByRole('button', { name: say('vault:unlock.demoFill'), exact: true }).click();
  await page.getByRole('button', { name: say('vault:unlock.open'), exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: say('common:nav.today') }),
  ).toBeVisible();
  // The demonstration has sent no report yet, and a report that was sent has a page of its own.
  const year = new Date().getFullYear();
  await approdo.call('releases.send', {
    period: { from: `${year - 1}-01-01`, to: `${year}-12-31` },
    recipient: 'UNHCR',
    note: '',
    language,
  });
  for (const address of everyAddress(await namedThings(approdo))) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#${address}`);
    await camera.take(nameOf(address));
    const dialog = DIALOGS.find((one) => one.address.test(address));
    if (!dialog) continue;
    await page
      .getByRole('button', { name: say(dialog.button), exact: true })
      .first()
      .click();
    await camera.take(`${nameOf(address)}-${dialog.button.replace(/\W/g, '-')}`);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Control+k');
  await camera.take('palette');
}

const remarksOn = ({ name, heights, isTooWide, cutOff }: Shot) => [
  ...(heights > 2 ? [`${name}: ${heights} heights long`] : []),
  ...(isTooWide ? [`${name}: wider than the window`] : []),
  ...cutOff.map((text) => `${name}: cut off: ${text}`),
];

for (const language of interfaceLanguages.filter((one) => asked.languages?.includes(one))) {
  for (const look of Object.keys(LOOKS).filter((one) => asked.looks.includes(one))) {
    test(`${language}, ${look}`, async ({ approdo }) => {
      test.setTimeout(600_000);
      const folder = join(asked.out, `${language}-${look}`);
      await mkdir(folder, { recursive: true });
      let page = await approdo.open('--demo');
      await approdo.call('shell.setPreferences', { language, ...LOOKS[look] });
      await approdo.close();
      page = await approdo.open('--demo');
      await approdo.application.evaluate(
        ({ BaseWindow, webContents }, { size, zoom }) => {
          BaseWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
          for (const one of webContents.getAllWebContents()) one.setZoomFactor(zoom / 100);
        },
        { size: asked.size, zoom: asked.zoom },
      );
      await expect(page.getByRole('combobox').first()).toHaveValue(language);
      const camera = new Camera(approdo, folder);
      try {
        await photograph(approdo, camera, language);
      } finally {
        const shown = await Promise.all(
          camera.shots.map(async ({ name, path }) => ({
            caption: name,
            png: new Uint8Array(await readFile(path)),
          })),
        );
        const title = `${languageNames[language]}, ${look}`;
        await writeFile(`${folder}.pdf`, await contactSheet(title, shown));
        const remarks = camera.shots.flatMap(remarksOn);
        await writeFile(`${folder}.txt`, `${remarks.join('\n')}\n`);
        process.stdout.write(
          `${title}: ${camera.shots.length} pictures, ${remarks.length} remarks\n`,
        );
      }
    });
  }
}
