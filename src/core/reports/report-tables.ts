/*
 * From a plan to one linked system: which tables are counted, which of their cells are printed, and what a reader
 * could compute besides. What is not printed is told to the engine as such, because a cell that only serves the
 * sums must be protected like the others and must not stand in any file.
 */

import { ProcedureError } from '#api/errors.ts';
import type { ReportTable } from '#api/reports.ts';
import type { CellRole, Relation } from '#disclosure/disclosure-problem.ts';
import type { Release } from '#disclosure/release.ts';
import {
  buildLinkedTables,
  cellKey,
  type Dimension,
  groupName,
  tabulate,
} from '#disclosure/tables.ts';
import {
  countAt,
  findGroupAttributes,
  type LinkedCells,
  withComplement,
  withOverlap,
} from '#disclosure/virtual-cells.ts';
import type { Indicator, ReportDimension, TableShape } from '#domain/indicators/indicator.ts';
import { sexes } from '#domain/people/person.ts';
import type { AgeAxis } from '#domain/reports/age-axis.ts';
import { type Areas, areaCode, elsewhere } from '#domain/reports/area-map.ts';
import {
  type CountedRow,
  notRecorded,
  type Period,
  smallestSensitiveCount,
} from '#domain/reports/summary.ts';

const TOTAL = 'all';

/** An indicator with the dimensions it is printed by in this report. */
interface PlannedIndicator extends Pick<Indicator, 'id' | 'partOf' | 'isSensitive'> {
  by: readonly ReportDimension[];
}

export interface ReportSetup {
  period: Period;
  axis: AgeAxis;
  tables: readonly TableShape[];
  indicators: readonly PlannedIndicator[];
  /** The dimension that says who is of the population; absent where everybody is. */
  population?: string | undefined;
  /** Lists of nationalities that are told as one; absent: each by itself. */
  nationalityGroups?: readonly (readonly string[])[] | undefined;
  /** Where people live, in the order it is told; absent where it is not. */
  areas?: Areas | undefined;
}

const present = (rows: readonly CountedRow[], name: string) =>
  [...new Set(rows.flatMap((row) => row[name] ?? []))].sort();

function nationalityAxis(rows: readonly CountedRow[], setup: ReportSetup): Dimension {
  const categories = present(rows, 'nationality');
  const lists = setup.nationalityGroups;
  if (!lists) return { name: 'nationality', categories };
  const named = new Set(lists.flat());
  const rest = categories.filter((code) => !named.has(code) && code !== 'unknown');
  const members = [...lists, rest]
    .map((list) => list.filter((code) => categories.includes(code)))
    .filter((list) => list.length > 0);
  const groups = Object.fromEntries(
    members.filter((list) => list.length > 1).map((list) => [groupName(list), list]),
  );
  return { name: 'nationality', categories, groups, unprinted: Object.values(groups).flat() };
}

function ageDimension({ axis }: ReportSetup): Dimension {
  const { pieces, printed, groups } = axis;
  const categories = [...pieces.map(({ code }) => code), 'unknown'];
  if (Object.keys(groups).length === 0) return { name: 'ageBand', categories };
  return {
    name: 'ageBand',
    categories,
    groups,
    partitions: [categories, printed],
    unprinted: [...categories, ...Object.keys(groups)].filter((code) => !printed.includes(code)),
  };
}

/** The same whoever lives where: an area nobody lives in is told with its nought. */
const areaDimension = (all: Areas): Dimension => ({
  name: 'area',
  categories: [...all.map((_, at) => areaCode(at)), elsewhere, notRecorded],
});

const yesNo = (name: string): Dimension => ({
  name,
  categories: ['yes', 'no'],
  unprinted: ['no'],
});

export function dimensionsOf(rows: readonly CountedRow[], setup: ReportSetup): Dimension[] {
  return [
    { name: 'sex', categories: sexes.filter((sex) => rows.some((row) => row.sex === sex)) },
    ageDimension(setup),
    nationalityAxis(rows, setup),
    { name: 'legalStatus', categories: present(rows, 'legalStatus') },
    ...(setup.areas ? [areaDimension(setup.areas)] : []),
    ...setup.indicators.map(({ id }) => yesNo(id)),
  ];
}

/** Categories of a dimension that are printed, in its order. */
function printedOf(name: string, dimensions: readonly Dimension[]): string[] {
  const found = dimensions.find((one) => one.name === name);
  if (!found) return [];
  const all = [...found.categories, ...Object.keys(found.groups ?? {})];
  const shown = all.filter((code) => !found.unprinted?.includes(code));
  if (!found.partitions) return shown;
  const order = found.partitions.at(-1) ?? shown;
  return order.filter((code) => shown.includes(code));
}

/** Where a cell of a table stands, by the codes of its row and column. */
export function placeOf(
  table: Pick<ReportTable, 'rowsBy' | 'columnsBy' | 'indicator'>,
  row: string,
  column: string,
): Record<string, string> {
  const { rowsBy, columnsBy, indicator } = table;
  return {
    ...(indicator ? { [indicator]: 'yes' } : {}),
    ...(rowsBy === 'indicator' ? { [row]: 'yes' } : row === TOTAL ? {} : { [rowsBy]: row }),
    ...(columnsBy === null || column === TOTAL ? {} : { [columnsBy]: column }),
  };
}

type Shape = Pick<ReportTable, 'name' | 'rowsBy' | 'columnsBy' | 'indicator'> & {
  rows: string[];
  columns: string[];
};

const standardNames: Readonly<Record<string, string>> = {
  'ageBand*sex': 'sexByAge',
  nationality: 'nationality',
  legalStatus: 'legalStatus',
};

function shapeOf(
  rowsBy: ReportDimension,
  columnsBy: ReportDimension | undefined,
  dimensions: readonly Dimension[],
  indicator?: string,
): Shape {
  const key = columnsBy ? `${rowsBy}*${columnsBy}` : rowsBy;
  return {
    name: indicator ? `${indicator}:${key}` : (standardNames[key] ?? key),
    rowsBy,
    columnsBy: columnsBy ?? null,
    ...(indicator ? { indicator } : {}),
    rows: [...printedOf(rowsBy, dimensions), TOTAL],
    columns: columnsBy ? [...printedOf(columnsBy, dimensions), TOTAL] : [TOTAL],
  };
}

/** Every table that is printed: first how many each indicator counts, then what it is broken down by. */
export function shapesOf(dimensions: readonly Dimension[], setup: ReportSetup): Shape[] {
  const ids = setup.indicators.map(({ id }) => id);
  const overview: Shape = {
    name: 'indicators',
    rowsBy: 'indicator',
    columnsBy: null,
    rows: ids,
    columns: [TOTAL],
  };
  return [
    ...(ids.length > 0 ? [overview] : []),
    ...setup.tables.map(({ rows, columns }) => shapeOf(rows, columns, dimensions)),
    ...setup.indicators.flatMap(({ id, by: [rows, columns] }) =>
      rows ? [shapeOf(rows, columns, dimensions, id)] : [],
    ),
  ];
}

/** Rows that tell all of these facts. Of everybody some row must, or the tables would not be of the same people. */
function tellingAll(rows: readonly CountedRow[], names: readonly string[], total: number) {
  const asked = names.some(
    (name) => name in { sex: 0, ageBand: 0, nationality: 0, legalStatus: 0, area: 0 },
  )
    ? names
    : ['sex', ...names];
  const records = rows.flatMap((row) => {
    const facts = asked.flatMap((name) => {
      const code = row[name];
      return code === undefined ? [] : [[name, code] as const];
    });
    return facts.length === asked.length ? [Object.fromEntries(facts)] : [];
  });
  // Of somebody who was erased the facts are kept apart from each other, and cannot be crossed any more.
  if (records.length !== total)
    throw new ProcedureError('report_refused', { reason: 'erased_apart' });
  return records;
}

function isSensitiveCell(id: string, setup: ReportSetup): boolean {
  const names = id.split('|').map((pair) => pair.split('=')[0]);
  return names.some(
    (name) =>
      name === 'legalStatus' || setup.indicators.some((one) => one.isSensitive && one.id === name),
  );
}

const inPopulation = (place: Record<string, string>, { population }: ReportSetup) =>
  population ? { ...place, [population]: 'yes' } : place;

/** The id of a printed cell. */
export const printedCell = (place: Record<string, string>, setup: ReportSetup) =>
  cellKey(inPopulation(place, setup));

/** What readers compute from "of which": the rest, and how many are in more than one. */
function withParts(
  linked: LinkedCells,
  rows: readonly CountedRow[],
  printed: ReadonlySet<string>,
  setup: ReportSetup,
): LinkedCells {
  let all = linked;
  for (const { id, partOf } of setup.indicators) {
    if (!partOf || !setup.indicators.some((one) => one.id === partOf)) continue;
    for (const part of printed) {
      if (!part.split('|').includes(`${id}=yes`)) continue;
      const { [id]: _, ...place } = partsOf(part);
      const total = cellKey({ ...place, [partOf]: 'yes' });
      if (printed.has(total)) all = withComplement(all, { part, total });
    }
  }
  for (const parent of setup.indicators) {
    const parts = setup.indicators.filter(({ partOf }) => partOf === parent.id);
    if (parts.length < 2) continue;
    all = withOverlap(all, {
      answers: parts.map(({ id }) => printedCell({ [id]: 'yes' }, setup)),
      people: printedCell({ [parent.id]: 'yes' }, setup),
      anyAnswer: rows.filter((row) => row.sex && parts.some(({ id }) => row[id] === 'yes')).length,
    });
  }
  return all;
}

/** Which of these dimensions a sensitive indicator can be broken down by without telling it of a whole group. */
export function bearableBreakdown(
  one: PlannedIndicator,
  rows: readonly CountedRow[],
  setup: ReportSetup,
): readonly ReportDimension[] {
  if (!one.isSensitive) return one.by;
  const alone = { ...setup, tables: [], indicators: [one] };
  const { cells } = countedRelease(rows, alone);
  const told = findGroupAttributes({ cells, relations: [] }, `${one.id}=yes`);
  return told.length === 0 || one.by.length === 0
    ? one.by
    : bearableBreakdown({ ...one, by: one.by.slice(0, -1) }, rows, setup);
}

interface Counts {
  cells: Record<string, number>;
  relations: Relation[];
  roles: Record<string, CellRole>;
}

const partsOf = (id: string): Record<string, string> =>
  id === 'ALL' ? {} : Object.fromEntries(id.split('|').map((pair) => pair.split('=')));

/** Tables over these rows, one for each list of dimensions. */
function countCrosses(
  rows: readonly CountedRow[],
  crosses: readonly (readonly string[])[],
  dimensions: readonly Dimension[],
): Counts {
  const total = rows.filter((row) => row.sex !== undefined).length;
  const tables = new Map(
    crosses
      .filter((names) => names.length > 0)
      .map((names) => [[...names].sort().join('*'), names]),
  );
  const counted = [...tables].map(([name, names]) => ({
    name,
    dimensions: names,
    counts: tabulate(tellingAll(rows, names, total), names),
  }));
  const { cells, relations, roles } = buildLinkedTables({ dimensions, tables: counted });
  return { cells: { ALL: total, ...cells }, relations, roles };
}

/** The same cells, said to be of the population. */
function ofPopulation({ cells, relations, roles }: Counts, setup: ReportSetup): Counts {
  const name = (id: string) => printedCell(partsOf(id), setup);
  const named = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [name(id), value]));
  return {
    cells: named(cells),
    relations: relations.map(({ total, parts }) => ({
      total: name(total),
      parts: parts.map(name),
    })),
    roles: named(roles),
  };
}

/**
 * Those of the population are also among everybody served, of whom earlier reports may tell the same: the rest is
 * what a reader gets by subtraction. Only cells that an earlier report has are needed for that, and everybody.
 */
function withEverybody(
  inside: Counts,
  rows: readonly CountedRow[],
  crosses: readonly (readonly string[])[],
  {
    setup,
    dimensions,
    sentIds,
  }: { setup: ReportSetup; dimensions: readonly Dimension[]; sentIds: ReadonlySet<string> },
): Counts {
  const shapes = [...new Set([...sentIds].map((id) => Object.keys(partsOf(id)).sort().join('*')))]
    .map((shape) => shape.split('*'))
    .filter((shape) => crosses.some((cross) => shape.every((name) => cross.includes(name))));
  const outside = countCrosses(rows, shapes, dimensions);
  const isNeeded = (id: string) => id === 'ALL' || sentIds.has(id);
  const cells: [string, number][] = [];
  const relations: Relation[] = outside.relations.filter(({ total, parts }) =>
    [total, ...parts].every(isNeeded),
  );
  const derived: string[] = [];
  for (const [id, count] of Object.entries(outside.cells)) {
    const part = printedCell(partsOf(id), setup);
    const within = inside.cells[part];
    if (!isNeeded(id) || within === undefined) continue;
    const rest = `${id}-(${part})`;
    cells.push([id, count], [rest, count - within]);
    relations.push({ total: id, parts: [part, rest] });
    derived.push(rest, ...(id === 'ALL' ? [] : [id]));
  }
  const known = new Set(cells.map(([id]) => id));
  return {
    cells: { ...Object.fromEntries(cells), ...inside.cells },
    relations: [
      ...inside.relations,
      ...relations.filter(({ total, parts }) =>
        [total, ...parts].every((id) => known.has(id) || Object.hasOwn(inside.cells, id)),
      ),
    ],
    roles: {
      ...inside.roles,
      ...Object.fromEntries(derived.map((id) => [id, 'derived' as const])),
    },
  };
}

/** The counts of a report before anything is hidden, with all that can be computed from them. */
export function countedRelease(
  rows: readonly CountedRow[],
  setup: ReportSetup,
  sentIds: ReadonlySet<string> = new Set(),
): Omit<Release, 'threshold'> {
  const { population } = setup;
  const counted = population ? rows.filter((row) => row[population] === 'yes') : rows;
  const dimensions = dimensionsOf(rows, setup);
  const shapes = shapesOf(dimensions, setup);
  const crosses = [...shapes.map(crossOf), ...setup.indicators.map(({ id }) => [id])];
  const inside = countCrosses(counted, crosses, dimensions);
  const linkedCounts = population
    ? withEverybody(ofPopulation(inside, setup), rows, crosses, { setup, dimensions, sentIds })
    : inside;
  const printed = new Set(
    shapes.flatMap((shape) =>
      shape.rows.flatMap((row) =>
        shape.columns.map((column) => printedCell(placeOf(shape, row, column), setup)),
      ),
    ),
  );
  const linked = withParts(linkedCounts, counted, printed, setup);
  const people = printedCell({}, setup);
  const unprinted = Object.keys(linked.cells).filter(
    (id) => id !== 'ALL' && id !== people && !printed.has(id),
  );
  const sensitive = Object.keys(linked.cells).filter(
    (id) => countAt(linked, id) > 0 && isSensitiveCell(id, setup),
  );
  return {
    id: 'new',
    ...setup.period,
    cells: linked.cells,
    relations: linked.relations,
    roles: {
      ...linked.roles,
      ...Object.fromEntries(unprinted.map((id) => [id, 'derived' as const])),
    },
    cellThresholds: Object.fromEntries(sensitive.map((id) => [id, smallestSensitiveCount])),
    sensitiveDimensions: [
      'legalStatus',
      ...setup.indicators.filter((one) => one.isSensitive).map(({ id }) => `${id}=yes`),
    ],
    ...(population ? { keep: [people] } : {}),
  };
}

function crossOf({ rowsBy, columnsBy, indicator }: Shape): string[] {
  if (rowsBy === 'indicator') return [];
  return [rowsBy, ...(columnsBy ? [columnsBy] : []), ...(indicator ? [indicator] : [])];
}
