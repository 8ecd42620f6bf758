import { type ReportFile, reportFileVersion } from '#api/report-file.ts';
import type { SentRelease } from '#disclosure/release.ts';
import { sealOf } from './report-seal.ts';

type About = Pick<
  ReportFile,
  'association' | 'recipient' | 'preparedOn' | 'note' | 'population' | 'method'
>;

/** The report as data, with its seal: printed counts, names of the hidden cells, and the sums between them. */
export function reportFileOf(release: SentRelease, about: About): ReportFile {
  const { from, to, threshold, cells, relations, roles = {}, suppressed } = release;
  const isDerived = (id: string) => Object.hasOwn(roles, id);
  const hidden = new Set(suppressed);
  const printed = Object.entries(cells).filter(([id]) => !hidden.has(id) && !isDerived(id));
  const report = {
    kind: 'approdo-report' as const,
    version: reportFileVersion,
    ...about,
    period: { from, to },
    threshold,
    cells: Object.fromEntries(printed.sort(([a], [b]) => (a < b ? -1 : 1))),
    hidden: [...suppressed],
    relations: relations
      .filter(({ total, parts }) => ![total, ...parts].some(isDerived))
      .map(({ total, parts }) => ({ total, parts: [...parts] })),
  };
  return { ...report, seal: sealOf(report) };
}
