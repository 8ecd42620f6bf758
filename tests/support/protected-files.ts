import { join } from 'node:path';
import { textsFor } from '#core/documents/texts.ts';
import { reportFileOf } from '#core/reports/report-file.ts';
import { reportCsv, reportDocument, reportXlsx } from '#core/reports/report-files.ts';
import { groupedSeal } from '#core/reports/report-seal.ts';
import type { ReportSheet } from '#core/reports/report-sheet.ts';
import { sealFile } from '#core/reports/sealed-files.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { protectRelease, type Release, type SentRelease } from '#disclosure/release.ts';
import { buildLinkedTables, type Dimension, tabulate } from '#disclosure/tables.ts';
import type { LinkedCells } from '#disclosure/virtual-cells.ts';
import { typeset } from '#typesetting/typeset.ts';
import { root } from '../rules/source-files.ts';

type Person = Record<string, string>;

export const times = (count: number, person: Person) => Array.from({ length: count }, () => person);

export interface Counted {
  readonly people: readonly Person[];
  readonly dimensions: readonly Dimension[];
  readonly tables: readonly (readonly string[])[];
}

const quarter = { id: 'quarter', from: '2026-01-01', to: '2026-03-31', threshold: 5 };

/** Counts people into a release; `more` adds what else could be computed, or another period. */
export function aRelease(
  { people, dimensions, tables }: Counted,
  more: Partial<Release> & { readonly with?: (linked: LinkedCells) => LinkedCells } = {},
): Release {
  const { with: add = (linked: LinkedCells) => linked, ...rest } = more;
  const linked = buildLinkedTables({
    dimensions,
    tables: tables.map((names) => ({
      name: names.join(),
      dimensions: names,
      counts: tabulate(people, names),
    })),
  });
  return { ...quarter, ...add(linked), ...rest };
}

export async function protectAndSend(
  release: Release,
  sent: readonly SentRelease[] = [],
): Promise<SentRelease> {
  const { result, refusals } = await protectRelease(release, sent);
  if (result.status === 'refused') {
    throw new Error(`refused: ${JSON.stringify([...refusals, ...result.reasons])}`);
  }
  return { ...release, suppressed: result.suppressed };
}

/** The JSON file of a release, with the pattern it has: also with one that nobody checked. */
export function jsonOf(release: SentRelease): Uint8Array {
  const report = reportFileOf(release, {
    association: 'Prova',
    recipient: 'UNHCR',
    preparedOn: '2026-11-21',
    note: '',
    population: 'served',
    method: 'optimal',
  });
  return new TextEncoder().encode(JSON.stringify(report));
}

export function italianTexts() {
  const { vocabularies } = loadResources(join(root, 'resources'));
  return textsFor(join(root, 'locales'), 'it', vocabularies);
}

/** A sheet with one column of counts by category, as the release prints them. */
export function aSheet(release: SentRelease, dimension: string): ReportSheet {
  const hidden = new Set(release.suppressed);
  const ids = Object.keys(release.cells).filter((id) => id.startsWith(`${dimension}=`));
  const figure = (id: string) => (hidden.has(id) ? 'c' : (release.cells[id] ?? 0));
  const seal = 'b'.repeat(64);
  return {
    title: 'Prova',
    cover: [{ label: 'Sigillo', value: groupedSeal(seal) }],
    tables: [
      {
        title: dimension,
        header: [dimension, 'Persone'],
        rows: [
          ...ids.sort().map((id) => [id.slice(dimension.length + 1), figure(id)]),
          ['Totale', figure('ALL')],
        ],
      },
    ],
    seal,
  };
}

/** The sheet as all files that leave, sealed. */
export async function filesOf(sheet: ReportSheet) {
  const texts = italianTexts();
  const document = reportDocument(sheet, { name: 'Prova', casePrefix: 'PRV' }, texts);
  const seal = (bytes: Uint8Array, format: 'csv' | 'xlsx' | 'pdf') =>
    sealFile(bytes, format, sheet.seal);
  return {
    csv: seal(reportCsv(sheet, texts), 'csv'),
    xlsx: seal(await reportXlsx(sheet, texts), 'xlsx'),
    pdf: seal((await typeset(document)).bytes, 'pdf'),
  };
}
