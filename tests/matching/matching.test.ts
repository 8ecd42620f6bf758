import { describe, expect, test } from 'vitest';
import { arrange } from '#matching/arrange.ts';
import { type Place, rankPlaces, type Seeker, weighPair } from '#matching/weigh-pair.ts';

const aSeeker = (more: Partial<Seeker> = {}): Seeker => ({
  id: 's',
  size: 1,
  languages: [],
  skills: [],
  kinTowns: [],
  hasSchoolChildren: false,
  needsStepFree: false,
  ...more,
});

const aPlace = (more: Partial<Place> = {}): Place => ({
  id: 'p',
  town: 'Torino',
  room: 4,
  households: 1,
  languages: [],
  skills: [],
  hasSchool: false,
  isStepFree: false,
  ...more,
});

describe('a place for somebody', () => {
  test('a nurse with a sister in Milan is proposed to Milan first, each point with its reason', () => {
    const nurse = aSeeker({ languages: ['tir', 'eng'], skills: ['nursing'], kinTowns: ['Milano'] });
    const ranked = rankPlaces(nurse, [
      aPlace({ id: 'rome', town: 'Roma', skills: ['nursing'], languages: ['eng'] }),
      aPlace({ id: 'milan', town: 'Milano', languages: ['eng'] }),
      aPlace({ id: 'full', town: 'Milano', room: 0, skills: ['nursing'] }),
    ]);
    expect(ranked.map(({ placeId }) => placeId)).toEqual(['milan', 'rome', 'full']);
    expect(ranked[0]).toMatchObject({
      against: [],
      points: 65,
      reasons: [
        { kind: 'family', points: 40, about: ['Milano'] },
        { kind: 'language', points: 25, about: ['eng'] },
      ],
    });
    expect(ranked[2]?.against).toEqual(['room']);
  });

  test.each([
    ['more people than beds', { size: 5 }, {}, ['room']],
    ['stairs', { needsStepFree: true }, {}, ['stepFree']],
    ['no stairs', { needsStepFree: true }, { isStepFree: true }, []],
    ['free only later', { until: '2027-01-31' }, { from: '2027-02-01' }, ['dates']],
    ['free on the last day', { until: '2027-02-01' }, { from: '2027-02-01' }, []],
    ['free only until before', { from: '2027-03-01' }, { until: '2027-02-28' }, ['dates']],
  ])('%s', (_, seeker, place, against) => {
    expect(weighPair(aSeeker(seeker), aPlace(place)).against).toEqual(against);
  });

  test('a reason without points is none', () => {
    const weights = { family: 0, language: 1, skills: 0, school: 0, fits: 0 };
    const seeker = aSeeker({ kinTowns: ['Torino'] });
    expect(weighPair(seeker, aPlace(), weights)).toEqual({ against: [], reasons: [], points: 0 });
  });
});

/** A small generator, so that every run tries the same cases. */
function numbersFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const TOWNS = ['Torino', 'Milano', 'Roma'];
const LANGUAGES = ['tir', 'ara', 'eng', 'fra'];

function aCase(seed: number) {
  const below = numbersFrom(seed);
  const some = (all: string[]) => all.filter(() => below(3) === 0);
  const seekers = Array.from({ length: 2 + below(4) }, (_, index) =>
    aSeeker({
      id: `s${index}`,
      size: 1 + below(3),
      languages: some(LANGUAGES),
      kinTowns: some(TOWNS),
      needsStepFree: below(4) === 0,
    }),
  );
  const places = Array.from({ length: 2 + below(3) }, (_, index) =>
    aPlace({
      id: `p${index}`,
      town: TOWNS[below(3)] ?? 'Torino',
      room: 1 + below(5),
      households: 1 + below(seed % 2 === 0 ? 1 : 3),
      languages: some(LANGUAGES),
      isStepFree: below(2) === 0,
    }),
  );
  return { seekers, places };
}

/** The most that can be reached, by trying everything: people placed first, then points. */
function bestByTrying(seekers: Seeker[], places: Place[]): [placed: number, points: number] {
  const [seeker, ...others] = seekers;
  if (!seeker) return [0, 0];
  let best = bestByTrying(others, places);
  for (const [index, place] of places.entries()) {
    const { against, points } = weighPair(seeker, place);
    // Points are those of the place as it stands empty, as in the arrangement.
    const whole = place as Place & { whole?: Place };
    const weighed = whole.whole ? weighPair(seeker, whole.whole) : { against, points };
    if (against.length > 0) continue;
    const left = {
      ...place,
      room: place.room - seeker.size,
      households: place.households - 1,
      whole: whole.whole ?? place,
    };
    const rest = bestByTrying(others, places.with(index, left));
    const found: [number, number] = [rest[0] + 1, rest[1] + weighed.points];
    if (found[0] > best[0] || (found[0] === best[0] && found[1] > best[1])) best = found;
  }
  return best;
}

describe('several people and places at once', () => {
  test('nobody is left out because another one took the only place that suits them', async () => {
    const seekers = [aSeeker({ id: 'a', kinTowns: ['Torino'] }), aSeeker({ id: 'b', size: 4 })];
    const places = [aPlace({ id: 'large' }), aPlace({ id: 'small', town: 'Roma', room: 1 })];
    const { pairs, without } = await arrange(seekers, places);
    expect(pairs.map(({ seekerId, placeId }) => [seekerId, placeId])).toEqual([
      ['a', 'small'],
      ['b', 'large'],
    ]);
    expect(without).toEqual([]);
  });

  test('says of whoever gets none whether nothing suits or all is taken', async () => {
    const seekers = [aSeeker({ id: 'a' }), aSeeker({ id: 'b' }), aSeeker({ id: 'c', size: 9 })];
    const { pairs, without } = await arrange(seekers, [aPlace()]);
    expect(pairs).toHaveLength(1);
    expect(without.map(({ why }) => why).sort()).toEqual(['allTaken', 'noneFits']);
    expect((await arrange([], [])).pairs).toEqual([]);
  });

  test('is as good as trying everything, and the same in any order', async () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const { seekers, places } = aCase(seed);
      const found = await arrange(seekers, places);
      const points = found.pairs.reduce((sum, pair) => sum + pair.points, 0);
      expect([found.pairs.length, points], `case ${seed}`).toEqual(bestByTrying(seekers, places));
      if (seed % 10 > 0) continue;
      expect(await arrange(seekers.toReversed(), places.toReversed())).toEqual(found);
    }
  });
});
