import type { Locator, Page } from '@playwright/test';
import { expectAccessible, toTheTop } from './support/accessible.ts';
import { catchPrinting } from './support/catch-printing.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import { dataOf, openRegister, somebody } from './support/register.ts';
import { wordsIn } from './support/words.ts';

const say = wordsIn('en');
const button = (scope: Page | Locator, key: string) =>
  scope.getByRole('button', { name: say(key), exact: true });
const listOf = (page: Page, kind: string) =>
  page.getByRole('list', { name: say(`records:titles.${kind}`), exact: true });
const fieldOf = (form: Locator, kind: string, name: string) =>
  form.getByLabel(say(`records:fields.${kind}.${name}`), { exact: true });

type Typed = Record<string, string>;

/** Fills a form of the overview as somebody does who has all the answers, and saves it. */
async function addRecord(page: Page, kind: string, { typed = {} as Typed, chosen = {} as Typed }) {
  await button(page, `records:additions.${kind}`).click();
  const form = page.getByRole('dialog', { name: say(`records:additions.${kind}`) });
  for (const [name, label] of Object.entries(chosen)) {
    const field = fieldOf(form, kind, name).first();
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') {
      await field.selectOption(label);
      continue;
    }
    await field.fill(label);
    await page.getByRole('option', { name: label, exact: true }).click();
  }
  for (const [name, text] of Object.entries(typed)) await fieldOf(form, kind, name).fill(text);
  await button(form, 'common:actions.save').click();
  await expect(form).toHaveCount(0);
}

async function visit(approdo: RunningApprodo, hash: string): Promise<void> {
  await approdo.page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

async function start(approdo: RunningApprodo): Promise<string> {
  await approdo.open();
  await openRegister(approdo);
  await dataOf(approdo, 'people.create', {
    ...somebody('Ospitante'),
    fiscalCode: 'RSSMRA85T10A562S',
  });
  const birth = { year: 1994, month: 3, certainty: 'declared' };
  const { id } = await dataOf<{ id: string }>(approdo, 'people.create', {
    ...somebody('Quisqualia'),
    birth,
  });
  await approdo.page.reload();
  return id;
}

/** What is wrong is said at the field, and nothing of it is kept. */
async function tryBadInput({ page, application }: RunningApprodo): Promise<void> {
  const family = page.getByLabel(say('people:form.family'), { exact: true }).first();
  const given = page.getByLabel(say('people:form.given'), { exact: true }).first();
  const save = button(page, 'common:actions.saveChanges');
  for (const nothing of ['', '\u200b\u200e\u2060']) {
    await family.fill(nothing);
    await given.fill(nothing);
    await save.click();
    await expect(page.getByText(say('people:form.nameNeeded'))).toBeVisible();
  }
  await application.evaluate(({ clipboard }) => clipboard.writeText('x'.repeat(10_000)));
  await family.fill('');
  await page.keyboard.press('Control+v');
  const cut = page.getByRole('alert').filter({ hasText: '10000' });
  await expect(cut).toHaveText(say('common:forms.cut', { most: 120, typed: 10_000 }));
  await given.fill('<b>Quisqualia</b>');
  await expect(cut).toHaveCount(0);
  await family.fill("Salvata'); DROP TABLE person;--");
  await page.getByLabel(say('common:dates.year')).first().fill('2099');
  await save.click();
  await expect(page.getByText(say('common:dates.inFuture'))).toBeVisible();
  await page.getByLabel(say('common:dates.year')).first().fill('1994');
}

test('who somebody is, how they learnt, work and live, is filled in, seen and printed', async ({
  approdo,
}) => {
  const personId = await start(approdo);
  const { page } = approdo;
  await visit(approdo, `/people/${personId}/edit`);
  await tryBadInput(approdo);
  await page.getByLabel(say('people:form.gender')).fill('donna trans');
  await page.getByLabel(say('people:form.pronoun')).fill('lei');
  const code = page.getByLabel(say('people:form.fiscalCode'));
  await code.fill('rss mra 85t10 a562s');
  await expect(page.getByRole('status').getByRole('link', { name: /Ospitante/ })).toBeVisible();
  await code.fill('12345678901');
  await expect(page.getByText(say('people:fiscalCode.checkCharacter'))).toBeVisible();
  await expect(page.getByText(say('vocabularies:fiscalCodeKinds.provisional'))).toBeVisible();
  await code.fill('ENI0010010000001');
  await expect(page.getByText(say('vocabularies:fiscalCodeKinds.eni'))).toBeVisible();
  await code.fill('STP00100');
  await expect(page.getByText(say('people:fiscalCode.shape'))).toBeVisible();
  await code.fill('STP0010010000001');
  await expect(page.getByText(say('vocabularies:fiscalCodeKinds.stp'))).toBeVisible();
  await expect(page.getByText(say('people:fiscalCode.shape'))).toHaveCount(0);
  await code.fill('STP00100');
  await page
    .getByLabel(say('people:form.interpreterWish'))
    .selectOption(say('vocabularies:interpreterWishes.woman'));
  await page
    .getByLabel(say('people:form.cameThrough'))
    .selectOption(say('vocabularies:doors.office'));
  await page.getByLabel(say('people:form.sentBy')).fill('Anagrafe di Prova');
  await page.getByLabel(say('people:form.request')).fill('Vorrei imparare a leggere');
  await fillTheRest(page);
  await button(page, 'common:actions.saveChanges').click();
  await expect(page.getByText('donna trans · lei')).toBeVisible();
  await expect(page.getByText('STP00100')).toBeVisible();
  await expect(
    page.getByText(`${say('vocabularies:doors.office')} · Anagrafe di Prova`),
  ).toBeVisible();
  await expect(page.getByText('«Vorrei imparare a leggere»')).toBeVisible();
  await seeTheRest(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<b>Quisqualia</b>');

  const word = (list: string, code: string) => say(`vocabularies:${list}.${code}`);
  await addRecord(page, 'education', {
    chosen: {
      level: word('educationLevels', 'isced-3'),
      titleHeld: word('titleHoldings', 'unsafeToAskFor'),
      recognition: word('recognitions', 'underWay'),
    },
    typed: { subject: 'Meccanica', place: 'Liceo di Kunduz', endedYear: '2012', note: 'diploma' },
  });
  await expect(listOf(page, 'education')).toContainText(
    `Meccanica · Liceo di Kunduz · 2012 · ${word('titleHoldings', 'unsafeToAskFor')}`,
  );
  await addRecord(page, 'work', {
    chosen: { status: word('employmentStatuses', 'permanent') },
    typed: { occupation: 'Saldatrice', employer: 'Officina Prova', fromOn: '01/02/2024' },
  });
  await expect(listOf(page, 'work')).toContainText('Officina Prova');
  await addRecord(page, 'housing', {
    chosen: { situation: word('housingSituations', 'ethos-8') },
    typed: { fromOn: '01/02/2025', note: 'sul divano' },
  });
  await expect(listOf(page, 'housing')).toContainText('sul divano');
  await addRecord(page, 'skills', {
    chosen: { proof: word('skillProofs', 'certificate') },
    typed: { skill: 'Saldatura a filo', years: '4', esco: '7212.2' },
  });
  await expect(listOf(page, 'skills')).toContainText('7212.2');
  await addRecord(page, 'risks', {
    chosen: { level: word('riskLevels', 'high') },
    typed: { reason: 'Non torni dove abitava' },
  });
  await expect(listOf(page, 'risks')).toContainText(word('riskLevels', 'high'));
  await expect(page.getByText(say('people:person.risk', { level: 'high' }))).toBeVisible();
  await addRecord(page, 'legalStatusPeriods', {
    chosen: { status: word('legalStatuses', 'asylumAppeal') },
    typed: { fromOn: '01/02/2026', lawyer: 'Avv. Prova, 011 000' },
  });
  await expect(listOf(page, 'legalStatusPeriods')).toContainText('Avv. Prova, 011 000');
  await addRecord(page, 'receptionStays', {
    chosen: { type: word('receptionTypes', 'cas') },
    typed: {
      place: 'CAS Prova',
      fromOn: '01/02/2023',
      toOn: '01/02/2024',
      exitProof: 'Lettera 7',
      note: 'trasferita',
    },
  });
  await expect(listOf(page, 'receptionStays')).toContainText('CAS Prova');
  await expect(listOf(page, 'receptionStays')).toContainText('Lettera 7');
  for (const [address, from, to] of [
    ['Via Vecchia 1', '01/02/2023', '01/02/2024'],
    ['Via Nuova 2', '02/02/2024', ''],
  ] as const) {
    await addRecord(page, 'personAddresses', { typed: { address, fromOn: from, toOn: to } });
  }
  await expect(listOf(page, 'personAddresses').getByRole('listitem')).toHaveText([
    /Via Nuova 2/,
    /Via Vecchia 1/,
  ]);

  await addTies(page);
  await toTheTop(page);
  await expectAccessible(page, 'overview with all about somebody');
  await approdo.screenshot('person-details');
  await visit(approdo, '/people/households');
  await expect(page.getByRole('article')).toContainText('Ospitante');
  const printed = await catchPrinting(page);
  await page.keyboard.press('Control+p');
  await expect.poll(async () => (await printed())?.text).toContain('Ospitante');
});

/** What a file asks for beside the usual, each where somebody looks for it. */
async function fillTheRest(page: Page): Promise<void> {
  await page.getByText(say('people:form.nameOrigin'), { exact: true }).first().click();
  await page
    .getByLabel(say('people:form.nameSource'))
    .selectOption(say('vocabularies:nameSources.courtAct'));
  await page.getByLabel(say('people:form.nameFrom'), { exact: true }).first().fill('01/06/2024');
  await page.getByText(say('people:form.journey'), { exact: true }).click();
  const languages = page.getByRole('combobox', { name: say('people:form.languageAdd') });
  for (const language of ['Tigrinya', 'Amharic']) {
    await languages.fill(language);
    await page.getByRole('option', { name: language, exact: true }).click();
  }
  await page.getByLabel(`${say('people:form.reads')}: Tigrinya`).check();
  await page.getByLabel(`${say('people:form.reads')}: Amharic`).check();
  await page.getByLabel(`${say('people:form.writes')}: Amharic`).check();
  // Papers are made in one language: choosing the second lets go of the first.
  await page.getByLabel(`${say('people:form.forPapers')}: Tigrinya`).check();
  await page.getByLabel(`${say('people:form.forPapers')}: Amharic`).check();
  for (const [name, country] of [
    ['originCountry', 'Eritrea'],
    ['firstEntryCountry', 'Greece'],
  ] as const) {
    await page
      .getByLabel(say(`people:form.${name}`))
      .first()
      .fill(country);
    await page.getByRole('option', { name: country, exact: true }).click();
  }
  await page
    .getByLabel(say('people:form.arrivalWay'))
    .selectOption(say('vocabularies:arrivalWays.relocation'));
  const first = page.getByRole('group', { name: say('people:form.firstEntry'), exact: true });
  await first.getByLabel(say('common:dates.year')).fill('2023');
  await page.getByLabel(say('people:form.firstEntryPlace')).fill('Samo');
  await page.getByLabel(say('people:form.route')).fill('per la Turchia');
  const dependants = page.getByLabel(say('people:form.dependants'));
  await dependants.fill('31');
  await button(page, 'common:actions.saveChanges').click();
  await expect(page.getByText(say('people:form.dependantsTooMany'))).toBeVisible();
  await dependants.fill('3');
  await page
    .getByLabel(say('people:form.urgency'))
    .selectOption(say('vocabularies:urgencies.within72h'));
}

async function seeTheRest(page: Page): Promise<void> {
  for (const text of [
    new RegExp(`${say('vocabularies:nameSources.courtAct')} · from`),
    new RegExp(`^Tigrinya \\(.*${say('people:person.readsOnly')}\\)`),
    new RegExp(`Amharic \\(.*${say('people:person.readsAndWrites')} · `),
    'Eritrea',
    /2023.* · Samo · Greece/,
    'per la Turchia',
    say('vocabularies:arrivalWays.relocation'),
    say('vocabularies:urgencies.within72h'),
  ]) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
}

async function addTies(page: Page): Promise<void> {
  await button(page, 'records:additions.ties').click();
  const form = page.getByRole('dialog', { name: say('records:additions.ties') });
  await form.getByPlaceholder(say('records:ties.pickPlaceholder')).pressSequentially('Ospit');
  await page.getByRole('option', { name: /Ospitante/ }).click();
  const kind = fieldOf(form, 'ties', 'kind').first();
  await kind.fill(say('vocabularies:tieKinds.host'));
  await page.getByRole('option', { name: say('vocabularies:tieKinds.host'), exact: true }).click();
  await fieldOf(form, 'ties', 'place').selectOption(say('vocabularies:places.sameHousehold'));
  await button(form, 'common:actions.save').click();
  await expect(listOf(page, 'ties')).toContainText('Ospitante, host family');

  await button(page, 'records:additions.ties').click();
  await form.getByText(say('records:ties.named'), { exact: true }).click();
  await form.getByLabel(say('records:ties.otherName')).fill('Parrocchia di Prova');
  await kind.fill(say('vocabularies:tieKinds.sponsor'));
  await page
    .getByRole('option', { name: say('vocabularies:tieKinds.sponsor'), exact: true })
    .click();
  await fieldOf(form, 'ties', 'place').selectOption(say('vocabularies:places.abroad'));
  await fieldOf(form, 'ties', 'isEmergency').check();
  await fieldOf(form, 'ties', 'otherContact').fill('+49 30 000000');
  await fieldOf(form, 'ties', 'note').fill('corridoio universitario');
  await button(form, 'common:actions.save').click();
  await expect(listOf(page, 'ties')).toContainText('Parrocchia di Prova, sponsor');
  await expect(listOf(page, 'ties')).toContainText('corridoio universitario');
  await expect(listOf(page, 'ties')).toContainText(say('records:inEmergency'));
}

test('a consent says who interpreted it and which notice was given before', async ({ approdo }) => {
  const personId = await start(approdo);
  const { page } = approdo;
  await visit(approdo, `/people/${personId}/consents`);
  await button(page, 'consents:notices.add').click();
  const notice = page.getByRole('dialog', { name: say('consents:notices.add') });
  await notice.getByLabel(say('consents:notices.version')).fill('2026-7');
  await notice.getByLabel(say('consents:interpreter')).fill('Mariam Prova');
  await button(notice, 'common:actions.save').click();
  await expect(page.getByText(/version 2026-7.*interpreter: Mariam Prova/)).toBeVisible();

  await button(page, 'consents:give').click();
  const consent = page.getByRole('dialog', { name: say('consents:dialogTitle') });
  await consent
    .getByLabel(say('consents:purpose'), { exact: true })
    .selectOption(say('vocabularies:consentPurposes.specialCategories'));
  await consent.getByText(say('consents:more'), { exact: true }).click();
  await consent.getByLabel(say('consents:language')).first().fill('Tigrinya');
  await page.getByRole('option', { name: 'Tigrinya', exact: true }).click();
  await consent.getByLabel(say('consents:interpreter')).fill('Saba Prova');
  await consent.getByLabel(say('consents:scope')).fill('solo per la scuola');
  const basis = consent.getByLabel(say('consents:legalBasis'));
  await expect(basis).toHaveValue('explicitConsent');
  await basis.selectOption(say('vocabularies:legalBases.vitalInterests'));
  await expect(consent.getByText(/2026-7/)).toBeVisible();
  await consent.getByRole('button', { name: say('consents:give') }).click();
  const card = page.getByRole('article');
  await expect(card).toContainText('Tigrinya · interpreter: Saba Prova');
  await expect(card).toContainText(say('consents:afterNotice', { version: '2026-7' }));
  await expect(card).toContainText('solo per la scuola');
  await expect(card).toContainText(say('vocabularies:legalBases.vitalInterests'));
  await expectAccessible(page, 'a consent with all that belongs to it');
  await approdo.screenshot('consent-details');
});
