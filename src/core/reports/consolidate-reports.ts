/*
 * One report of several associations. A lead partner has their files and nothing else: where one of them hides a
 * number the sum is hidden too, and where all show it the sum is of numbers that were shown already. So whoever
 * has all the files learns nothing from the sum, and whoever has the sum learns less. Adding "at least" of what is
 * shown would be no secret either, but would be read as the number.
 */
import { type ReportFile, reportFile, reportFileVersion } from '#api/report-file.ts';
import { sealOf } from './report-seal.ts';

export type ConsolidationFault =
  | 'too_few'
  | 'not_a_report'
  | 'changed'
  | 'twice'
  | 'other_period'
  | 'other_tables'
  | 'other_population';

export class ConsolidationError extends Error {
  readonly code: ConsolidationFault;
  /** Position of the file. */
  readonly file: number;

  constructor(code: ConsolidationFault, file: number) {
    super(`the reports cannot be added up: ${code}, file ${file + 1}`);
    this.code = code;
    this.file = file;
  }
}

export interface Consolidated {
  report: ReportFile;
  /** Cells that are hidden in the sum, with how many associations hide them. */
  hiddenBy: Record<string, number>;
}

function readWhole(value: unknown, file: number): ReportFile {
  const read = reportFile.safeParse(value);
  if (!read.success) throw new ConsolidationError('not_a_report', file);
  const { seal, ...content } = read.data;
  if (sealOf(content) !== seal) throw new ConsolidationError('changed', file);
  return read.data;
}

function checkTogether(reports: readonly ReportFile[]): void {
  const [first] = reports;
  if (first === undefined || reports.length < 2) throw new ConsolidationError('too_few', 0);
  const seals = new Set<string>();
  for (const [file, { seal, period, population }] of reports.entries()) {
    if (seals.has(seal)) throw new ConsolidationError('twice', file);
    seals.add(seal);
    if (population !== first.population) throw new ConsolidationError('other_population', file);
    if (period.from !== first.period.from || period.to !== first.period.to) {
      throw new ConsolidationError('other_period', file);
    }
    if (
      tellsAreas(reports[file] ?? first) ||
      tablesOf(reports[file] ?? first) !== tablesOf(first)
    ) {
      throw new ConsolidationError('other_tables', file);
    }
  }
  if (groupsClash(reports)) throw new ConsolidationError('other_tables', reports.length - 1);
}

const pairsOf = (id: string) => (id === 'ALL' ? [] : id.split('|').map((pair) => pair.split('=')));

/** Each association draws its own: the first area of one is not that of another. */
const tellsAreas = ({ cells, hidden }: ReportFile): boolean =>
  [...Object.keys(cells), ...hidden].some((id) => pairsOf(id).some(([name]) => name === 'area'));

/** Which facts are crossed in a report, and between which ages. A category that is missing is nobody; these are not. */
function tablesOf({ cells, hidden }: ReportFile): string {
  const ids = [...Object.keys(cells), ...hidden].map(pairsOf);
  const crosses = new Set(ids.map((pairs) => pairs.map(([name]) => name).join('*')));
  const ages = new Set(
    ids.flatMap((pairs) => pairs.flatMap(([name, code]) => (name === 'ageBand' ? [code] : []))),
  );
  return JSON.stringify([[...crosses].sort(), [...ages].sort()]);
}

/** Nationalities that one tells alone and another as part of a group would be added to the wrong ones. */
function groupsClash(reports: readonly ReportFile[]): boolean {
  const codes = new Set(
    reports.flatMap(({ cells, hidden }) =>
      [...Object.keys(cells), ...hidden].flatMap((id) =>
        pairsOf(id).flatMap(([name, code]) => (name === 'nationality' && code ? [code] : [])),
      ),
    ),
  );
  const countries = [...codes].flatMap((code) => code.split('+'));
  return new Set(countries).size !== countries.length;
}

/** The sums that hold in the sum of all: those of each, where a category that one lacks counts as nobody. */
function joinRelations(reports: readonly ReportFile[]): ReportFile['relations'] {
  const byTotal = new Map<string, Map<string, Set<string>>>();
  for (const { relations } of reports) {
    for (const { total, parts } of relations) {
      // Relations of one total along one axis belong together: their parts have the same dimensions.
      const axis = (parts[0] ?? '')
        .split('|')
        .map((pair) => pair.split('=')[0])
        .join('|');
      const axes = byTotal.get(total) ?? new Map<string, Set<string>>();
      byTotal.set(total, axes);
      const known = axes.get(axis) ?? new Set<string>();
      axes.set(axis, known);
      for (const part of parts) known.add(part);
    }
  }
  return [...byTotal]
    .flatMap(([total, axes]) =>
      [...axes.values()].map((parts) => ({ total, parts: [...parts].sort() })),
    )
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/**
 * Adds up the JSON files of several associations over the same period. A cell that an association does not have
 * counts as nobody there, as zeros are printed.
 * @throws ConsolidationError
 */
export function consolidateReports(
  files: readonly unknown[],
  about: Pick<ReportFile, 'association' | 'recipient' | 'preparedOn' | 'note'>,
): Consolidated {
  const reports = files.map(readWhole);
  checkTogether(reports);
  const [first] = reports;
  if (first === undefined) throw new ConsolidationError('too_few', 0);
  const ids = new Set(reports.flatMap(({ cells, hidden }) => [...Object.keys(cells), ...hidden]));
  const sums: [string, number][] = [];
  const hiddenBy: [string, number][] = [];
  for (const id of [...ids].sort()) {
    const hiding = reports.filter(({ hidden }) => hidden.includes(id)).length;
    if (hiding > 0) hiddenBy.push([id, hiding]);
    else {
      const counts = reports.map(({ cells }) => (Object.hasOwn(cells, id) ? (cells[id] ?? 0) : 0));
      sums.push([id, counts.reduce((sum, count) => sum + count, 0)]);
    }
  }
  const report = {
    kind: 'approdo-report' as const,
    version: reportFileVersion,
    ...about,
    population: first.population,
    period: first.period,
    threshold: Math.min(...reports.map(({ threshold }) => threshold)),
    method: reports.every(({ method }) => method === 'optimal')
      ? ('optimal' as const)
      : ('heuristic' as const),
    cells: Object.fromEntries(sums),
    hidden: hiddenBy.map(([id]) => id),
    relations: joinRelations(reports),
  };
  return { report: { ...report, seal: sealOf(report) }, hiddenBy: Object.fromEntries(hiddenBy) };
}
