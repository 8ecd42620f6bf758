import { type ReportFile, reportFileVersion } from '#api/report-file.ts';
import type { SentRelease } from '#disclosure/release.ts';
import { sealOf } from './report-seal.ts';

type About = Pick<
  ReportFile,
  'association' | 'recipient' | 'preparedOn' | 'note' | 'population' | 'method'
>;

/** The same cell said of the population alone, which is everybody to whoever reads the file. */
function withinPopulation(id: string, population: string): string | undefined {
  const pairs = id.split('|');
  const rest = pairs.filter((pair) => pair !== `${population}=yes`);
  if (rest.length === pairs.length) return undefined;
  return rest.length === 0 ? 'ALL' : rest.join('|');
}

/**
 * Of a report on one programme its cells alone: programmes are named by ids that differ from one association to
 * the next, and how many are served besides is no matter of the file.
 */
function ofPopulation(release: SentRelease, population: string | undefined): SentRelease {
  if (population === undefined) return release;
  const name = (id: string) => withinPopulation(id, population);
  const named = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([id, value]) => {
        const within = name(id);
        return within === undefined ? [] : [[within, value] as const];
      }),
    );
  return {
    ...release,
    cells: named(release.cells),
    roles: named(release.roles ?? {}),
    suppressed: release.suppressed.flatMap((id) => name(id) ?? []),
    relations: release.relations.flatMap(({ total, parts }) => {
      const [sum, ...items] = [total, ...parts].map(name);
      const known = items.flatMap((id) => id ?? []);
      return sum === undefined || known.length !== parts.length
        ? []
        : [{ total: sum, parts: known }];
    }),
  };
}

/** The report as data, with its seal: printed counts, names of the hidden cells, and the sums between them. */
export function reportFileOf(
  sent: SentRelease,
  about: About,
  population?: string | undefined,
): ReportFile {
  const release = ofPopulation(sent, population);
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
