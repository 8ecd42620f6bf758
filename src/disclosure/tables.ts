import { DisclosureInputError } from './disclosure-input-error.ts';
import { type CellRole, grandTotalId, type Relation } from './disclosure-problem.ts';

/*
 * Tables of one release describe the same people, so they share cells: `sex × age` and
 * `sex × nationality` have the margins of `sex` and the grand total in common. A cell therefore
 * has one canonical key, whatever table it stands in (`age=18-59|sex=F`, dimensions sorted, the
 * grand total is `ALL`). Without that, two tables that are each safe alone would be protected
 * apart and could be solved together.
 */

/**
 * `categories`: the leaves. `groups`: optional sums of leaves or of other groups, one list of
 * members per group; each is printed as its own category. `partitions`: where several sets of
 * categories each add up to everybody (age bands of two funders), one list per set; otherwise what is
 * in no group does. `unprinted`: categories that only exist to relate the others, such as exactly 60.
 */
export interface Dimension {
  readonly name: string;
  readonly categories: readonly string[];
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  readonly partitions?: readonly (readonly string[])[];
  readonly unprinted?: readonly string[];
}

/** Names a group by what is in it, so that "other" of one report is not taken for that of the next. */
export function groupName(members: readonly string[]): string {
  return [...members].sort().join('+');
}

/** Counts of the leaf combinations of a table, by canonical key; absent ones are 0. */
export interface CountedTable {
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

export interface LinkedTables {
  readonly cells: Record<string, number>;
  readonly relations: Relation[];
  /** Cells at unprinted categories. */
  readonly roles: Record<string, CellRole>;
  /** Cell ids of each table, by table name. */
  readonly tables: Record<string, string[]>;
}

/** The canonical key of a population: its dimensions sorted, those at their total left out. */
export function cellKey(at: Readonly<Record<string, string>>): string {
  const names = Object.keys(at).sort();
  return names.length === 0 ? grandTotalId : names.map((name) => `${name}=${at[name]}`).join('|');
}

/** Counts records by the given dimensions. @throws DisclosureInputError `unknown_category` */
export function tabulate(
  records: readonly Readonly<Record<string, string>>[],
  dimensions: readonly string[],
): Record<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    const at = Object.fromEntries(
      dimensions.map((name) => {
        const category = record[name];
        if (category === undefined) throw unknownCategory(name);
        return [name, category];
      }),
    );
    const key = cellKey(at);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

function unknownCategory(name: string): DisclosureInputError {
  return new DisclosureInputError('unknown_category', `unknown or missing category of ${name}`);
}

/** Where a cell stands on one axis. No category is empty, so this is free to mean the total. */
type Position = string;
const total: Position = '';

/** One dimension as a tree: children of the total and of each group, leaves under each node. */
interface Tree {
  readonly name: string;
  readonly positions: readonly Position[];
  /** For the total and each group, the lists that each add up to it. */
  readonly children: ReadonlyMap<Position, readonly (readonly string[])[]>;
  readonly unprinted: ReadonlySet<Position>;
}

function checkName(name: string): void {
  if (name === '' || /[|=]/.test(name)) {
    throw new DisclosureInputError('invalid_name', 'a name is empty or contains | or =');
  }
}

function buildTree({ name, categories, groups = {}, partitions, unprinted = [] }: Dimension): Tree {
  const all = [...categories, ...Object.keys(groups)];
  for (const each of [name, ...all]) checkName(each);
  if (new Set(all).size !== all.length) {
    throw new DisclosureInputError('invalid_name', `a category of ${name} is named twice`);
  }
  const known = new Set(all);
  const grouped = new Set<string>();
  for (const member of [...Object.values(groups), ...(partitions ?? [])].flat()) {
    if (!known.has(member)) throw unknownCategory(name);
  }
  for (const member of Object.values(groups).flat()) {
    if (partitions === undefined && grouped.has(member)) {
      throw new DisclosureInputError('invalid_name', `a category of ${name} is in two groups`);
    }
    grouped.add(member);
  }
  const children = new Map<Position, readonly (readonly string[])[]>(
    Object.entries(groups).map(([group, members]) => [group, [members]]),
  );
  children.set(total, partitions ?? [all.filter((node) => !grouped.has(node))]);
  return { name, positions: [total, ...all], children, unprinted: new Set(unprinted) };
}

type Place = readonly Position[];

function keyOf(trees: readonly Tree[], place: Place): string {
  const at = trees.flatMap(({ name }, axis) => {
    const position = place[axis] ?? total;
    return position === total ? [] : [[name, position] as const];
  });
  return cellKey(Object.fromEntries(at));
}

function placesOf(trees: readonly Tree[]): Place[] {
  let places: Place[] = [[]];
  for (const { positions } of trees) {
    places = places.flatMap((place) => positions.map((position) => [...place, position]));
  }
  return places;
}

/** Adds one table's sums and relations. Sums run from the leaves upwards, each computed once. */
function addTable(
  trees: readonly Tree[],
  table: CountedTable,
  relations: Map<string, Relation>,
  roles: Map<string, CellRole>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const leaves = new Set<string>();
  const countAt = (place: Place): number => {
    const key = keyOf(trees, place);
    const known = counts.get(key);
    if (known !== undefined) return known;
    let count: number | undefined;
    for (const [axis, tree] of trees.entries()) {
      for (const children of tree.children.get(place[axis] ?? total) ?? []) {
        const parts = children.map((child) => place.with(axis, child));
        const sum = parts.reduce((partial, part) => partial + countAt(part), 0);
        count ??= sum;
        if (sum !== count) {
          throw new DisclosureInputError(
            'not_additive',
            `a set of ${tree.name} leaves somebody out`,
          );
        }
        const relation = { total: key, parts: parts.map((part) => keyOf(trees, part)).sort() };
        relations.set(JSON.stringify([relation.total, relation.parts]), relation);
      }
    }
    if (count === undefined) {
      leaves.add(key);
      count = Object.hasOwn(table.counts, key) ? (table.counts[key] ?? 0) : 0;
    }
    counts.set(key, count);
    return count;
  };
  for (const place of placesOf(trees)) {
    countAt(place);
    const isUnprinted = place.some((position, axis) => trees[axis]?.unprinted.has(position));
    if (isUnprinted) roles.set(keyOf(trees, place), 'derived');
  }
  for (const key of Object.keys(table.counts)) {
    if (!leaves.has(key)) throw unknownCategory(table.name);
  }
  return counts;
}

/**
 * Builds the cells and relations of several tables over one population, all margins included.
 * @throws DisclosureInputError `unknown_category` for a count outside the table, `invalid_name`
 * for names with `|` or `=`, `tables_disagree` when two tables give a shared cell different counts
 */
export function buildLinkedTables(input: {
  readonly dimensions: readonly Dimension[];
  readonly tables: readonly CountedTable[];
}): LinkedTables {
  const treeOf = new Map(
    input.dimensions.map((dimension) => [dimension.name, buildTree(dimension)]),
  );
  const cells = new Map<string, number>();
  const relations = new Map<string, Relation>();
  const roles = new Map<string, CellRole>();
  const tables: [string, string[]][] = [];
  for (const table of input.tables) {
    const trees = table.dimensions.map((name) => {
      const tree = treeOf.get(name);
      if (tree === undefined) throw unknownCategory(name);
      return tree;
    });
    const counts = addTable(trees, table, relations, roles);
    for (const [key, count] of counts) {
      if ((cells.get(key) ?? count) !== count) {
        throw new DisclosureInputError('tables_disagree', 'two tables count a cell differently', {
          cell: key,
        });
      }
      cells.set(key, count);
    }
    tables.push([table.name, [...counts.keys()]]);
  }
  return {
    cells: Object.fromEntries(cells),
    relations: [...relations.values()].filter(({ parts }) => parts.length > 0),
    roles: Object.fromEntries(roles),
    tables: Object.fromEntries(tables),
  };
}
