/*
 * Arranging a town where places take several households. As one problem with a column for each pair it takes the
 * solver minutes; in these steps seconds. First how many find a place, then which reasons; each as a linear
 * program that begins with the best pairs and takes in the others only where its prices say that they are worth
 * it. The prices then bound what any whole answer can reach, and leave few pairs to choose among.
 */
import type { Highs } from '#solving/solver.ts';
import {
  type Capacity,
  KEY_OF_COUNT,
  keyOfHouseholds,
  keyOfRoom,
  keyOfSeeker,
  type Option,
  type Solved,
  solve,
} from './assignment-model.ts';

/** Of each seeker and each place, to begin with. */
const BEST_OF_SEEKER = 30;
const BEST_OF_PLACE = 5;
/** Of each seeker, taken in after a look at the prices. */
const MORE_OF_SEEKER = 15;
const TINY = 1e-6;

/** Good enough: at most one point in a thousand is missed. How many find a place is always exact. */
const MISSED_OF_LARGE = 0.001;
/** How far from the best price a pair may be, in points, to be looked at; one after the other until it is enough. */
const WIDENING = [TINY, 1, 2] as const;

interface Problem {
  highs: Highs;
  options: readonly Option[];
  places: readonly Capacity[];
}

type Worth = (option: Option) => number;

function bestPairs(options: readonly Option[], by: 'seeker' | 'place', count: number): Option[] {
  const groups = new Map<number, Option[]>();
  for (const option of options) {
    const group = groups.get(option[by]);
    if (group) group.push(option);
    else groups.set(option[by], [option]);
  }
  return [...groups.values()].flatMap((group) =>
    group.toSorted((a, b) => b.points - a.points).slice(0, count),
  );
}

interface Bound {
  worth: number;
  /** How much less any answer with this pair is worth, at least. */
  lossWith: (option: Option) => number;
}

function gainAt(prices: Solved['prices'], worth: Worth): Worth {
  const price = (key: string) => prices.get(key) ?? 0;
  return (option) =>
    worth(option) -
    price(keyOfSeeker(option.seeker)) -
    price(keyOfHouseholds(option.place)) -
    option.size * price(keyOfRoom(option.place)) -
    price(KEY_OF_COUNT);
}

/** What no whole answer is worth more than. */
function boundOf({ highs, options, places }: Problem, worth: Worth, leastPairs: number): Bound {
  const inUse = new Set([
    ...bestPairs(options, 'seeker', BEST_OF_SEEKER),
    ...bestPairs(options, 'place', BEST_OF_PLACE),
  ]);
  for (;;) {
    const solved = solve(highs, {
      options: options.filter((option) => inUse.has(option)),
      places,
      worth,
      isWhole: false,
      leastPairs,
    });
    // Too few pairs to reach the count: then all of them.
    if (!solved.isOptimal && inUse.size < options.length) {
      for (const option of options) inUse.add(option);
      continue;
    }
    if (!solved.isOptimal) throw new Error('the solver found no bound');
    const gain = gainAt(solved.prices, worth);
    const missing = options.filter((option) => !inUse.has(option) && gain(option) > TINY);
    if (missing.length === 0) {
      return { worth: solved.worth, lossWith: (option) => Math.max(0, -gain(option)) };
    }
    const gains = missing.map((option) => ({ ...option, points: gain(option), option }));
    for (const { option } of bestPairs(gains, 'seeker', MORE_OF_SEEKER) as typeof gains) {
      inUse.add(option);
    }
  }
}

const wholePoints: Worth = ({ points }) => points;

/** The best of those with at least so many pairs; undefined when there is none among the pairs looked at. */
function bestWith(problem: Problem, leastPairs: number): Option[] | undefined {
  const { highs, options, places } = problem;
  const bound = boundOf(problem, wholePoints, leastPairs);
  const most = Math.floor(bound.worth + TINY);
  let best: Solved | undefined;
  for (const loss of WIDENING) {
    const solved = solve(highs, {
      options: options.filter((option) => bound.lossWith(option) <= loss),
      places,
      worth: wholePoints,
      isWhole: true,
      leastPairs,
      gap: { mip_rel_gap: MISSED_OF_LARGE, mip_abs_gap: 1 - TINY },
    });
    if (solved.isOptimal && (!best || solved.worth > best.worth)) best = solved;
    if (best && most - best.worth <= Math.max(loss, most * MISSED_OF_LARGE)) break;
  }
  return best?.chosen;
}

/** `options` have whole points without a common factor. */
export function solveLarge(problem: Problem): Option[] {
  const { highs, options, places } = problem;
  const one: Worth = () => 1;
  const most = Math.floor(boundOf(problem, one, 0).worth + TINY);
  const found = bestWith(problem, most);
  if (found) return found;
  // Rarely the room is such that no whole answer has as many as the bound: then they are counted.
  const gap = { mip_rel_gap: 0, mip_abs_gap: 1 - TINY };
  const counted = solve(highs, { options, places, worth: one, isWhole: true, gap });
  return bestWith(problem, counted.chosen.length) ?? counted.chosen;
}
