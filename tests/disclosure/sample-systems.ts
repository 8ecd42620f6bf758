import type { DisclosureProblem } from '#disclosure/disclosure-problem.ts';
import {
  buildLinkedTables,
  type Dimension,
  type LinkedTables,
  tabulate,
} from '#disclosure/tables.ts';

/** A small seeded generator (mulberry32): the same seed gives the same tables on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Picks a category with weights 1, 1/2, 1/3 …: a few large groups and a long tail. */
function pickSkewed(random: () => number, categories: readonly string[]): string {
  const weights = categories.map((_, at) => 1 / (at + 1));
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [at, category] of categories.entries()) {
    left -= weights[at] ?? 0;
    if (left <= 0) return category;
  }
  return categories[categories.length - 1] ?? '';
}

function numbered(prefix: string, size: number): string[] {
  return Array.from({ length: size }, (_, at) => `${prefix}${String(at + 1).padStart(2, '0')}`);
}

export type SampleSystem = DisclosureProblem & Pick<LinkedTables, 'tables'>;

export function randomTables(
  seed: number,
  people: number,
  dimensions: readonly Dimension[],
  tables: readonly (readonly string[])[],
  threshold = 5,
): SampleSystem {
  const random = seededRandom(seed);
  const records = Array.from({ length: people }, () =>
    Object.fromEntries(
      dimensions.map(({ name, categories }) => [name, pickSkewed(random, categories)]),
    ),
  );
  const named = tables.map((names) => ({
    name: names.join(' × '),
    dimensions: names,
    counts: tabulate(records, names),
  }));
  return { threshold, ...buildLinkedTables({ dimensions, tables: named }) };
}

const sex = { name: 'sex', categories: ['F', 'M', 'X'] };
const age = { name: 'age', categories: ['18-59', '12-17', '5-11', '0-4', '60+', 'unknown'] };

/** The quarterly report: sex × age band, nationality, legal status: 63 cells that share `ALL`. */
export function quarterlyReport(seed = 1, people = 150): SampleSystem {
  const dimensions = [
    sex,
    age,
    { name: 'nationality', categories: numbered('n', 23) },
    { name: 'status', categories: numbered('s', 12) },
  ];
  return randomTables(seed, people, dimensions, [['sex', 'age'], ['nationality'], ['status']]);
}

/** Five linked tables, about 200 cells. */
export function yearlyReport(seed = 1, people = 300): SampleSystem {
  const dimensions = [
    sex,
    age,
    { name: 'nationality', categories: numbered('n', 16) },
    { name: 'status', categories: numbered('s', 9) },
    { name: 'service', categories: numbered('v', 6) },
  ];
  return randomTables(seed, people, dimensions, [
    ['sex', 'age'],
    ['sex', 'nationality'],
    ['status', 'age'],
    ['service', 'sex'],
    ['status', 'sex'],
  ]);
}

/** Three dimensions of 3, 3 and 2 categories with all margins: 48 cells. */
export function cube(seed = 1, people = 60): SampleSystem {
  const dimensions = [
    sex,
    { name: 'age', categories: ['adult', 'minor', 'elder'] },
    { name: 'status', categories: ['waiting', 'recognised'] },
  ];
  return randomTables(seed, people, dimensions, [['sex', 'age', 'status']]);
}

/**
 * Seven cells, their grand total, and sums of overlapping subsets: unlike ordinary tables, such
 * sums often have relaxed solutions that no whole-number table reaches.
 */
export function overlappingSums(seed: number, people: number, threshold: number): SampleSystem {
  const random = seededRandom(seed);
  const leaves = numbered('x', 7);
  const cells: Record<string, number> = Object.fromEntries(leaves.map((id) => [id, 1]));
  for (let left = people - leaves.length; left > 0; left -= 1) {
    const id = pickSkewed(random, leaves);
    cells[id] = (cells[id] ?? 0) + 1;
  }
  const relations = [{ total: 'ALL', parts: leaves }];
  for (const total of numbered('sum', 4)) {
    const parts = leaves.filter(() => random() < 0.45);
    if (parts.length > 0) relations.push({ total, parts });
  }
  for (const { total, parts } of relations) {
    cells[total] = parts.reduce((sum, part) => sum + (cells[part] ?? 0), 0);
  }
  return { threshold, cells, relations, tables: { leaves } };
}
