import type { ReportTable, Summary } from '#api/reports.ts';
import { wordsIn } from '#domain/vocabularies/words-in-languages.ts';
import type { Texts } from '../documents/texts.ts';
import { groupedSeal } from './report-seal.ts';
import type { ReportSheet, ReportSheetTable } from './report-sheet.ts';

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

/** Words for a category of a dimension. Age bands are printed as their codes, which are numbers. */
function labelOf(dimension: string, code: string, summary: Summary, texts: Texts): string {
  if (code === 'all') return texts.say('report.all');
  if (code === 'unknown' && dimension !== 'sex') return texts.say('report.unknown');
  if (dimension === 'sex') return texts.label('sexes', code);
  if (dimension === 'legalStatus') return texts.label('legalStatuses', code);
  if (dimension === 'indicator') return figureLabel(code, summary, texts);
  if (dimension === 'area') return summary.groupNames[code] ?? texts.say('report.elsewhere');
  if (dimension !== 'nationality') return code;
  return summary.groupNames[code] ?? code.split('+').map(texts.country).join(', ');
}

function figureLabel(id: string, { figures }: Summary, { language }: Texts): string {
  const figure = figures.find((one) => one.id === id);
  return figure ? `${figure.code}  ${wordsIn(figure.wording, language)}` : id;
}

/** Rows in the order of their labels, with what is not recorded and the total at the end. */
function orderedRows(table: ReportTable, summary: Summary, texts: Texts): ReportTable['rows'] {
  const { rowsBy } = table;
  if (['ageBand', 'indicator', 'area'].includes(rowsBy)) return table.rows;
  const rank = (code: string) => (code === 'all' ? 2 : code === 'unknown' ? 1 : 0);
  const collator = new Intl.Collator(texts.language);
  const label = (code: string) => labelOf(rowsBy, code, summary, texts);
  return [...table.rows].sort(
    (a, b) => rank(a.code) - rank(b.code) || collator.compare(label(a.code), label(b.code)),
  );
}

function titleOf(table: ReportTable, summary: Summary, texts: Texts): string {
  const { rowsBy, columnsBy, indicator } = table;
  if (rowsBy === 'indicator') return texts.say('report.figures');
  if (indicator) return figureLabel(indicator, summary, texts);
  const rows = texts.say(`report.by.${rowsBy}`);
  return columnsBy
    ? texts.say('report.byTwo', { rows, columns: texts.say(`report.and.${columnsBy}`) })
    : rows;
}

function coverOf(summary: Summary, sentAs: SentAs, texts: Texts): ReportSheet['cover'] {
  const { period, total, threshold, sensitiveThreshold, hidden, programme, everybody } = summary;
  const { activity } = summary;
  const dates = { from: texts.date(period.from), to: texts.date(period.to) };
  const line = (key: string, value: string | number) => ({
    label: texts.say(`report.${key}`),
    value: String(value),
  });
  const isStrict = sensitiveThreshold > threshold;
  return [
    line(
      'coverOf',
      activity === undefined
        ? texts.say('report.coverOfText')
        : texts.say('report.coverOfActivities', { activity }),
    ),
    ...(programme === undefined
      ? []
      : [
          line(
            'coverProgramme',
            texts.say('report.coverProgrammeText', { programme, everybody: everybody ?? total }),
          ),
        ]),
    line('coverPeriod', texts.say('report.coverPeriodText', dates)),
    line(activity === undefined ? 'coverTotal' : 'coverTotalActivities', total),
    line('coverRecipient', sentAs.recipient),
    line('coverPrepared', texts.date(sentAs.preparedOn)),
    ...(sentAs.note === '' ? [] : [line('coverNote', sentAs.note)]),
    line(
      'coverThreshold',
      [
        texts.say('report.coverThresholdText', { below: threshold - 1 }),
        ...(isStrict
          ? [texts.say('report.coverSensitiveText', { below: sensitiveThreshold - 1 })]
          : []),
      ].join('; '),
    ),
    line('coverMark', texts.say('report.coverMarkText')),
    // Not how many of them are small: with that a reader could rule out some of what may be imagined.
    line('coverHidden', hidden.small + hidden.protecting),
    ...(summary.leftOut.includes('legalStatus')
      ? [line('coverLeftOut', texts.say('report.coverLeftOutText'))]
      : []),
    line('coverMethod', texts.say('report.coverMethodText', { threshold })),
    line('coverSeal', `${groupedSeal(sentAs.seal)}. ${texts.say('report.coverSealText')}`),
  ];
}

/** Each indicator with its value, and its share where it has one; both from printed numbers. */
function figureTable(table: ReportTable, summary: Summary, texts: Texts): ReportSheetTable {
  const mark = texts.say('report.hiddenMark');
  const hasShares = summary.figures.some(({ shareOf }) => shareOf !== undefined);
  const share = (id: string) => {
    const figure = summary.figures.find((one) => one.id === id);
    return figure?.shareOf === undefined ? '' : (figure.share ?? mark);
  };
  return {
    title: texts.say('report.figures'),
    header: [
      texts.say('report.figure'),
      texts.say('report.people'),
      ...(hasShares ? [texts.say('report.percent')] : []),
    ],
    rows: table.rows.map(({ code, cells }) => [
      figureLabel(code, summary, texts),
      cells[0] ?? mark,
      ...(hasShares ? [share(code)] : []),
    ]),
    hasNoChart: true,
  };
}

/** What is counted for each wording, where it comes from, and what nobody counted. */
function aboutFigures(summary: Summary, texts: Texts): ReportSheetTable[] {
  const { figures, notComputed } = summary;
  if (figures.length + notComputed.length === 0) return [];
  const { language } = texts;
  return [
    {
      title: texts.say('report.aboutFigures'),
      header: [
        texts.say('report.figure'),
        texts.say('report.countedAs'),
        texts.say('report.standing'),
      ],
      rows: [
        ...figures.map(({ code, countedAs, source, standing, isReduced }) => [
          code,
          [
            countedAs ? wordsIn(countedAs, language) : '',
            source,
            isReduced ? texts.say('report.reduced') : '',
          ]
            .filter((text) => text !== '')
            .join(' · '),
          texts.say(`report.standings.${standing}`),
        ]),
        ...notComputed.map(({ code, why }) => [
          code,
          wordsIn(why, language),
          texts.say('report.standings.notComputed'),
        ]),
      ],
      hasNoChart: true,
      isWords: true,
    },
  ];
}

export function summarySheet(summary: Summary, sentAs: SentAs, texts: Texts): ReportSheet {
  const mark = texts.say('report.hiddenMark');
  const tables = summary.tables.map((table): ReportSheetTable => {
    if (table.rowsBy === 'indicator') return figureTable(table, summary, texts);
    return {
      title: titleOf(table, summary, texts),
      header: [
        texts.say(`report.dimension.${table.rowsBy}`),
        ...table.columns.map((code) =>
          table.columnsBy === null
            ? texts.say('report.people')
            : labelOf(table.columnsBy, code, summary, texts),
        ),
      ],
      rows: orderedRows(table, summary, texts).map((row) => [
        labelOf(table.rowsBy, row.code, summary, texts),
        ...row.cells.map((cell) => cell ?? mark),
      ]),
      ...(table.indicator ? { hasNoChart: true } : {}),
    };
  });
  return {
    title: summary.title ? wordsIn(summary.title, texts.language) : texts.say('report.title'),
    cover: coverOf(summary, sentAs, texts),
    tables: [...tables, ...aboutFigures(summary, texts)],
    seal: sentAs.seal,
  };
}
