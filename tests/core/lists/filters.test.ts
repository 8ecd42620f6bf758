import { expect, test } from 'vitest';
import type { InputOf, VaultContract } from '#api/contract.ts';
import { type FilterFieldKey, filterFieldKeys, filterGroups } from '#domain/lists/filter-field.ts';
import { registerOfFive, type Somebody } from './register-of-five.ts';

type Condition = NonNullable<InputOf<VaultContract, 'people.list'>['conditions']>[number];
type Case = [condition: Condition, found: Somebody[]];

/** Today is 21 November 2026. Emre's file is closed, so he is in a list only where the state is asked for. */
const CASES: Record<FilterFieldKey, (me: string) => Case[]> = {
  worker: (me) => [
    [{ field: 'worker', values: [me] }, ['Ada']],
    [{ field: 'worker', values: ['me'] }, ['Ada']],
    [{ field: 'worker', values: ['nobody'] }, ['Bashir', 'Cloe', 'Dan']],
    [{ field: 'worker', values: ['me', 'nobody'] }, ['Ada', 'Bashir', 'Cloe', 'Dan']],
    [{ field: 'worker', is: 'noneOf', values: ['me'] }, ['Bashir', 'Cloe', 'Dan']],
  ],
  caseState: () => [
    [{ field: 'caseState', values: ['closed'] }, ['Emre']],
    [{ field: 'caseState', values: ['open'] }, ['Ada', 'Bashir', 'Cloe', 'Dan']],
    [{ field: 'caseState', values: ['open', 'closed'] }, ['Ada', 'Bashir', 'Cloe', 'Dan', 'Emre']],
  ],
  openedOn: () => [
    [{ field: 'openedOn', from: '2026-11-01', to: '2026-11-19' }, ['Bashir']],
    [{ field: 'openedOn', to: '2026-10-31' }, ['Ada']],
    [{ field: 'openedOn', lastDays: 20 }, ['Bashir', 'Cloe', 'Dan']],
    [{ field: 'openedOn', lastDays: 19 }, ['Cloe', 'Dan']],
  ],
  closedOn: () => [
    [{ field: 'closedOn', from: '2026-03-01', to: '2026-03-01' }, ['Emre']],
    [{ field: 'closedOn', lastDays: 30 }, []],
  ],
  lostContact: () => [
    [{ field: 'lostContact', forDays: 19 }, ['Bashir']],
    [{ field: 'lostContact', forDays: 20 }, []],
  ],
  sex: () => [
    [{ field: 'sex', values: ['male'] }, ['Bashir', 'Dan']],
    [{ field: 'sex', is: 'noneOf', values: ['male'] }, ['Ada', 'Cloe']],
  ],
  age: () => [
    // Bashir turns fifteen tomorrow; of Dan and Cloe only a year is known, or two.
    [{ field: 'age', from: 14, to: 14 }, ['Bashir']],
    [{ field: 'age', from: 15, to: 15 }, []],
    [{ field: 'age', to: 10 }, ['Dan']],
    [{ field: 'age', from: 41 }, ['Cloe']],
    [{ field: 'age', from: 37, to: 37 }, []],
    [{ field: 'age', from: 36, to: 36 }, ['Ada']],
  ],
  nationality: () => [
    [{ field: 'nationality', values: ['ETH'] }, ['Ada']],
    [{ field: 'nationality', values: ['SOM', 'AFG'] }, ['Ada', 'Bashir', 'Dan']],
    [{ field: 'nationality', is: 'noneOf', values: ['SOM'] }, ['Bashir', 'Cloe']],
  ],
  language: () => [
    [{ field: 'language', values: ['ita', 'prs'] }, ['Bashir', 'Cloe']],
    [{ field: 'language', values: ['fra'] }, []],
  ],
  interpreter: () => [
    [{ field: 'interpreter', values: [] }, ['Ada']],
    [{ field: 'interpreter', values: ['prs'] }, []],
    [{ field: 'interpreter', is: 'noneOf', values: [] }, ['Bashir', 'Cloe', 'Dan']],
  ],
  // Bashir's level is one of Dari.
  italianLevel: () => [
    [{ field: 'italianLevel', values: ['A2', 'B1'] }, ['Cloe']],
    [{ field: 'italianLevel', values: ['C2'] }, []],
    [{ field: 'italianLevel', values: [] }, ['Cloe']],
    [{ field: 'italianLevel', is: 'noneOf', values: [] }, ['Ada', 'Bashir', 'Dan']],
  ],
  birthCountry: () => [[{ field: 'birthCountry', values: ['ETH'] }, ['Ada']]],
  civilStatus: () => [
    [{ field: 'civilStatus', values: ['widowed', 'single'] }, ['Ada']],
    [{ field: 'civilStatus', is: 'noneOf', values: ['widowed'] }, ['Bashir', 'Cloe', 'Dan']],
  ],
  literacy: () => [[{ field: 'literacy', values: ['none'] }, ['Ada']]],
  education: () => [
    [{ field: 'education', values: ['isced-6'] }, ['Cloe']],
    [{ field: 'education', values: ['isced-1'] }, []],
  ],
  // What is known to the year counts from its beginning.
  enteredItaly: () => [
    [{ field: 'enteredItaly', from: '2024-01-01', to: '2024-06-30' }, ['Ada']],
    [{ field: 'enteredItaly', from: '2024-01-02', to: '2024-12-31' }, []],
    [{ field: 'enteredItaly', from: '2025-03-09' }, ['Cloe']],
    [{ field: 'enteredItaly', to: '2025-03-09' }, ['Ada', 'Cloe']],
  ],
  arrivalWay: () => [[{ field: 'arrivalWay', values: ['corridor', 'other'] }, ['Ada']]],
  cameThrough: () => [[{ field: 'cameThrough', values: ['office'] }, ['Cloe']]],
  originCountry: () => [
    [{ field: 'originCountry', values: ['SOM'] }, ['Ada']],
    [{ field: 'originCountry', is: 'noneOf', values: ['SOM'] }, ['Bashir', 'Cloe', 'Dan']],
  ],
  urgency: () => [[{ field: 'urgency', values: ['within24h', 'within72h'] }, ['Cloe']]],
  // Dan's level rose; Bashir's was taken back the same day.
  risk: () => [
    [{ field: 'risk', values: ['high'] }, ['Dan']],
    [{ field: 'risk', values: ['low'] }, ['Bashir']],
    [{ field: 'risk', is: 'noneOf', values: ['high', 'low'] }, ['Ada', 'Cloe']],
  ],
  familyToReunite: () => [
    [{ field: 'familyToReunite', values: [] }, ['Bashir']],
    [{ field: 'familyToReunite', values: ['refused'] }, []],
    [{ field: 'familyToReunite', is: 'noneOf', values: [] }, ['Ada', 'Cloe', 'Dan']],
  ],
  document: () => [
    [{ field: 'document', values: ['passport'] }, ['Dan']],
    [{ field: 'document', values: [] }, ['Ada', 'Cloe', 'Dan']],
  ],
  place: () => [
    [{ field: 'place', text: 'forli' }, ['Ada']],
    [{ field: 'place', text: 'FORLÌ' }, ['Ada']],
    [{ field: 'place', text: '100%' }, ['Bashir']],
    [{ field: 'place', text: '%' }, ['Bashir']],
    [{ field: 'place', text: '_' }, []],
  ],
  reception: () => [[{ field: 'reception', values: ['saiOrdinary', 'cas'] }, ['Bashir']]],
  housing: () => [[{ field: 'housing', values: ['cohousing'] }, ['Dan']]],
  employment: () => [[{ field: 'employment', values: ['partTime'] }, ['Cloe']]],
  legalStatus: () => [
    [{ field: 'legalStatus', values: ['refugee', 'subsidiary'] }, ['Ada', 'Cloe']],
    [{ field: 'legalStatus', is: 'noneOf', values: ['refugee'] }, ['Bashir', 'Cloe', 'Dan']],
  ],
  permitState: () => [
    [{ field: 'permitState', values: ['expired'] }, ['Cloe']],
    [{ field: 'permitState', values: ['issued'] }, ['Ada']],
    [{ field: 'permitState', values: ['none'] }, ['Bashir', 'Dan']],
  ],
  permitExpiry: () => [
    [{ field: 'permitExpiry', withinDays: 19 }, ['Ada']],
    [{ field: 'permitExpiry', withinDays: 18 }, []],
  ],
  // The permits of Ada and Cloe have to be renewed, or should have been; Bashir is to be called on the 23rd.
  deadline: () => [
    [{ field: 'deadline', withinDays: 1 }, ['Ada', 'Cloe']],
    [{ field: 'deadline', withinDays: 2 }, ['Ada', 'Bashir', 'Cloe']],
  ],
  specificNeed: () => [
    [{ field: 'specificNeed', values: ['CR-CC'] }, ['Dan']],
    [{ field: 'specificNeed', values: [] }, ['Ada', 'Dan']],
    [{ field: 'specificNeed', is: 'noneOf', values: ['CR-AF'] }, ['Bashir', 'Cloe', 'Dan']],
  ],
  // Dan was at 2 and is at 4 since.
  openNeed: () => [
    [{ field: 'openNeed', values: ['HOU'] }, ['Bashir']],
    [{ field: 'openNeed', values: ['LNG'] }, []],
    [{ field: 'openNeed', is: 'noneOf', values: [] }, ['Ada', 'Cloe', 'Dan']],
  ],
  plan: () => [
    [{ field: 'plan', values: ['none'] }, ['Bashir', 'Dan']],
    [{ field: 'plan', values: ['draft'] }, ['Cloe']],
    [{ field: 'plan', values: ['signed'] }, ['Ada']],
    [{ field: 'plan', values: ['reviewDue'] }, []],
    [{ field: 'plan', values: ['draft', 'signed'] }, ['Ada', 'Cloe']],
  ],
  planReview: () => [
    [{ field: 'planReview', withinDays: 9 }, ['Ada']],
    [{ field: 'planReview', withinDays: 8 }, []],
  ],
  consent: () => [
    [{ field: 'consent', values: ['referral'] }, ['Ada']],
    [{ field: 'consent', is: 'noneOf', values: [] }, ['Bashir', 'Cloe', 'Dan']],
    [{ field: 'consent', values: ['unhcrSharing'] }, []],
  ],
  service: () => [
    [{ field: 'service', values: [] }, ['Ada', 'Cloe']],
    [{ field: 'service', values: ['LEG', 'ORI'] }, ['Ada']],
    [{ field: 'service', values: [], lastDays: 30 }, ['Cloe']],
    [{ field: 'service', values: ['LEG'], from: '2026-10-01', to: '2026-10-01' }, ['Ada']],
    [{ field: 'service', is: 'noneOf', values: [], lastDays: 30 }, ['Ada', 'Bashir', 'Dan']],
  ],
  referral: () => [
    [{ field: 'referral', values: ['draft'] }, ['Cloe']],
    [{ field: 'referral', values: ['sent'] }, []],
  ],
  minorsInHousehold: () => [
    [{ field: 'minorsInHousehold' }, ['Ada', 'Cloe', 'Dan']],
    [{ field: 'minorsInHousehold', holds: false }, ['Bashir']],
  ],
  minorWithoutGuardian: () => [
    [{ field: 'minorWithoutGuardian' }, ['Bashir']],
    [{ field: 'minorWithoutGuardian', holds: false }, ['Ada', 'Cloe', 'Dan']],
  ],
};

test('every field is offered in a group', () => {
  expect(Object.values(filterGroups).flat().sort()).toEqual([...filterFieldKeys].sort());
});

test('every field finds whom it should and nobody else, with a search and without', async () => {
  const { client } = await registerOfFive();
  const me = (await client.vault.session({})).user.id;
  const given = ({ items }: { items: { listedName: string }[] }) =>
    items.map(({ listedName }) => listedName.replace('Prova ', '')).sort();
  for (const field of filterFieldKeys) {
    const cases = CASES[field](me);
    expect(cases.length, `${field} has a case`).toBeGreaterThan(0);
    for (const [condition, found] of cases) {
      const told = JSON.stringify(condition);
      expect(condition.field).toBe(field);
      expect(given(await client.people.list({ conditions: [condition] })), told).toEqual(found);
      const searched = await client.people.list({ conditions: [condition], query: 'prova' });
      expect(given(searched), `${told}, searched`).toEqual(found);
    }
  }
  const both: Condition[] = [
    { field: 'sex', values: ['male'] },
    { field: 'nationality', values: ['SOM'] },
  ];
  const list = await client.people.list({ conditions: both });
  expect([given(list), list.total]).toEqual([['Dan'], 1]);
});
