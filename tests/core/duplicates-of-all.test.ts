import { expect, test } from 'vitest';
import { type SeededRandom, seededRandom } from '#core/demo/seeded-random.ts';
import { readComparable } from '#core/duplicates/comparable-people.ts';
import { pairsToCompare } from '#core/duplicates/pairs-to-compare.ts';
import { Turns } from '#core/duplicates/turns.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import { likelyFrom, likenessOf } from '#domain/people/likeness.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { aName, aPerson } from '../support/factories.ts';
import {
  benchPassphrase,
  makeRegisterOf,
  openRegisterDatabase,
} from '../support/large-register.ts';
import { startCore } from '../support/open-core.ts';

const PEOPLE = 200;

const GIVEN = ['Mohamed', 'Muhammad', 'محمد', 'Mehmet', 'Ahmed', 'Fatima', 'Fatma'];
const FAMILIES = ['Rahimi', 'Rahimee', 'رحیمی', 'Ali', 'Mohamed', 'Karimi', ''];

function birthOf(random: SeededRandom, byDay: number): PartialDate | undefined {
  if (random.chance(0.15)) return undefined;
  const year = 1990 + random.below(7);
  if (random.chance(byDay)) {
    const [month, day] = [1 + random.below(4), 1 + random.below(4)];
    return { year, month, day, certainty: random.pick(['documented', 'declared']) };
  }
  const certainty = random.pick(['declared', 'estimated', 'documented'] as const);
  if (random.chance(0.2)) return { year, lastYear: year + 1 + random.below(3), certainty };
  return random.chance(0.2)
    ? { year, month: 1 + random.below(12), certainty }
    : { year, certainty };
}

function somebody(random: SeededRandom, byDay: number): PersonDetails {
  const birth = birthOf(random, byDay);
  const kin = random.chance(0.3)
    ? [aName(random.pick(['Halima', 'Maryam']), random.pick(['Ali', 'Noor']), { kind: 'mother' })]
    : [];
  return aPerson({
    names: [aName(random.pick(GIVEN), random.pick(FAMILIES)), ...kin],
    sex: random.pick(['female', 'male', 'unknown']),
    nationalities: random.chance(0.3) ? [] : [random.pick(['SOM', 'AFG'])],
    ...(birth ? { birth } : {}),
    ...(random.chance(0.1)
      ? {
          contact: {
            kind: 'phone',
            value: `33312345${10 + random.below(30)}`,
            safe: true,
          } as const,
        }
      : {}),
  });
}

/** Everybody compared with everybody, which takes hours where there are many. */
async function everyPair(folder: string): Promise<Map<string, number>> {
  const { kysely } = await openRegisterDatabase(folder);
  const rows = await kysely.selectFrom('person').select('id').orderBy('id').execute();
  const people = [
    ...(await readComparable(
      kysely,
      rows.map(({ id }) => id),
    )),
  ];
  await kysely.destroy();
  const points = new Map<string, number>();
  for (const [index, [a, one]] of people.entries()) {
    for (const [b, other] of people.slice(index + 1)) {
      const likeness = likenessOf(one, other, likelyFrom);
      if (likeness.points >= likelyFrom) points.set([a, b].sort().join(' '), likeness.points);
    }
  }
  return points;
}

// Few words, so that nearly everybody is in a crowd; known to the day, and mostly to the year alone.
test.each([
  [1, 1],
  [3, 0.2],
  [4, 0],
])(
  'the hundred likeliest pairs are those of everybody with everybody (%i)',
  async (seed, byDay) => {
    const random = seededRandom(seed);
    const folder = await makeRegisterOf(
      Array.from({ length: PEOPLE }, () => somebody(random, byDay)),
    );
    const every = await everyPair(folder);
    const t = await startCore({ folder });
    await t.client.vault.unlock({ folder, passphrase: benchPassphrase });
    const { items, hasMore, isCutShort } = await t.client.duplicates.list({});
    await t.client.vault.lock({});
    expect(isCutShort).toBe(false);
    expect([items.length, hasMore]).toEqual([Math.min(100, every.size), every.size > 100]);
    const shown = items.map(({ a, b }) => [a.id, b.id].sort().join(' '));
    const last = [...every.values()].sort((a, b) => b - a)[items.length - 1] ?? 0;
    expect(Math.min(...shown.map((pair) => every.get(pair) ?? 0))).toBe(last);
    const surer = [...every].filter(([, points]) => points > last).map(([pair]) => pair);
    expect(surer.filter((pair) => !shown.includes(pair))).toEqual([]);
    expect(new Set(shown).size).toBe(items.length);
  },
);

/** Somebody who wants a turn after every step, and counts how often it came. */
class Impatient extends Turns {
  turns = 0;
  override get isOver(): boolean {
    return true;
  }
  override within(): this {
    return this;
  }
  override next(share: number): Promise<boolean> {
    this.turns += 1;
    return super.next(share);
  }
}

test('whoever waits has a turn after each person and each group, in every part of the work', async () => {
  const random = seededRandom(7);
  const namesakes = Array.from({ length: 60 }, () => ({
    ...somebody(random, 0.5),
    names: [aName('Mohamed', 'Rahimi')],
  }));
  const folder = await makeRegisterOf(namesakes);
  const { kysely } = await openRegisterDatabase(folder);
  const impatient = new Impatient(() => undefined, new AbortController().signal);
  const first = await pairsToCompare(kysely, impatient);
  // Two parts look at each person, and a group of people is looked at one by one.
  expect(impatient.turns).toBeGreaterThan(3 * 60);
  const before = impatient.turns;
  await first?.further(impatient);
  // Those whose birth is not known to the day.
  expect(impatient.turns).toBeGreaterThan(before + 20);
  await kysely.destroy();

  const stop = new AbortController();
  stop.abort();
  const stopped = new Impatient(() => undefined, stop.signal);
  const again = await openRegisterDatabase(folder);
  expect(await pairsToCompare(again.kysely, stopped)).toBeUndefined();
  expect(stopped.turns).toBe(1);
  await again.kysely.destroy();
});
