import { expect, test } from 'vitest';
import { comesOfAgeOn } from '#domain/consents/coming-of-age.ts';
import { consentStateOn } from '#domain/consents/consent.ts';
import { addDays } from '#domain/dates/calendar-date.ts';
import { agesOn, type PartialDate } from '#domain/dates/partial-date.ts';
import { aName, anOffice, aPerson, aReferralConsent } from '../../support/factories.ts';
import { type OpenCore, openCore } from '../../support/open-core.ts';
import { registerOfFive } from './register-of-five.ts';

/** Lists ask in SQL what the rest of the program asks in its own rules: here they are held against them. */
const TODAY = '2027-02-28';

const births: PartialDate[] = [
  ...[28, 29].map((day) => ({ year: 2008, month: 2, day })),
  ...[27, 28].map((day) => ({ year: 2009, month: 2, day })),
  { year: 2009, month: 3, day: 1 },
  { year: 2009, month: 2 },
  { year: 2009, month: 3 },
  { year: 2008, month: 4 },
  { year: 2009 },
  { year: 2008 },
  { year: 2007, lastYear: 2010 },
  { year: 1961, month: 12, day: 31 },
].map((birth) => ({ ...birth, certainty: 'declared' as const }));

async function registerBirths({ client }: OpenCore): Promise<string[]> {
  const ids = [];
  for (const birth of births) {
    ids.push((await client.people.create(aPerson({ names: [aName('A', 'B')], birth }))).id);
  }
  return ids;
}

test('ages are those of the rule for partly known dates, on leap days too', async () => {
  const desk = await openCore({ today: TODAY });
  const ids = await registerBirths(desk);
  for (const [from, to] of [
    [undefined, 17],
    [18, undefined],
    [18, 18],
    [17, 17],
    [19, 65],
  ] as const) {
    const ages = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const { items } = await desk.client.people.list({ conditions: [{ field: 'age', ...ages }] });
    const expected = births.filter((birth) => {
      const { min, max } = agesOn(birth, TODAY);
      return max >= (from ?? 0) && min <= (to ?? 999);
    });
    const found = births.filter((_, index) => items.some((item) => item.id === ids[index]));
    expect(found, JSON.stringify(ages)).toEqual(expected);
  }
});

test('a consent holds in a list exactly on the days on which it holds', async () => {
  const desk = await openCore({ today: TODAY });
  const { client, setToday } = desk;
  const ids = await registerBirths(desk);
  const { id: organisationId } = await client.organisations.save(anOffice());
  const terms = births.map((birth, index) => ({
    givenOn: '2026-02-01',
    ...(index % 3 === 0 ? { expiresOn: addDays(TODAY, (index % 4) - 1) } : {}),
    givenBy: index % 2 === 0 ? ('parent' as const) : ('self' as const),
    comesOfAgeOn: comesOfAgeOn(birth),
  }));
  for (const [index, { comesOfAgeOn: _, ...term }] of terms.entries()) {
    setToday('2026-02-01');
    const more =
      term.givenBy === 'parent'
        ? { giverName: 'Madre', childOpinion: { stance: 'agrees' as const } }
        : {};
    const input = {
      personId: ids[index] ?? '',
      details: { ...aReferralConsent(organisationId), ...term, ...more },
    };
    await desk.core.dispatch('consents.give', input);
  }
  const given = new Set<string>();
  for (const id of ids) {
    if ((await client.consents.list({ personId: id })).items.length > 0) given.add(id);
  }
  expect(given.size).toBeGreaterThan(5);
  for (const on of [
    '2026-01-31',
    '2026-02-01',
    '2026-02-28',
    '2027-02-27',
    TODAY,
    '2027-03-01',
    '2028-01-01',
  ]) {
    setToday(on);
    const { items } = await client.people.list({
      conditions: [{ field: 'consent', values: ['referral'] }],
    });
    const expected = ids.filter((id, index) => {
      const term = terms[index];
      return term && given.has(id) && consentStateOn(term, on) === 'valid';
    });
    expect(items.map(({ id }) => id).sort(), on).toEqual([...expected].sort());
  }
});

test('deadlines are those of the case files, for every span', async () => {
  const { client, ids } = await registerOfFive();
  const open = Object.entries(ids).filter(([name]) => name !== 'Emre');
  for (const withinDays of [0, 2, 30, 365]) {
    const conditions = [{ field: 'deadline' as const, withinDays }];
    const { items } = await client.people.list({ conditions });
    const expected = [];
    for (const [, personId] of open) {
      const { items: deadlines } = await client.deadlines.list({ personId });
      const isDue = deadlines.some(
        ({ state, daysLeft }) =>
          state === 'overdue' ||
          (['upcoming', 'ahead'].includes(state) && daysLeft >= 0 && daysLeft <= withinDays),
      );
      if (isDue) expected.push(personId);
    }
    expect(items.map(({ id }) => id).sort(), `${withinDays}`).toEqual(expected.sort());
  }
});
