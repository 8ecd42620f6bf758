import { beforeEach, describe, expect, test } from 'vitest';
import { inverseOf, tieKinds } from '#domain/people/tie.ts';
import { aName, aPerson } from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { aTie } from '../support/record-factories.ts';

let t: OpenCore;
let hodan: string;
let bilal: string;
let amina: string;

async function register(given: string, year: number): Promise<string> {
  const birth = { year, month: 6, day: 1, certainty: 'documented' as const };
  return (await t.client.people.create(aPerson({ names: [aName(given, 'Warsame')], birth }))).id;
}

beforeEach(async () => {
  t = await openCore();
  hodan = await register('Hodan', 1990);
  bilal = await register('Bilal', 2014);
  amina = await register('Amina', 2017);
});

const tiesOf = async (personId: string) => t.client.ties.list({ personId });
const isLifeTogether = { place: 'sameHousehold' as const };

describe('a tie between two people', () => {
  test('shows at both, with the inverse relation', async () => {
    const details = aTie({ kind: 'child', otherPersonId: bilal, ...isLifeTogether });
    await t.client.ties.save({ personId: hodan, details });
    expect((await tiesOf(hodan)).items).toMatchObject([
      {
        details: { kind: 'child', place: 'sameHousehold' },
        other: { listedName: 'Warsame Bilal' },
      },
    ]);
    expect((await tiesOf(bilal)).items).toMatchObject([
      { details: { kind: 'parent', place: 'sameHousehold', otherPersonId: hodan } },
    ]);
  });

  test('of every kind, guardian, host and sponsor among them, is read the other way round', async () => {
    for (const kind of tieKinds) {
      const details = aTie({ kind, otherPersonId: bilal, place: 'italy' });
      const { id } = await t.client.ties.save({ personId: hodan, details });
      const seen = (await tiesOf(bilal)).items.map((item) => item.details.kind);
      expect(seen).toEqual([inverseOf(kind)]);
      await t.client.ties.remove({ id });
    }
    expect([inverseOf('sponsor'), inverseOf('host')]).toEqual(['sponsored', 'guest']);
  });

  test('is changed from either side without losing what only one side knows', async () => {
    const details = aTie({ kind: 'child', otherPersonId: bilal, place: 'abroad', life: 'alive' });
    const { id } = await t.client.ties.save({ personId: hodan, details });
    const [seen] = (await tiesOf(bilal)).items;
    if (!seen) throw new Error('the tie shows at both');
    const note = 'Ricongiungimento chiesto da un avvocato.';
    await t.client.ties.save({
      personId: bilal,
      id,
      revision: 1,
      details: { ...seen.details, reunification: 'requested', note },
    });
    expect((await tiesOf(hodan)).items).toMatchObject([
      { revision: 2, details: { ...details, reunification: 'requested', note } },
    ]);
    await expect(
      t.client.ties.save({ personId: hodan, id, revision: 1, details }),
    ).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });

  test('says whom to call only at the one who said it, and loses it from neither side', async () => {
    const details = aTie({
      kind: 'child',
      otherPersonId: bilal,
      ...isLifeTogether,
      isEmergency: true,
    });
    const { id } = await t.client.ties.save({ personId: hodan, details });
    const [seen] = (await tiesOf(bilal)).items;
    if (!seen) throw new Error('the tie shows at both');
    expect(seen.details.isEmergency).toBeUndefined();
    await t.client.ties.save({ personId: bilal, id, revision: 1, details: seen.details });
    expect((await tiesOf(hodan)).items).toMatchObject([{ details: { isEmergency: true } }]);
  });

  test('is not recorded twice, not even from the other side, nor with oneself', async () => {
    await t.client.ties.save({
      personId: hodan,
      details: aTie({ kind: 'child', otherPersonId: bilal }),
    });
    await expect(
      t.client.ties.save({
        personId: bilal,
        details: aTie({ kind: 'parent', otherPersonId: hodan }),
      }),
    ).rejects.toMatchObject({ code: 'tie_exists' });
    await expect(
      t.client.ties.save({ personId: bilal, details: aTie({ otherPersonId: bilal }) }),
    ).rejects.toMatchObject({ code: 'tie_with_self' });
    expect((await tiesOf(bilal)).items).toHaveLength(1);
  });

  test('is gone at both when one removes it', async () => {
    const { id } = await t.client.ties.save({
      personId: hodan,
      details: aTie({ kind: 'child', otherPersonId: bilal }),
    });
    await t.client.ties.remove({ id });
    expect((await tiesOf(hodan)).items).toEqual([]);
    await expect(t.client.ties.remove({ id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('somebody abroad is a name with what is known, and no file', async () => {
  const details = aTie({
    kind: 'spouse',
    otherName: 'Yusuf Adan',
    otherBirthYear: 1988,
    reunification: 'wanted',
    place: 'missing',
    life: 'unknown',
  });
  await t.client.ties.save({ personId: hodan, details });
  const { items } = await tiesOf(hodan);
  expect(items).toMatchObject([{ details }]);
  expect(items[0]?.other).toBeUndefined();
  expect(await t.client.people.list({})).toMatchObject({ total: 3 });
});

describe('a household', () => {
  beforeEach(async () => {
    await t.client.ties.save({
      personId: hodan,
      details: aTie({ kind: 'child', otherPersonId: bilal, ...isLifeTogether }),
    });
    await t.client.ties.save({
      personId: amina,
      details: aTie({ kind: 'parent', otherPersonId: hodan, ...isLifeTogether }),
    });
    await t.client.ties.save({
      personId: hodan,
      details: aTie({ kind: 'parent', otherName: 'Nonna Halima', ...isLifeTogether }),
    });
  });

  test('is everybody who lives together, also without a direct tie', async () => {
    expect((await tiesOf(bilal)).household.map((one) => one.personId)).toEqual([amina]);
    expect((await tiesOf(hodan)).household).toEqual([]);
  });

  test('is listed once, with those who have no file', async () => {
    await register('Sola', 2000);
    const { items, total } = await t.client.households.list({});
    expect(total).toBe(1);
    expect(items).toMatchObject([
      { members: [{ personId: hodan }, { personId: bilal }, { personId: amina }] },
    ]);
    expect(items[0]?.named).toEqual(['Nonna Halima']);
  });
});

describe('a minor in the register', () => {
  const warnings = async (id: string) => (await t.client.people.get({ id })).warnings;

  test('is marked until somebody who can sign is recorded, from whichever side', async () => {
    expect(await warnings(bilal)).toEqual(['minorWithoutGuardian']);
    expect(await warnings(hodan)).toEqual([]);
    await t.client.ties.save({
      personId: hodan,
      details: aTie({ kind: 'child', otherPersonId: bilal, ...isLifeTogether }),
    });
    expect(await warnings(bilal)).toEqual([]);
  });

  test('a guardian counts from the decree until the end of it', async () => {
    const guardian = aTie({
      kind: 'guardian',
      otherName: 'Avv. Bruna Testa',
      place: 'italy',
      decree: 'RG 1234/2026',
      court: 'Tribunale per i minorenni di Torino',
      validFrom: '2026-03-01',
      validTo: '2026-12-01',
    });
    await t.client.ties.save({ personId: amina, details: guardian });
    expect(await warnings(amina)).toEqual([]);
    t.setToday('2026-12-02');
    expect(await warnings(amina)).toEqual(['minorWithoutGuardian']);
  });
});
