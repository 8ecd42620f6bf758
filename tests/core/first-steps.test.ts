import { expect, test } from 'vitest';
import { firstSteps } from '#domain/casework/first-steps.ts';
import { aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';

test('the first steps are read off the register, in their order, by whoever coordinates', async () => {
  const t = await openCore();
  const done = async () => (await t.client.firstSteps.get({})).done;
  const before = await done();
  expect(before).not.toContain('person');
  await t.client.people.create(aPerson());
  const association = await t.client.association.get({});
  await t.client.association.save({ ...association, address: 'via Roma 1', phone: undefined });
  expect(await done()).toEqual([...before, 'person']);
  await t.client.association.save({ ...association, address: 'via Roma 1', phone: '011 000' });
  const after = await done();
  expect(after).toEqual(firstSteps.filter((step) => after.includes(step)));
  expect(after).toContain('association');
  await t.client.users.add({
    name: 'Beata Ostrowicz',
    role: 'volunteer',
    passphrase: 'cinque parole scelte molto bene',
  });
  expect(await done()).toContain('team');
});
