import { type Highs, loadSolver, type Model } from '#solving/solver.ts';
import {
  collectHidden,
  createModel,
  type HiddenCells,
  isWholeTable,
  push,
  readThresholds,
} from './audit.ts';
import { checkProblem } from './check-problem.ts';
import type { DisclosureProblem } from './disclosure-problem.ts';
import { type RunOptions, startRun } from './run-control.ts';

/*
 * The audit once more, for each small cell of one or two people, with that cell known: they know it themselves.
 * Like the audit it takes nothing from the optimiser.
 */

const mostWhoKnow = 2;

interface Models {
  readonly relaxed: Model;
  readonly whole: Model;
}

function canReach(
  highs: Highs,
  models: Models,
  { cells, tables }: { readonly cells: HiddenCells; readonly tables: Float64Array[] },
  {
    knows,
    column,
    need,
  }: { readonly knows: number; readonly column: number; readonly need: number },
): boolean {
  const fits = (table: Float64Array) => (table[column] ?? 0) >= need && table[knows] === 0;
  if (tables.some(fits)) return true;
  for (const model of [models.relaxed, models.whole]) {
    const values = push(highs, model, column, 1);
    if (values === undefined) return true;
    if ((values[column] ?? 0) < need - 1e-5) return false;
    if (!isWholeTable(cells, values)) continue;
    tables.push(values.map((value) => Math.round(value) + 0));
    return true;
  }
  return false;
}

/** Cells of nobody else than the people of a cell: whoever knows that two people are all there are knows these. */
function sameOrWithin(
  problem: DisclosureProblem,
  counts: ReadonlyMap<string, number>,
  id: string,
): Set<string> {
  const within = new Set([id]);
  for (const each of within) {
    for (const { total, parts } of problem.relations) {
      if (total === each) for (const part of parts) within.add(part);
      if (parts.includes(each) && counts.get(total) === counts.get(each)) within.add(total);
    }
  }
  return within;
}

/** Small cells of this release that somebody learns who is in another one. */
export async function auditInsiders(
  problem: DisclosureProblem,
  options: RunOptions = {},
): Promise<string[]> {
  const control = startRun(options);
  const counts = checkProblem(problem);
  const cells = collectHidden(problem, counts);
  const highs = await loadSolver();
  const thresholdOf = readThresholds(problem);
  const roles = new Map(Object.entries(problem.roles ?? {}));
  const small = cells.ids.flatMap((id, column) => {
    const count = counts.get(id) ?? 0;
    const isPast = roles.get(id)?.endsWith('before') ?? false;
    return count > 0 && count < thresholdOf(id) && !isPast ? [{ id, column, count }] : [];
  });
  const learnt = new Set<string>();
  if (small.length === 0) return [];
  const models = {
    relaxed: createModel(highs, cells, false),
    whole: createModel(highs, cells, true),
  };
  const tables: Float64Array[] = [];
  try {
    for (const { id: own, column: knows, count } of small) {
      if (count > mostWhoKnow || roles.has(own)) continue;
      await control.pause();
      for (const model of [models.relaxed, models.whole]) model.changeColBounds(knows, 0, 0);
      const within = sameOrWithin(problem, counts, own);
      for (const { id, column, count: other } of small) {
        if (within.has(id)) continue;
        const need = thresholdOf(id) - other;
        if (!canReach(highs, models, { cells, tables }, { knows, column, need })) learnt.add(id);
      }
      const least = (cells.least[knows] ?? 0) - count;
      for (const model of [models.relaxed, models.whole]) {
        model.changeColBounds(knows, least, highs.infinity);
      }
    }
  } finally {
    models.relaxed.dispose();
    models.whole.dispose();
  }
  return [...learnt].sort();
}
