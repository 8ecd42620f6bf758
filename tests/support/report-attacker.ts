import type { ReportFile } from '#api/report-file.ts';
import { reportFile } from '#api/report-file.ts';
import { loadSolver, packRows } from '#solving/solver.ts';

/**
 * Somebody with exported files and a solver. Knows what is in the bytes, that persons are whole, that a hidden
 * number is at least 1, and that whoever was counted in a shorter period is counted in a longer one. Nothing of
 * the engine is used but the solver itself.
 */

export interface Range {
  readonly min: number;
  readonly max: number;
}

interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface AttackerKnows {
  /** Further sums, over cells of the files (`id` of the first, `1:id` of the second) and new names. */
  readonly sums?: readonly Sum[];
  /** Numbers from elsewhere, by the same names. */
  readonly numbers?: Readonly<Record<string, number>>;
}

export const readReport = (bytes: Uint8Array): ReportFile =>
  reportFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));

const nameIn = (file: number, id: string) => (file === 0 ? id : `${file}:${id}`);

function contains(outer: ReportFile, inner: ReportFile): boolean {
  return outer.period.from <= inner.period.from && outer.period.to >= inner.period.to;
}

interface Puzzle {
  readonly known: Map<string, number>;
  readonly least: Map<string, number>;
  readonly sums: Sum[];
}

function layOut(files: readonly ReportFile[], knows: AttackerKnows): Puzzle {
  const known = new Map<string, number>();
  const least = new Map<string, number>();
  const sums: Sum[] = [];
  for (const [at, file] of files.entries()) {
    for (const [id, count] of Object.entries(file.cells)) known.set(nameIn(at, id), count);
    for (const id of file.hidden) least.set(nameIn(at, id), 1);
    for (const { total, parts } of file.relations) {
      sums.push({ total: nameIn(at, total), parts: parts.map((part) => nameIn(at, part)) });
    }
    for (const [later, other] of files.entries()) {
      if (later <= at || !(contains(file, other) || contains(other, file))) continue;
      const [outer, inner] = contains(other, file) ? [later, at] : [at, later];
      for (const id of [...Object.keys(file.cells), ...file.hidden]) {
        if (!Object.hasOwn(other.cells, id) && !other.hidden.includes(id)) continue;
        least.set(`more:${id}`, 0);
        sums.push({ total: nameIn(outer, id), parts: [nameIn(inner, id), `more:${id}`] });
      }
    }
  }
  for (const sum of knows.sums ?? []) {
    sums.push(sum);
    for (const id of [sum.total, ...sum.parts]) {
      if (!known.has(id) && !least.has(id)) least.set(id, 0);
    }
  }
  for (const [id, count] of Object.entries(knows.numbers ?? {})) {
    known.set(id, count);
    least.delete(id);
  }
  return { known, least, sums };
}

/** The smallest and largest whole number each unknown can be. */
export async function attack(
  reports: readonly Uint8Array[],
  knows: AttackerKnows = {},
): Promise<Map<string, Range>> {
  const { known, least, sums } = layOut(reports.map(readReport), knows);
  const ids = [...least.keys()];
  const columnOf = new Map(ids.map((id, column) => [id, column]));
  const sides: number[] = [];
  const rows = sums.map(({ total, parts }) => {
    const entries: [number, number][] = [];
    let side = 0;
    for (const [at, id] of [total, ...parts].entries()) {
      const sign = at === 0 ? 1 : -1;
      const column = columnOf.get(id);
      if (column === undefined) side -= sign * (known.get(id) ?? 0);
      else entries.push([column, sign]);
    }
    sides.push(side);
    return { indices: entries.map(([at]) => at), values: entries.map(([, sign]) => sign) };
  });
  const highs = await loadSolver();
  const most = [...known.values()].reduce((a, b) => Math.max(a, b), 0) + 1000;
  const model = highs.createModel({
    numCols: ids.length,
    numRows: rows.length,
    colCost: new Float64Array(ids.length),
    colLower: ids.map((id) => least.get(id) ?? 0),
    colUpper: new Float64Array(ids.length).fill(most),
    rowLower: sides,
    rowUpper: sides,
    matrix: packRows(rows, ids.length),
    integrality: new Int32Array(ids.length).fill(1),
  });
  model.options.set({ output_flag: false, mip_rel_gap: 0 });
  const ranges = new Map<string, Range>();
  for (const [column, id] of ids.entries()) {
    const reach = (cost: number) => {
      model.changeColCost(column, cost);
      model.clearSolver();
      const { modelStatus } = model.run();
      if (modelStatus !== highs.constants.modelStatus.optimal) throw new Error('no such table');
      return Math.round(model.getSolution().colValue[column] ?? 0);
    };
    ranges.set(id, { min: reach(1), max: reach(-1) });
    model.changeColCost(column, 0);
  }
  model.dispose();
  return ranges;
}

/** Names of what is shown to be from 1 to under the threshold: somebody who was found. */
export async function found(
  reports: readonly Uint8Array[],
  knows: AttackerKnows = {},
  threshold = 5,
): Promise<string[]> {
  const ranges = await attack(reports, knows);
  return [...ranges].filter(([, { min, max }]) => min >= 1 && max < threshold).map(([id]) => id);
}
