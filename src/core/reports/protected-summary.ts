/*
 * A report after protection. All its tables are of the same people and are protected as one system, together
 * with every report already sent about any of them, because each may be safe alone and unsafe beside the others
 * (disclosure design B3). From here on a hidden number does not exist: exports are made from the summary alone.
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
import { unhcrAgeBands } from '#domain/dates/age-band.ts';
import { ageAxis } from '#domain/reports/age-axis.ts';
import { standardPlan } from '#domain/reports/report-plan.ts';
import {
  type CountedRow,
  type Period,
  smallestSensitiveCount,
  smallestShownCount,
} from '#domain/reports/summary.ts';
import {
  bearableBreakdown,
  countedRelease,
  dimensionsOf,
  placeOf,
  printedCell,
  type ReportSetup,
  shapesOf,
} from './report-tables.ts';

function refuse({ result, refusals }: ProtectedRelease, total: number): never {
  const [refusal] = refusals;
  if (refusal) {
    throw new ProcedureError('report_refused', {
      reason: refusal.code,
      ...(refusal.missing === undefined ? {} : { missing: refusal.missing }),
    });
  }
  const reason = result.reasons[0]?.code ?? 'cannot_protect';
  throw new ProcedureError('report_refused', {
    reason,
    ...(reason === 'total_too_small' ? tooFew(total) : {}),
  });
}

function tooFew(total: number) {
  const needed = smallestShownCount * 2;
  return { needed, missing: needed - total };
}

/** A summary with what only the register may know: the true counts, and the proof. */
export interface ProtectedSummary {
  summary: Summary;
  release: SentRelease;
  certificate: Certificate | null;
  /** What was printed how; with fewer tables and breakdowns than were asked for where it had to be. */
  setup: ReportSetup;
  /** Of whom it counts some or all; everybody with a case file where it is absent. */
  population?: string;
}

/** Legal status needs ten people in a cell and as many elsewhere to hide among. */
const bearsLegalStatus = (total: number, statuses: number) =>
  total >= Math.max(2 * smallestSensitiveCount, smallestSensitiveCount - 1 + statuses);

const isOfStatus = ({ rows, columns }: ReportSetup['tables'][number]) =>
  rows === 'legalStatus' || columns === 'legalStatus';

function withoutStatus(setup: ReportSetup): ReportSetup | undefined {
  const tables = setup.tables.filter((table) => !isOfStatus(table));
  const isFewer = tables.length < setup.tables.length;
  return isFewer && tables.length + setup.indicators.length > 0 ? { ...setup, tables } : undefined;
}

/** What the people allow: sensitive figures less broken down, and no legal status of too few. */
function bearable(rows: readonly CountedRow[], asked: ReportSetup, total: number): ReportSetup {
  const indicators = asked.indicators.map((one) => ({
    ...one,
    by: bearableBreakdown(one, rows, asked),
  }));
  const setup = { ...asked, indicators };
  const statuses = new Set(rows.flatMap((row) => row.legalStatus ?? [])).size;
  return bearsLegalStatus(total, statuses) ? setup : (withoutStatus(setup) ?? setup);
}

function shownTables(
  rows: readonly CountedRow[],
  setup: ReportSetup,
  published: Readonly<Record<string, number>>,
): ReportTable[] {
  return shapesOf(dimensionsOf(rows, setup), setup).map(({ rows: codes, columns, ...shape }) => ({
    ...shape,
    columns,
    rows: codes.map((code) => ({
      code,
      cells: columns.map(
        (column) => published[printedCell(placeOf(shape, code, column), setup)] ?? null,
      ),
    })),
  }));
}

async function protectSetup(
  rows: readonly CountedRow[],
  setup: ReportSetup,
  sent: readonly SentRelease[],
  options: ProtectOptions,
) {
  const sentIds = new Set(sent.flatMap(({ cells }) => Object.keys(cells)));
  const release: Release = {
    ...countedRelease(rows, setup, sentIds),
    threshold: smallestShownCount,
  };
  return { setup, release, outcome: await protectRelease(release, sent, options) };
}

/**
 * Protects a report of these people together with those already sent. Where legal status cannot be shown, the
 * rest is shown without it. Fails with `report_refused` (details: reason, and `missing` where more people would
 * make it possible) when no release is safe.
 */
export async function protectedReport(
  rows: readonly CountedRow[],
  asked: ReportSetup,
  sent: readonly SentRelease[] = [],
  options: ProtectOptions = {},
): Promise<ProtectedSummary> {
  const everybody = rows.filter((row) => row.sex !== undefined).length;
  const { population } = asked;
  const total = population ? rows.filter((row) => row[population] === 'yes').length : everybody;
  if (total === 0) throw new ProcedureError('report_refused', { reason: 'nobody' });
  if (total < 2 * smallestShownCount) {
    throw new ProcedureError('report_refused', { reason: 'total_too_small', ...tooFew(total) });
  }
  let made = await protectSetup(rows, bearable(rows, asked, total), sent, options);
  const isRefused = () => made.outcome.result.status === 'refused';
  const fewer = withoutStatus(made.setup);
  if (
    isRefused() &&
    made.outcome.refusals.every(({ code }) => code === 'group_attribute') &&
    fewer
  ) {
    made = await protectSetup(rows, fewer, sent, options);
  }
  const { setup, release, outcome } = made;
  const { result } = outcome;
  if (result.status === 'refused') return refuse(outcome, total);
  return {
    setup,
    release: { ...release, suppressed: result.suppressed },
    certificate: result.certificate,
    summary: {
      period: setup.period,
      threshold: smallestShownCount,
      sensitiveThreshold: smallestSensitiveCount,
      total,
      ...(population ? { everybody } : {}),
      tables: shownTables(rows, setup, result.published),
      figures: [],
      notComputed: [],
      leftOut: asked.tables.length > setup.tables.length ? ['legalStatus'] : [],
      groupNames: {},
      hidden: {
        small: result.primary.length,
        protecting: result.suppressed.length - result.primary.length,
      },
      method: result.status,
      earlier: findConnected(release, sent).length,
    },
  };
}

/** The standard summary. */
export const protectedSummary = (
  rows: readonly CountedRow[],
  period: Period,
  sent: readonly SentRelease[] = [],
  options: ProtectOptions = {},
): Promise<ProtectedSummary> =>
  protectedReport(
    rows,
    { period, axis: ageAxis(unhcrAgeBands), tables: standardPlan.tables, indicators: [] },
    sent,
    options,
  );
