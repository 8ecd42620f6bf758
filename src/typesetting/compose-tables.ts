import { alignmentOf } from './compose-blocks.ts';
import {
  type ContentNode,
  emptySpace,
  isEmptyText,
  plainTextOf,
  runsOfText,
  type TableLayout,
} from './content-node.ts';
import type { Block, Text } from './document.ts';
import { lineExtentOf } from './font-resources.ts';
import { inLanguage, inside, mirrored, partOf, type Setting } from './setting.ts';

type FactsBlock = Extract<Block, { type: 'facts' }>;
type TableBlock = Extract<Block, { type: 'table' }>;

export function composeTable(block: FactsBlock | TableBlock, setting: Setting): ContentNode[] {
  return block.type === 'facts' ? composeFacts(block, setting) : composeRows(block, setting);
}

/** A table without lines; `widths` are those of the cells' content. */
export function gridOf(
  widths: number[],
  body: ContentNode[][],
  {
    columnGap = 0,
    rowGap = 0,
    margin = [0, 0, 0, 0] as ContentNode['margin'],
    dontBreakRows = false,
  } = {},
): ContentNode {
  return {
    table: { widths, body, dontBreakRows },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : columnGap),
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => rowGap,
    },
    ...(margin !== undefined && { margin }),
  };
}

function composeFacts(block: FactsBlock, setting: Setting): ContentNode[] {
  if (block.rows.length === 0) return [];
  const { theme } = setting;
  const list = inside(setting, 'L');
  const gap = 10;
  const pairs = block.columns;
  const pairWidth = (setting.width - gap * (pairs - 1)) / pairs;
  const label = Math.min(pairWidth * 0.36, 150);
  const value = pairWidth - label - gap;
  // Brings the smaller label down to the baseline of its value.
  const drop = (theme.size.body - theme.size.label) * lineExtentOf(setting.language).ascent;
  const perColumn = Math.ceil(block.rows.length / pairs);
  const body: ContentNode[][] = [];
  for (let row = 0; row < perColumn; row += 1) {
    const cells: ContentNode[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      const fact = block.rows[row * pairs + pair];
      if (fact === undefined) {
        cells.push({ stack: [] }, { stack: [] });
        continue;
      }
      const item = inside(list, 'LI');
      cells.push(
        {
          text: runsOfText(fact.label),
          fontSize: theme.size.label,
          color: theme.muted,
          margin: [0, drop, 0, 0],
          structure: partOf(item, 'Lbl'),
        },
        { text: runsOfText(fact.value), structure: partOf(item, 'LBody') },
      );
    }
    body.push(mirrored(cells, setting));
  }
  const canStayWhole = !block.rows.some((row) =>
    isTall([row.label, row.value], [label, value], setting),
  );
  const widths = mirrored(Array.from({ length: pairs }, () => [label, value]).flat(), setting);
  const layout: Partial<TableLayout> = {
    hLineWidth: (row) => (row === 0 ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => theme.hairline,
    paddingLeft: (column) => (column === 0 ? 0 : gap),
    paddingRight: () => 0,
    paddingTop: () => 2.5,
    paddingBottom: () => 2.5,
  };
  const table = { widths, body, dontBreakRows: canStayWhole };
  return [{ table, layout, margin: [0, 0, 0, theme.blockGap] }];
}

function composeRows(block: TableBlock, setting: Setting): ContentNode[] {
  const columnCount = block.columns.length;
  if (columnCount === 0) return [];
  const { theme } = setting;
  const widths = contentWidthsOf(block, setting.width);
  const headers = block.columns.map((column) => column.header);
  // A header as high as a page cannot be repeated; it is set as a row.
  const headerIsTall = isTall(headers, widths, setting);
  const headerRows = headerIsTall ? 0 : (block.headerRows ?? 1);
  const hasHeader = block.headerRows !== 0;
  if (!hasHeader && block.rows.length === 0) return [];
  const table = inside(setting, 'Table');
  const caption = composeCaption(block, table);
  const body = [
    ...(hasHeader ? [composeHeader(block, table)] : []),
    ...block.rows.map((row) => composeRow(row, block, table)),
  ];
  const canStayWhole = !headerIsTall && !block.rows.some((row) => isTall(row, widths, setting));
  const canRepeat = setting.isKeptWhole !== true;
  return [
    ...caption,
    {
      table: {
        widths: mirrored(widths, setting),
        body,
        dontBreakRows: canStayWhole,
        headerRows: canRepeat ? headerRows : 0,
        ...(canStayWhole &&
          canRepeat &&
          headerRows === 1 &&
          block.rows.length > 0 && { keepWithHeaderRows: 1 }),
      },
      layout: ruledLayout(headerRows, columnCount, setting),
    },
    emptySpace(theme.blockGap),
  ];
}

function composeHeader(block: TableBlock, table: Setting): ContentNode[] {
  const row = inside(table, 'TR');
  const cells = block.columns.map(({ header, align, language }): ContentNode => {
    const own = inLanguage(row, language);
    return {
      text: runsOfText(header),
      bold: true,
      fontSize: table.theme.size.label,
      color: table.theme.accent,
      structure: partOf(own, 'TH', { scope: 'Column' }),
      ...(language !== undefined && { language }),
      ...alignedTo(align, own),
    };
  });
  return mirrored(cells, table);
}

function composeRow(texts: Text[], block: TableBlock, table: Setting): ContentNode[] {
  const row = inside(table, 'TR');
  const cells = block.columns.map(({ align, language }, column): ContentNode => {
    const own = inLanguage(row, language);
    return {
      text: runsOfText(texts[column] ?? ''),
      structure: partOf(own, 'TD'),
      ...(language !== undefined && { language }),
      ...alignedTo(align, own),
      ...(block.isLarge === true && { fontSize: table.theme.size.copied }),
    };
  });
  return mirrored(cells, table);
}

function alignedTo(
  align: TableBlock['columns'][number]['align'],
  setting: Setting,
): Pick<ContentNode, 'alignment'> {
  const alignment = alignmentOf(align, setting);
  return alignment === undefined ? {} : { alignment };
}

function composeCaption(block: TableBlock, table: Setting): ContentNode[] {
  const { caption } = block;
  if (caption === undefined || isEmptyText(caption)) return [];
  return [
    {
      text: runsOfText(caption),
      fontSize: table.theme.size.small,
      color: table.theme.muted,
      margin: [0, 0, 0, 3],
      spaceNeeded: 20 + firstRowsNeed(block, table),
      structure: partOf(table, 'Caption'),
    },
  ];
}

/** Caption, header and the first row, which stays with them. */
export function firstRowsNeed(block: TableBlock, setting: Setting): number {
  const widths = contentWidthsOf(block, setting.width);
  const rows = [block.columns.map(({ header }) => header), ...block.rows.slice(0, 1)];
  const heights = rows.map((row) => roomOf(row, widths, setting));
  const gap = 2 * setting.theme.blockGap;
  const room = heights.reduce((sum, height) => sum + height + gap, 0);
  return Math.min(room, tallRowPoints);
}

/** Whether a row may take most of a page: such rows are allowed to break. */
function isTall(row: Text[], widths: number[], setting: Setting): boolean {
  return roomOf(row, widths, setting) > tallRowPoints;
}

/** The height of a row, rather too much than too little. */
function roomOf(row: Text[], widths: number[], { language, theme }: Setting): number {
  const { ascent, descent } = lineExtentOf(language);
  const lineHeight = (ascent + descent) * theme.size.body;
  const heights = row.map((text, column) => {
    const lines = plainTextOf(text).split('\n');
    const perLine = Math.max(1, (widths[column] ?? 1) / (theme.size.body * widestLetter));
    const count = lines.reduce((sum, line) => sum + Math.ceil((line.length + 1) / perLine), 0);
    return count * lineHeight;
  });
  return Math.max(0, ...heights);
}

function contentWidthsOf(block: TableBlock, width: number): number[] {
  const room = width - padding * 2 * (block.columns.length - 1);
  return sharesOf(block).map((share) => Math.max(8, share * room));
}

const padding = 6;
const widestLetter = 0.7;
const tallRowPoints = 450;

function ruledLayout(
  headerRows: number,
  columnCount: number,
  { theme }: Setting,
): Partial<TableLayout> {
  const isHeaderLine = (row: number) => headerRows === 1 && row === 1;
  return {
    hLineWidth: (row) => (row === 0 && headerRows === 1 ? 0 : isHeaderLine(row) ? 1 : 0.5),
    hLineColor: (row) => (isHeaderLine(row) ? theme.accent : theme.hairline),
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : padding),
    paddingRight: (column) => (column === columnCount - 1 ? 0 : padding),
    paddingTop: () => 3.5,
    paddingBottom: () => 3.5,
  };
}

/** Of the whole width; columns without a share get an even part of what is left. */
function sharesOf(block: TableBlock): number[] {
  const given = block.columns.map((column) => Math.max(0, column.width ?? 0));
  const total = given.reduce((sum, share) => sum + share, 0);
  const open = given.filter((share) => share === 0).length;
  const left = total < 1 ? 1 - total : open / given.length;
  const shares = given.map((share) => (share === 0 ? left / open : share));
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => share / sum);
}
