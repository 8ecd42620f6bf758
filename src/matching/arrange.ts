/*
 * Several people and places at once. Taking the best place for one after the other leaves the last without any;
 * so all are looked at together, as an assignment problem: first as many as possible find a place, then the
 * reasons weigh as much as they can. It is a suggestion, made the same way each time.
 */
import { loadSolver } from '#solving/solver.ts';
import { type Option, solve } from './assignment-model.ts';
import { solveLarge } from './solve-large.ts';
import { type Place, type Seeker, usualWeights, type Weights, weighPair } from './weigh-pair.ts';

interface Pair {
  seekerId: string;
  placeId: string;
  points: number;
}

export interface Arrangement {
  pairs: Pair[];
  /** Of those who get none, whether no place suits them or the places that do are taken. */
  without: { seekerId: string; why: 'noneFits' | 'allTaken' }[];
}

const byId = <T extends { id: string }>(all: readonly T[]) =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

const isOneEach = (places: Place[]) => places.every(({ households }) => households <= 1);

/** Pairs; up to here the very last point is proved. */
const EXACT_UP_TO = 2_000;

/**
 * Where each place takes one household, nobody needs more choices than there are seekers: the others can take
 * one place each, so of somebody's best `seekers` places one is left. Makes a large problem a third smaller.
 */
function bestOf(options: Option[], places: Place[], seekers: number): Option[] {
  if (!isOneEach(places)) return options;
  return options.sort((a, b) => b.points - a.points || a.place - b.place).slice(0, seekers);
}

function optionsOf(seekers: Seeker[], places: Place[], weights: Weights): Option[] {
  return seekers.flatMap((one, seeker) => {
    const possible = places.flatMap((other, place): Option[] => {
      const { against, points } = weighPair(one, other, weights);
      return against.length > 0 ? [] : [{ seeker, place, points, size: one.size }];
    });
    return bestOf(possible, places, seekers.length);
  });
}

/** The greatest number that divides all of them; 1 for nothing but noughts. */
function commonFactor(all: readonly number[]): number {
  const divide = (a: number, b: number): number => (b === 0 ? a : divide(b, a % b));
  return all.reduce(divide, 0) || 1;
}

async function choose(options: Option[], seekers: Seeker[], places: Place[]): Promise<Option[]> {
  const highs = await loadSolver();
  if (!isOneEach(places) && options.length > EXACT_UP_TO) {
    const factor = commonFactor(options.map(({ points }) => points));
    const small = options.map((option) => ({ ...option, points: option.points / factor }));
    const chosen = solveLarge({ highs, options: small, places });
    return chosen.map((option) => ({ ...option, points: option.points * factor }));
  }
  const highest = Math.max(...options.map(({ points }) => points));
  // More than all reasons together: one more household with a place counts before anything else.
  const place = 1 + seekers.length * highest;
  const { isOptimal, chosen } = solve(highs, {
    options,
    places,
    worth: ({ points }) => place + points,
    // Where each place takes one household, every corner of the linear program is whole already.
    isWhole: !isOneEach(places),
    gap: { mip_rel_gap: 0, mip_abs_gap: 0.5 },
  });
  if (!isOptimal) throw new Error('the solver found no arrangement');
  return chosen;
}

/** The same for the same people and places, in whatever order they come. */
export async function arrange(
  someSeekers: readonly Seeker[],
  somePlaces: readonly Place[],
  weights: Weights = usualWeights,
): Promise<Arrangement> {
  const seekers = byId(someSeekers);
  const places = byId(somePlaces);
  const options = optionsOf(seekers, places, weights);
  const chosen = options.length === 0 ? [] : await choose(options, seekers, places);
  const placed = new Set(chosen.map(({ seeker }) => seeker));
  const hasOption = new Set(options.map(({ seeker }) => seeker));
  return {
    pairs: chosen
      .sort((a, b) => a.seeker - b.seeker)
      .map(({ seeker, place, points }) => ({
        seekerId: seekers[seeker]?.id ?? '',
        placeId: places[place]?.id ?? '',
        points,
      })),
    without: seekers.flatMap(({ id: seekerId }, index) =>
      placed.has(index)
        ? []
        : [{ seekerId, why: hasOption.has(index) ? ('allTaken' as const) : ('noneFits' as const) }],
    ),
  };
}
