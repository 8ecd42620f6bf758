import type { ReportTable, Summary } from '#api/reports.ts';
import type { Texts } from '../documents/texts.ts';
import { groupedSeal } from './report-seal.ts';
import type { ReportSheet } from './report-sheet.ts';

/** What the numbers do not say by themselves. */
export interface SentAs {
  association: string;
  recipient: string;
  /** ISO date. */
  preparedOn: string;
  /** Empty where there is none. */
  note: string;
  seal: string;
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

function coverOf(summary: Summary, sentAs: SentAs, texts: Texts): ReportSheet['cover'] {
  const { period, total, threshold, hidden } = summary;
  const dates = { from: texts.date(period.from), to: texts.date(period.to) };
  const line = (key: string, value: string | number) => ({
    label: texts.say(`report.${key}`),
    value: String(value),
  });
  return [
    line('coverOf', texts.say('report.coverOfText')),
    line('coverPeriod', texts.say('report.coverPeriodText', dates)),
    line('coverTotal', total),
    line('coverRecipient', sentAs.recipient),
    line('coverPrepared', texts.date(sentAs.preparedOn)),
    ...(sentAs.note === '' ? [] : [line('coverNote', sentAs.note)]),
    line('coverThreshold', texts.say('report.coverThresholdText', { below: threshold - 1 })),
    line('coverMark', texts.say('report.coverMarkText')),
    // Not how many of them are small: with that a reader could rule out some of what may be imagined.
    line('coverHidden', hidden.small + hidden.protecting),
    line('coverMethod', texts.say('report.coverMethodText', { threshold })),
    line('coverSeal', `${groupedSeal(sentAs.seal)}. ${texts.say('report.coverSealText')}`),
  ];
}

export function summarySheet(summary: Summary, sentAs: SentAs, texts: Texts): ReportSheet {
  const mark = texts.say('report.hiddenMark');
  const firstColumn = {
    sexByAge: 'ageBand',
    nationality: 'nationality',
    legalStatus: 'legalStatus',
  };
  return {
    title: texts.say('report.title'),
    cover: coverOf(summary, sentAs, texts),
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
    seal: sentAs.seal,
  };
}
