import { gridOf } from './compose-tables.ts';
import { type ContentNode, isEmptyText, runsOfText, type Vector } from './content-node.ts';
import type { Block, ChartRow } from './document.ts';
import { iconSvg } from './icons.ts';
import { inside, mirrored, partOf, type Setting } from './setting.ts';

type ChartBlock = Extract<Block, { type: 'chart' }>;
type IconListBlock = Extract<Block, { type: 'iconList' }>;

const gap = 10;

/** A table of labels and numbers, with bars that only repeat for the eye what the numbers say. */
export function composeChart(block: ChartBlock, setting: Setting): ContentNode[] {
  if (block.rows.length === 0) return [];
  const { theme } = setting;
  const numberWidth = 5.2 * theme.size.label;
  const labelWidth = (setting.width - numberWidth - 2 * gap) * 0.5;
  const barWidth = setting.width - numberWidth - labelWidth - 2 * gap;
  const table = inside(setting, 'Table');
  const caption: ContentNode[] = isEmptyText(block.caption)
    ? []
    : [
        {
          text: runsOfText(block.caption ?? ''),
          fontSize: theme.size.small,
          color: theme.muted,
          margin: [0, 0, 0, 4],
          structure: partOf(table, 'Caption'),
        },
      ];
  const body = block.rows.map((row): ContentNode[] => {
    const line = inside(table, 'TR');
    const label: ContentNode = {
      text: runsOfText(row.label),
      fontSize: theme.size.label,
      structure: partOf(line, 'TH', { scope: 'Row' }),
    };
    const bar: ContentNode = { canvas: barOf(row, block.max, barWidth, setting) };
    const number: ContentNode = {
      text: runsOfText(valueTextOf(row, block.max)),
      fontSize: theme.size.label,
      color: theme.muted,
      structure: partOf(line, 'TD'),
    };
    return mirrored([label, bar, number], setting);
  });
  const grid = gridOf(mirrored([labelWidth, barWidth, numberWidth], setting), body, {
    columnGap: gap,
    rowGap: 3,
    margin: [0, 0, 0, theme.blockGap],
    dontBreakRows: true,
  });
  return [...caption, grid, ...composeLegend(block, setting)];
}

function valueTextOf(row: ChartRow, max: number): NonNullable<ChartRow['valueText']> {
  if (row.valueText !== undefined) return row.valueText;
  return row.value === undefined ? '–' : [{ text: `${row.value}/${max}`, isolate: 'ltr' }];
}

function shareOf(value: number, max: number): number {
  return max > 0 && Number.isFinite(value) ? Math.min(1, Math.max(0, value / max)) : 0;
}

function barOf(row: ChartRow, max: number, width: number, setting: Setting): Vector[] {
  const { theme, isRightToLeft } = setting;
  const height = 0.72 * theme.size.label;
  const y = 0.36 * theme.size.label;
  const rect = (length: number, color: string): Vector => ({
    type: 'rect',
    x: isRightToLeft ? width - length : 0,
    y,
    w: length,
    h: height,
    color,
  });
  const vectors = [rect(width, theme.hairline)];
  if (row.value !== undefined) vectors.push(rect(shareOf(row.value, max) * width, theme.accent));
  const steps = Number.isInteger(max) && max <= 10 ? max : 0;
  for (let step = 1; step < steps; step += 1) {
    const x = (width * step) / steps;
    vectors.push(upright(x, y, y + height, 0.8, '#FFFFFF'));
  }
  if (row.earlier !== undefined) {
    const at = shareOf(row.earlier, max) * width;
    vectors.push(...earlierMark(isRightToLeft ? width - at : at, y, height, setting));
  }
  return vectors;
}

function upright(x: number, y1: number, y2: number, lineWidth: number, lineColor: string): Vector {
  return { type: 'line', x1: x, y1, x2: x, y2, lineWidth, lineColor };
}

/** Dark on a light edge, so that it is seen on the bar and beside it, in grey as well. */
function earlierMark(x: number, y: number, height: number, { theme }: Setting): Vector[] {
  const [top, bottom] = [y - 2, y + height + 2];
  return [upright(x, top, bottom, 4, '#FFFFFF'), upright(x, top, bottom, 2, theme.ink)];
}

/** Points between a mark and its words. */
const LEGEND_GAP = 6;

function composeLegend({ legend }: ChartBlock, setting: Setting): ContentNode[] {
  if (legend === undefined) return [];
  const { theme } = setting;
  const side = 0.8 * theme.size.label;
  const marks: Vector[][] = [
    [{ type: 'rect', x: 0, y: 2, w: side, h: side, color: theme.accent }],
    earlierMark(side / 2, 3, side * 0.8, setting),
  ];
  // Half each: a third breaks a word like “aujourd’hui”.
  const room = (setting.width - 3 * LEGEND_GAP) / 2 - side;
  const cells = [legend.value, legend.earlier].flatMap((text, index): ContentNode[] => [
    { canvas: marks[index] ?? [] },
    {
      text: runsOfText(text),
      fontSize: theme.size.small,
      color: theme.muted,
      structure: partOf(setting, 'P'),
    },
  ]);
  const widths = [side, room, side, room];
  return [
    gridOf(mirrored(widths, setting), [mirrored(cells, setting)], {
      columnGap: LEGEND_GAP,
      margin: [0, 0, 0, theme.blockGap],
    }),
  ];
}

export function composeIconList({ items }: IconListBlock, setting: Setting): ContentNode[] {
  const { theme } = setting;
  const side = 2.6 * theme.size.body;
  const width = setting.width - side - gap;
  const list = inside(setting, 'L');
  return items.map(({ icon, title, text }) => {
    const item = inside(inside(list, 'LI'), 'LBody');
    const words: ContentNode[] = [];
    if (!isEmptyText(title)) {
      words.push({
        text: runsOfText(title ?? ''),
        bold: true,
        color: theme.accent,
        structure: partOf(item, 'P'),
      });
    }
    if (!isEmptyText(text)) {
      words.push({ text: runsOfText(text ?? ''), structure: partOf(item, 'P') });
    }
    const sign: ContentNode = { svg: iconSvg(icon, theme.accent), fit: [side, side] };
    const cells = mirrored([sign, { stack: words }], setting);
    const grid = gridOf(mirrored([side, width], setting), [cells], {
      columnGap: gap,
      margin: [0, 0, 0, theme.paragraphGap],
    });
    return { ...grid, unbreakable: true };
  });
}
