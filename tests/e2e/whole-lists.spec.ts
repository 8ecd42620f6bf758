import type { Page } from '@playwright/test';
import { addDays } from '#domain/dates/calendar-date.ts';
import { catchPrinting } from './support/catch-printing.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openAtLetters } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const REFERRALS = 55;
const SENT_TO_US = 12;
const SESSIONS = 35;
const LOGGED = 60;

interface Seeding {
  personId: string;
  organisationId: string;
}

/** More of everything than a page of it shows. */
async function fill(approdo: RunningApprodo, { personId, organisationId }: Seeding): Promise<void> {
  const { today } = await dataOf<{ today: string }>(approdo, 'vault.session');
  const urgency = 'normal';
  for (let index = 0; index < REFERRALS; index++) {
    await dataOf(approdo, 'referrals.create', {
      personId,
      details: { organisationId, urgency, reason: `Richiesta ${index}` },
      sent: { on: today, way: 'phone' },
    });
  }
  for (let index = 0; index < SENT_TO_US; index++) {
    await dataOf(approdo, 'inboundReferrals.save', {
      personId,
      details: {
        sender: `Scuola ${index}`,
        receivedOn: today,
        way: 'email',
        request: 'Corso',
        urgency,
      },
    });
  }
  for (let index = 0; index < SESSIONS; index++) {
    await dataOf(approdo, 'sessions.save', {
      details: {
        title: `Italiano ${index}`,
        type: 'ITA',
        heldOn: addDays(today, -index),
        minutes: 60,
      },
      participants: [{ personId, attendance: 'present' }],
    });
  }
  for (let index = 0; index < LOGGED; index++) {
    await dataOf(approdo, 'vault.setLockAfter', { minutes: 5 + (index % 2) });
  }
}

async function openAt(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
}

/** What is on the page in sight, and then all of it on paper, by the key that prints everywhere. */
async function expectWhole(page: Page, shown: RegExp, whole: { lines?: number; cards?: number }) {
  await expect(page.getByText(shown).first()).toBeVisible();
  const printed = await catchPrinting(page);
  await page.keyboard.press('Control+p');
  await expect
    .poll(async () => {
      const { lines = [], cards } = (await printed()) ?? {};
      return whole.lines === undefined ? { cards } : { lines: lines.length };
    })
    .toEqual(whole);
  await expect(page.getByText(shown).first()).toBeVisible();
}

test('referrals, lessons, the diary and the log are read page by page and printed whole', async ({
  approdo,
}) => {
  const { page, ...seeding } = await openAtLetters(approdo);
  await fill(approdo, seeding);

  await openAt(page, `#/people/${seeding.personId}/letters`);
  await expect(page.getByText(/1.10 (of|from) 12/)).toBeVisible();
  await expectWhole(page, /1.20 (of|from) 55/, { cards: REFERRALS + SENT_TO_US });
  await page
    .getByRole('button', { name: say('common:pagination.next') })
    .first()
    .click();
  await expect(page.getByText(/21.40 (of|from) 55/)).toBeVisible();
  await approdo.screenshot('70-referrals-in-pages');

  await openAt(page, '#/referrals');
  await expectWhole(page, /1.20 (of|from) 55/, { lines: REFERRALS });
  await openAt(page, '#/calendar/sessions');
  await expectWhole(page, /1.20 (of|from) 35/, { cards: SESSIONS });
  await openAt(page, `#/people/${seeding.personId}/diary`);
  const { total } = await dataOf<{ total: number }>(approdo, 'diary.list', {
    personId: seeding.personId,
  });
  expect(total).toBeGreaterThan(REFERRALS + SESSIONS);
  await expectWhole(page, new RegExp(`1.20 (of|from) ${total}`), { cards: total });

  await openAt(page, '#/settings/audit');
  await expect(page.getByText(/1.20 (of|from) \d+/)).toBeVisible();
  const printed = await catchPrinting(page);
  await page.keyboard.press('Control+p');
  await expect.poll(async () => (await printed())?.lines.length ?? 0).toBeGreaterThan(LOGGED);
  const log = await dataOf<{ total: number }>(approdo, 'audit.list', {});
  expect((await printed())?.lines).toHaveLength(log.total);
});
