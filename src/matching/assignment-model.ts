/*
 * The assignment problem as rows and columns: a column for each possible pair; a row for each seeker, who takes one
 * place at most, and for each place one for its households and, where it takes several, one for its room.
 */
import { type Highs, type Model, packRows, type SparseRow } from '#solving/solver.ts';

/** A possible pair, by the numbers of its two sides. */
export interface Option {
  seeker: number;
  place: number;
  points: number;
  /** How many people come. */
  size: number;
}

export interface Capacity {
  households: number;
  room: number;
}

interface Row extends SparseRow {
  /** What the row is about, to find its price again in a model with other columns. */
  key: string;
  least: number;
  most: number;
}

export const keyOfSeeker = (seeker: number) => `seeker ${seeker}`;
export const keyOfHouseholds = (place: number) => `households ${place}`;
export const keyOfRoom = (place: number) => `room ${place}`;
export const KEY_OF_COUNT = 'count';

const groupBy = (options: readonly Option[], by: 'seeker' | 'place') => {
  const groups = new Map<number, number[]>();
  for (const [column, option] of options.entries()) {
    const group = groups.get(option[by]);
    if (group) group.push(column);
    else groups.set(option[by], [column]);
  }
  return groups;
};

const ones = (columns: readonly number[]) => columns.map(() => 1);

/** `leastPairs`: fewer are no answer. */
function rowsOf(
  options: readonly Option[],
  places: readonly Capacity[],
  leastPairs: number,
): Row[] {
  const rows: Row[] = [];
  for (const [seeker, indices] of groupBy(options, 'seeker')) {
    rows.push({ key: keyOfSeeker(seeker), indices, values: ones(indices), least: 0, most: 1 });
  }
  for (const [place, indices] of groupBy(options, 'place')) {
    const { households, room } = places[place] ?? { households: 0, room: 0 };
    const row = { key: keyOfHouseholds(place), indices, values: ones(indices) };
    rows.push({ ...row, least: 0, most: households });
    // Whoever comes alone was compared with the room already.
    if (households <= 1) continue;
    const values = indices.map((column) => options[column]?.size ?? 0);
    rows.push({ key: keyOfRoom(place), indices, values, least: 0, most: room });
  }
  if (leastPairs > 0) {
    const indices = options.map((_, column) => column);
    const all = { key: KEY_OF_COUNT, indices, values: ones(indices) };
    rows.push({ ...all, least: leastPairs, most: options.length });
  }
  return rows;
}

interface Wanted {
  options: readonly Option[];
  places: readonly Capacity[];
  /** What each pair is worth; as much as possible is wanted. */
  worth: (option: Option) => number;
  isWhole: boolean;
  leastPairs?: number;
  gap?: Record<string, number>;
}

export interface Solved {
  isOptimal: boolean;
  isInfeasible: boolean;
  worth: number;
  chosen: Option[];
  /** What one more of each row would be worth; of whole problems nothing. */
  prices: ReadonlyMap<string, number>;
}

function buildModel(highs: Highs, wanted: Wanted, rows: Row[]): Model {
  const { options, worth, isWhole } = wanted;
  const size = options.length;
  return highs.createModel({
    numCols: size,
    numRows: rows.length,
    colCost: Float64Array.from(options, (option) => -worth(option)),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(1),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: packRows(rows, size),
    ...(isWhole ? { integrality: new Int32Array(size).fill(1) } : {}),
  });
}

export function solve(highs: Highs, wanted: Wanted): Solved {
  const { options, places, isWhole, leastPairs = 0, gap = {} } = wanted;
  const rows = rowsOf(options, places, leastPairs);
  const model = buildModel(highs, wanted, rows);
  try {
    model.options.set({ output_flag: false, ...(isWhole ? gap : {}) });
    const { modelStatus } = model.run();
    const { optimal, infeasible } = highs.constants.modelStatus;
    if (modelStatus !== optimal) {
      const isInfeasible = modelStatus === infeasible;
      return { isOptimal: false, isInfeasible, worth: 0, chosen: [], prices: new Map() };
    }
    const { colValue, rowDual } = model.getSolution();
    return {
      isOptimal: true,
      isInfeasible: false,
      worth: -model.getObjectiveValue(),
      chosen: options.filter((_, column) => (colValue[column] ?? 0) > 0.5),
      prices: new Map(rows.map(({ key }, row) => [key, -(rowDual[row] ?? 0)])),
    };
  } finally {
    model.dispose();
  }
}
