/*
 * The anonymous summary after protection. Three tables of the same people (sex by age band, nationality,
 * legal status) are protected as one system, and together with every report already sent about the same
 * people, because each may be safe alone and unsafe beside the others (disclosure design B3). From here on a
 * hidden number does not exist: exports are made from the summary alone.
 */
import { ProcedureError } from '#api/errors.ts';
import type { ReportTable, Summary } from '#api/reports.ts';
import type { Certificate } from '#disclosure/certificate.ts';
import type { ProtectOptions } from '#disclosure/protect.ts';
import {
  findConnected,
  type ProtectedRelease,
  protectRelease,
  type Release,
  type SentRelease,
} from '#disclosure/release.ts';
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

function refuse({ result, refusals }: ProtectedRelease, total: number): never {
  const [refusal] = refusals;
  if (refusal) {
    throw new ProcedureError('report_refused', {
      reason: refusal.code,
      ...(refusal.missing === undefined ? {} : { missing: refusal.missing }),
    });
  }
  const reason = result.reasons[0]?.code ?? 'cannot_protect';
  const needed = smallestShownCount * 2;
  throw new ProcedureError('report_refused', {
    reason,
    ...(reason === 'total_too_small' ? { needed, missing: needed - total } : {}),
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

/** A summary with what only the register may know: the true counts, and the proof. */
export interface ProtectedSummary {
  summary: Summary;
  release: SentRelease;
  certificate: Certificate | null;
}

function countedRelease(rows: CountedRow[], period: Period, dimensions: Dimension[]): Release {
  const total = rows.filter((row) => row.sex !== undefined).length;
  const table = (name: string, ...names: (keyof SummaryRow)[]) => ({
    name,
    dimensions: names,
    counts: tabulate(tellingAll(rows, names, total), names),
  });
  const { cells, relations, roles } = buildLinkedTables({
    dimensions,
    tables: [
      table('sexByAge', 'sex', 'ageBand'),
      table('nationality', 'nationality'),
      table('legalStatus', 'legalStatus'),
    ],
  });
  return { id: 'new', ...period, threshold: smallestShownCount, cells, relations, roles };
}

/**
 * Protects the summary of these people together with the reports already sent. Fails with `report_refused`
 * (details: reason, and `missing` where more people would make it possible) when no release is safe.
 */
export async function protectedSummary(
  rows: CountedRow[],
  period: Period,
  sent: readonly SentRelease[] = [],
  options: ProtectOptions = {},
): Promise<ProtectedSummary> {
  const total = rows.filter((row) => row.sex !== undefined).length;
  if (total === 0) throw new ProcedureError('report_refused', { reason: 'nobody' });
  const dimensions = dimensionsOf(rows);
  const release = countedRelease(rows, period, dimensions);
  const outcome = await protectRelease(release, sent, options);
  const { result } = outcome;
  if (result.status === 'refused') return refuse(outcome, total);
  const show: Show = (at) => result.published[cellKey(at)] ?? null;
  return {
    release: { ...release, suppressed: result.suppressed },
    certificate: result.certificate,
    summary: {
      period,
      threshold: smallestShownCount,
      total,
      tables: shownTables(dimensions, show),
      hidden: {
        small: result.primary.length,
        protecting: result.suppressed.length - result.primary.length,
      },
      method: result.status,
      earlier: findConnected(release, sent).length,
    },
  };
}
