import type { Run, Text } from './document.ts';
import type { TextRun } from './measure-paragraph.ts';
import type { HangingMark } from './pdfmake-hooks.ts';
import type { Alignment } from './pdfmake-types.ts';
import type { StructureElement } from './structure.ts';

/** Margins are start-agnostic: left, top, right, bottom in points. */
type Margin = [left: number, top: number, right: number, bottom: number];

export interface TableLayout {
  hLineWidth(row: number, node: TableNode): number;
  vLineWidth(column: number, node: TableNode): number;
  hLineColor(row: number, node: TableNode): string;
  vLineColor(column: number, node: TableNode): string;
  paddingLeft(column: number, node: TableNode): number;
  paddingRight(column: number, node: TableNode): number;
  paddingTop(row: number, node: TableNode): number;
  paddingBottom(row: number, node: TableNode): number;
  fillColor(row: number, node: TableNode): string | null;
}

interface TableNode {
  table: { widths: unknown[]; body: unknown[][] };
}

/** The part of pdfmake's document language that is used. */
export interface ContentNode {
  text?: TextRun[];
  stack?: ContentNode[];
  table?: {
    widths: number[];
    body: ContentNode[][];
    headerRows?: number;
    keepWithHeaderRows?: number;
    dontBreakRows?: boolean;
  };
  layout?: Partial<TableLayout>;
  canvas?: Vector[];
  qr?: string;
  eccLevel?: 'M';
  foreground?: string;
  image?: string;
  svg?: string;
  fit?: number | [number, number];
  margin?: Margin;
  fontSize?: number;
  bold?: boolean;
  color?: string;
  alignment?: Alignment;
  language?: string;
  hanging?: HangingMark;
  unbreakable?: boolean;
  spaceNeeded?: number;
  pageBreak?: 'after';
  /** What its lines or its picture are part of; without one they are decoration. */
  structure?: StructureElement;
}

export type Vector =
  | {
      type: 'line';
      x1: number;
      y1: number;
      x2: number;
      y2: number;
      lineWidth: number;
      lineColor: string;
      dash?: { length: number; space: number };
    }
  | { type: 'ellipse'; x: number; y: number; r1: number; r2: number; lineColor: string }
  | { type: 'rect'; x: number; y: number; w: number; h: number; color: string };

export function ruleOf(width: number, thickness: number, color: string, y = 0): Vector {
  return { type: 'line', x1: 0, y1: y, x2: width, y2: y, lineWidth: thickness, lineColor: color };
}

/** Draws nothing and takes no paragraph's height. */
export function emptySpace(points: number): ContentNode {
  return { stack: [], margin: [0, points, 0, 0] };
}

export function plainTextOf(text: Text): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

export function isEmptyText(text: Text | undefined): boolean {
  return text === undefined || plainTextOf(text).trim() === '';
}

export function runsOfText(text: Text): TextRun[] {
  const runs: Run[] = typeof text === 'string' ? [{ text }] : text;
  return runs.map((run) => ({
    text: withoutControls(run.text),
    isolate: run.isolate,
    language: run.language,
    bold: run.bold,
    isSlanted: run.italic,
  }));
}

function withoutControls(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');
}
