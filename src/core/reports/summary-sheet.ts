import type { ReportTable, Summary } from '#api/reports.ts';
import type { Texts } from '../documents/texts.ts';

/** The summary in words and numbers of one language, ready for any file format. */
export interface SummarySheet {
  title: string;
  lines: string[];
  tables: { title: string; header: string[]; rows: (string | number)[][] }[];
  notes: string[];
}

function rowLabel(table: ReportTable, code: string, texts: Texts): string {
  if (code === 'all') return texts.say('report.all');
  if (code === 'unknown') return texts.say('report.unknown');
  if (table.name === 'nationality') return texts.country(code);
  return table.name === 'legalStatus' ? texts.label('legalStatuses', code) : code;
}

function columnLabel(table: ReportTable, code: string, texts: Texts): string {
  if (table.name !== 'sexByAge') return texts.say('report.people');
  return code === 'all' ? texts.say('report.all') : texts.label('sexes', code);
}

/** Rows in the order of their labels, with what is not recorded and the total at the end. */
function orderedRows(table: ReportTable, texts: Texts): ReportTable['rows'] {
  if (table.name === 'sexByAge') return table.rows;
  const rank = (code: string) => (code === 'all' ? 2 : code === 'unknown' ? 1 : 0);
  const collator = new Intl.Collator(texts.language);
  return [...table.rows].sort(
    (a, b) =>
      rank(a.code) - rank(b.code) ||
      collator.compare(rowLabel(table, a.code, texts), rowLabel(table, b.code, texts)),
  );
}

export function summarySheet(summary: Summary, texts: Texts): SummarySheet {
  const { period, total, threshold, hidden } = summary;
  const mark = texts.say('report.hiddenMark');
  const firstColumn = {
    sexByAge: 'ageBand',
    nationality: 'nationality',
    legalStatus: 'legalStatus',
  };
  return {
    title: texts.say('report.title'),
    lines: [
      texts.say('report.period', { from: texts.date(period.from), to: texts.date(period.to) }),
      texts.say('report.total', { total }),
    ],
    tables: summary.tables.map((table) => ({
      title: texts.say(`report.${table.name}`),
      header: [
        table.name === 'sexByAge'
          ? texts.say('report.ageBand')
          : texts.say(`fact.${firstColumn[table.name]}`),
        ...table.columns.map((column) => columnLabel(table, column, texts)),
      ],
      rows: orderedRows(table, texts).map((row) => [
        rowLabel(table, row.code, texts),
        ...row.cells.map((cell) => cell ?? mark),
      ]),
    })),
    notes: [
      texts.say('report.methodText', { below: threshold - 1 }),
      texts.say('report.hidden', { small: hidden.small, protecting: hidden.protecting }),
      texts.say('report.audit', { threshold }),
    ],
  };
}
