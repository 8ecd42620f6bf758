import { alignmentOf, type Setting } from './compose-blocks.ts';
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
import { theme } from './theme.ts';

type FactsBlock = Extract<Block, { type: 'facts' }>;
type TableBlock = Extract<Block, { type: 'table' }>;

export function composeTable(block: FactsBlock | TableBlock, setting: Setting): ContentNode[] {
  return block.type === 'facts' ? composeFacts(block, setting) : composeRows(block, setting);
}

/** Columns are listed in reading order; the page wants them from left to right. */
export function mirrored<Cell>(cells: Cell[], setting: { isRightToLeft: boolean }): Cell[] {
  return setting.isRightToLeft ? [...cells].reverse() : cells;
}

/** A table without lines; `widths` are those of the cells' content. */
export function gridOf(
  widths: number[],
  body: ContentNode[][],
  { columnGap = 0, rowGap = 0, margin = [0, 0, 0, 0] as ContentNode['margin'] } = {},
): ContentNode {
  return {
    table: { widths, body },
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
      cells.push(
        {
          text: runsOfText(fact?.label ?? ''),
          fontSize: theme.size.label,
          color: theme.muted,
          margin: [0, drop, 0, 0],
        },
        { text: runsOfText(fact?.value ?? '') },
      );
    }
    body.push(mirrored(cells, setting));
  }
  const canStayWhole = !block.rows.some((row) =>
    isTall([row.label, row.value], [label, value], setting.language),
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
  const widths = contentWidthsOf(block, setting.width);
  const headers = block.columns.map((column) => column.header);
  // A header as high as a page cannot be repeated; it is set as a row.
  const headerIsTall = isTall(headers, widths, setting.language);
  const headerRows = headerIsTall ? 0 : (block.headerRows ?? 1);
  const cell = (text: TableBlock['rows'][number][number], column: number): ContentNode => {
    const alignment = alignmentOf(block.columns[column]?.align, setting);
    return {
      text: runsOfText(text),
      ...(alignment !== undefined && { alignment }),
      ...(block.isLarge === true && { fontSize: theme.size.copied }),
    };
  };
  const header = block.columns.map((column, index) => ({
    ...cell(column.header, index),
    bold: true,
    fontSize: theme.size.label,
    color: theme.accent,
  }));
  const rows = block.rows.map((row) =>
    block.columns.map((_, column) => cell(row[column] ?? '', column)),
  );
  const body = [...(block.headerRows === 0 ? [] : [header]), ...rows].map((row) =>
    mirrored(row, setting),
  );
  if (body.length === 0) return [];
  const canStayWhole =
    !headerIsTall && !block.rows.some((row) => isTall(row, widths, setting.language));
  return [
    ...composeCaption(block.caption),
    {
      table: {
        widths: mirrored(widths, setting),
        body,
        dontBreakRows: canStayWhole,
        headerRows: setting.isKeptWhole === true ? 0 : headerRows,
        ...(canStayWhole &&
          setting.isKeptWhole !== true &&
          headerRows === 1 &&
          rows.length > 0 && { keepWithHeaderRows: 1 }),
      },
      layout: ruledLayout(headerRows, columnCount),
    },
    emptySpace(theme.blockGap),
  ];
}

function composeCaption(caption: Text | undefined): ContentNode[] {
  if (caption === undefined || isEmptyText(caption)) return [];
  return [
    {
      text: runsOfText(caption),
      fontSize: theme.size.small,
      color: theme.muted,
      margin: [0, 0, 0, 3],
      spaceNeeded: 60,
    },
  ];
}

/** Caption, header and the first row, which stays with them. */
export function firstRowsNeed(block: TableBlock, setting: Setting): number {
  const widths = contentWidthsOf(block, setting.width);
  const rows = [block.columns.map(({ header }) => header), ...block.rows.slice(0, 1)];
  const heights = rows.map((row) => roomOf(row, widths, setting.language));
  const room = heights.reduce((sum, height) => sum + height + 2 * theme.blockGap, 0);
  return Math.min(room, tallRowPoints);
}

/** Whether a row may take most of a page: such rows are allowed to break. */
function isTall(row: Text[], widths: number[], language: string): boolean {
  return roomOf(row, widths, language) > tallRowPoints;
}

/** The height of a row, rather too much than too little. */
function roomOf(row: Text[], widths: number[], language: string): number {
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

function ruledLayout(headerRows: number, columnCount: number): Partial<TableLayout> {
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
