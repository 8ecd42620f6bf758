/*
 * Several people and places at once. Taking the best place for one after the other leaves the last without any;
 * so all are looked at together, as an assignment problem: first as many as possible find a place, then the
 * reasons weigh as much as they can. It is a suggestion, made the same way each time.
 */
import { loadSolver, packRows, type SparseRow } from '#solving/solver.ts';
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

interface Option extends Pair {
  seeker: number;
  place: number;
}

const byId = <T extends { id: string }>(all: readonly T[]) =>
  [...all].sort((a, b) => (a.id < b.id ? -1 : 1));

const isOneEach = (places: Place[]) => places.every(({ households }) => households <= 1);

/** Pairs. Proving the last point of a larger problem whose places take several households takes minutes. */
const EXACT_UP_TO = 2_000;
/** At most one point in three hundred may then be missed; how many find a place stays exact. */
const GAP_OF_LARGE = 1e-5;

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
      if (against.length > 0) return [];
      return [{ seeker, place, points, seekerId: one.id, placeId: other.id }];
    });
    return bestOf(possible, places, seekers.length);
  });
}

/** One row for each seeker and two for each place: its households, and its room. */
function rowsOf(options: Option[], seekers: Seeker[], places: Place[]) {
  const rows: SparseRow[] = [];
  const most: number[] = [];
  const add = (own: number[], weigh: (column: number) => number, upper: number) => {
    if (own.length === 0) return;
    rows.push({ indices: own, values: own.map(weigh) });
    most.push(upper);
  };
  const columnsOf = (by: 'seeker' | 'place', count: number) => {
    const columns: number[][] = Array.from({ length: count }, () => []);
    for (const [column, option] of options.entries()) columns[option[by]]?.push(column);
    return columns;
  };
  for (const own of columnsOf('seeker', seekers.length)) add(own, () => 1, 1);
  for (const [index, own] of columnsOf('place', places.length).entries()) {
    const place = places[index];
    if (!place) continue;
    add(own, () => 1, place.households);
    // Whoever comes alone was compared with the room already.
    if (place.households <= 1) continue;
    add(own, (column) => seekers[options[column]?.seeker ?? -1]?.size ?? 0, place.room);
  }
  return { rows, most };
}

async function choose(options: Option[], seekers: Seeker[], places: Place[]): Promise<Option[]> {
  const highs = await loadSolver();
  const { rows, most } = rowsOf(options, seekers, places);
  const size = options.length;
  const highest = Math.max(...options.map(({ points }) => points));
  // More than all reasons together: one more household with a place counts before anything else.
  const place = 1 + seekers.length * highest;
  const model = highs.createModel({
    numCols: size,
    numRows: rows.length,
    colCost: Float64Array.from(options, ({ points }) => -(place + points)),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(1),
    rowLower: most.map(() => 0),
    rowUpper: most,
    matrix: packRows(rows, size),
    // Where each place takes one household, every corner of the linear program is whole already.
    ...(isOneEach(places) ? {} : { integrality: new Int32Array(size).fill(1) }),
  });
  try {
    const gap: Record<string, number> =
      size > EXACT_UP_TO ? { mip_rel_gap: GAP_OF_LARGE } : { mip_rel_gap: 0, mip_abs_gap: 0.5 };
    model.options.set({ output_flag: false, ...gap });
    const { modelStatus } = model.run();
    if (modelStatus !== highs.constants.modelStatus.optimal) {
      throw new Error(`the solver stopped with status ${modelStatus}`);
    }
    const { colValue } = model.getSolution();
    return options.filter((_, column) => (colValue[column] ?? 0) > 0.5);
  } finally {
    model.dispose();
  }
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
      .map(({ seekerId, placeId, points }) => ({ seekerId, placeId, points })),
    without: seekers.flatMap(({ id: seekerId }, index) =>
      placed.has(index)
        ? []
        : [{ seekerId, why: hasOption.has(index) ? ('allTaken' as const) : ('noneFits' as const) }],
    ),
  };
}
