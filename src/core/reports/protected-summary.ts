/*
 * The anonymous summary after protection. Three tables of the same people (sex by age band, nationality,
 * legal status) are protected as one system, because each may be safe alone and unsafe beside the others
 * (disclosure design B3). From here on a hidden number does not exist: exports are made from this object.
 */
import { ProcedureError } from '#api/errors.ts';
import type { ReportTable, Summary } from '#api/reports.ts';
import { audit } from '#disclosure/audit.ts';
import { type ProtectionResult, protect } from '#disclosure/protect.ts';
import { buildLinkedTables, cellKey, type Dimension, tabulate } from '#disclosure/tables.ts';
import { sexes } from '#domain/people/person.ts';
import {
  ageBandCodes,
  type CountedRow,
  type Period,
  type SummaryRow,
  smallestShownCount,
} from '#domain/reports/summary.ts';

const TOTAL = 'all';

function dimensionsOf(rows: CountedRow[]): Dimension[] {
  const present = (name: keyof SummaryRow) =>
    [...new Set(rows.flatMap((row) => row[name] ?? []))].sort();
  return [
    { name: 'sex', categories: sexes.filter((sex) => rows.some((row) => row.sex === sex)) },
    { name: 'ageBand', categories: ageBandCodes },
    { name: 'nationality', categories: present('nationality') },
    { name: 'legalStatus', categories: present('legalStatus') },
  ];
}

type Show = (at: Record<string, string>) => number | null;

function tableOf(
  name: ReportTable['name'],
  rows: readonly string[],
  columns: readonly string[],
  show: (row: string, column: string) => number | null,
): ReportTable {
  return {
    name,
    columns: [...columns],
    rows: [...rows, TOTAL].map((code) => ({
      code,
      cells: columns.map((column) => show(code, column)),
    })),
  };
}

function shownTables(dimensions: Dimension[], show: Show): ReportTable[] {
  const categories = (name: string) =>
    dimensions.find((dimension) => dimension.name === name)?.categories ?? [];
  const place = (name: string, code: string) => (code === TOTAL ? {} : { [name]: code });
  const single = (name: 'nationality' | 'legalStatus') =>
    tableOf(name, categories(name), [TOTAL], (row) => show(place(name, row)));
  return [
    tableOf('sexByAge', ageBandCodes, [...categories('sex'), TOTAL], (row, column) =>
      show({ ...place('ageBand', row), ...place('sex', column) }),
    ),
    single('nationality'),
    single('legalStatus'),
  ];
}

function refuse(result: ProtectionResult): never {
  const reason = result.reasons[0]?.code ?? 'cannot_protect';
  throw new ProcedureError('report_refused', {
    reason,
    ...(reason === 'total_too_small' ? { needed: smallestShownCount * 2 } : {}),
  });
}

/** Rows that tell all of these facts. Of everybody some row must, or the tables would not be of the same people. */
function tellingAll(rows: CountedRow[], names: (keyof SummaryRow)[], total: number) {
  const records = rows.flatMap((row) => {
    const facts = names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]]));
    return facts.length === names.length ? [Object.fromEntries(facts)] : [];
  });
  if (records.length !== total) throw new Error('a table that does not count everybody');
  return records;
}

/**
 * Fails with `report_refused` (details: reason) when no release is safe, for example with too few people.
 */
export async function protectedSummary(rows: CountedRow[], period: Period): Promise<Summary> {
  const total = rows.filter((row) => row.sex !== undefined).length;
  if (total === 0) throw new ProcedureError('report_refused', { reason: 'nobody' });
  const dimensions = dimensionsOf(rows);
  const table = (name: string, ...names: (keyof SummaryRow)[]) => ({
    name,
    dimensions: names,
    counts: tabulate(tellingAll(rows, names, total), names),
  });
  const { cells, relations } = buildLinkedTables({
    dimensions,
    tables: [
      table('sexByAge', 'sex', 'ageBand'),
      table('nationality', 'nationality'),
      table('legalStatus', 'legalStatus'),
    ],
  });
  const problem = { threshold: smallestShownCount, cells, relations };
  const result = await protect(problem);
  if (result.status === 'refused') return refuse(result);
  const { below_threshold, exactly_known } = await audit({
    ...problem,
    suppressed: result.suppressed,
  });
  const exposed = [...below_threshold, ...exactly_known].filter((id) =>
    result.primary.includes(id),
  );
  if (exposed.length > 0) throw new ProcedureError('report_refused', { reason: 'audit_failed' });
  const show: Show = (at) => result.published[cellKey(at)] ?? null;
  return {
    period,
    threshold: smallestShownCount,
    total,
    tables: shownTables(dimensions, show),
    hidden: {
      small: result.primary.length,
      protecting: result.suppressed.length - result.primary.length,
    },
    method: result.status,
  };
}
