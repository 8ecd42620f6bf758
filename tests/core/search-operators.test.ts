import { expect, test } from 'vitest';
import { aName, aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';

/** What SQLite's search language, LIKE and GLOB would take as an order. */
const ORDERS = [
  '"',
  '""',
  'Amina"',
  '"Amina" OR "Hamdi"',
  'Amina OR Hamdi',
  'Amina NOT Hamdi',
  'NEAR(Amina Hamdi, 5)',
  'Amina*',
  '*',
  '^Amina',
  '-Amina',
  '{names} : Amina',
  'names: Amina',
  '- names : Amina',
  '(Amina',
  'Amina)',
  'Am%',
  'A_ina',
  '[A-Z]mina',
  "Amina'; DROP TABLE person; --",
  'Amina\u0000Hamdi',
  '+ + +',
];

test.each(ORDERS)('%j is looked for as words, and is no order to the search', async (query) => {
  const { client, failures } = await openCore();
  await client.people.create(aPerson({ names: [aName('Amina', 'Warsame')] }));
  await client.people.create(aPerson({ names: [aName('Hamdi', 'Farah')] }));
  const { items, total } = await client.people.list({ query });
  // Never both: that would be an OR, a prefix of nothing, or everybody.
  const all = (await client.people.list({})).total;
  if (/\p{L}/u.test(query)) expect(total).toBeLessThan(2);
  expect(items.length).toBe(total);
  expect(failures).toEqual([]);
  expect(all).toBe(2);
});
