import { evenOut } from './line-order.ts';
import type { TextRun } from './measure-paragraph.ts';
import {
  directionControl,
  isJoinedScript,
  joiner,
  rightToLeftCharacter,
} from './paragraph-pieces.ts';
import type { HangingMark } from './pdfmake-hooks.ts';
import { pdfmake } from './pdfmake-internals.ts';
import type { Inline, LayoutNode, Line, QrSquare } from './pdfmake-types.ts';

interface PlannedText extends LayoutNode {
  plannedLines?: Line[];
  lineCount?: number;
  hanging?: HangingMark;
}

const directionControls = new RegExp(directionControl, 'g');

/**
 * Keeps a heading with what follows it, and never leaves one line of a paragraph alone at the
 * foot or the head of a page. Only for text that stands directly on the page: inside tables and
 * unbreakable blocks pdfmake decides.
 */
export class PageLayout extends pdfmake.LayoutBuilder {
  override processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void {
    if (node.spaceNeeded !== undefined && this.#isOnPage()) {
      this.#breakUnlessFree(node.spaceNeeded);
    }
    super.processNode(node, isVerticalAlignmentAllowed);
  }

  override processLeaf(node: PlannedText): void {
    tellReadingOrder(node);
    if (this.#isOnPage() && node._inlines !== undefined) this.#planLines(node);
    super.processLeaf(node);
  }

  override buildNextLine(node: PlannedText): Line | null {
    const planned = node.plannedLines;
    if (planned === undefined) return this.#nextLine(node);
    const line = planned.shift() ?? null;
    const isLastButOne = planned.length === 1 && (node.lineCount ?? 0) > 2;
    const [last] = planned;
    if (line !== null && last !== undefined && isLastButOne) {
      const free = this.writer.context().availableHeight;
      if (free >= line.getHeight() && free < line.getHeight() + last.getHeight()) {
        this.writer.moveToNextPage();
      }
    }
    return line;
  }

  override processQr(node: LayoutNode): void {
    node._canvas = joinSquares(node._canvas ?? []);
    for (const bar of node._canvas) bar.structure = node.structure;
    super.processQr(node);
  }

  #nextLine(node: PlannedText): Line | null {
    const waiting = node._inlines?.length ?? 0;
    const line = super.buildNextLine(node);
    if (line === null) return null;
    const [next] = node._inlines ?? [];
    const last = line.inlines.at(-1);
    // A word wider than the line was cut, and its rest put back.
    const isCut = (node._inlines?.length ?? 0) > waiting - line.inlines.length;
    if (isCut && last !== undefined && next !== undefined) mendCut(last, next);
    evenOut(line);
    line.part = { element: node.structure, label: node.hanging?.structure, isDrawn: false };
    return line;
  }

  #planLines(node: PlannedText): void {
    const lines: Line[] = [];
    for (let line = this.#nextLine(node); line !== null; line = this.#nextLine(node)) {
      lines.push(line);
    }
    node.plannedLines = lines;
    node.lineCount = lines.length;
    // Three lines cannot be shared by two pages without one standing alone.
    const together = lines.length <= 3 ? lines.length : 2;
    this.#breakUnlessFree(
      lines.slice(0, together).reduce((sum, line) => sum + line.getHeight(), 0),
    );
  }

  #isOnPage(): boolean {
    return this.nestedLevel === 0 && this.writer.transactionLevel === 0;
  }

  #breakUnlessFree(points: number): void {
    const context = this.writer.context();
    const isPageTop = context.y <= context.pageMargins.top;
    if (context.availableHeight < points && !isPageTop) this.writer.moveToNextPage();
  }
}

/** Squares that touch become one bar, without the hairlines that printers leave between them. */
function joinSquares(squares: QrSquare[]): QrSquare[] {
  const bars: QrSquare[] = [];
  for (const square of squares) {
    const last = bars.at(-1);
    if (
      last !== undefined &&
      last.color === square.color &&
      last.y === square.y &&
      last.h === square.h &&
      last.x + last.w === square.x
    ) {
      last.w += square.w;
    } else {
      bars.push({ ...square });
    }
  }
  return bars;
}

/**
 * Lines from right to left are drawn from left to right, as readers expect who copy text; a screen
 * reader is given the words as they were typed.
 */
function tellReadingOrder({ structure, text }: PlannedText): void {
  if (structure === undefined || !Array.isArray(text)) return;
  const words = (text as TextRun[]).map((run) => run.text).join('');
  if (!rightToLeftCharacter.test(words)) return;
  structure.actualText = words.replace(directionControls, '');
}

const startsInsideLetter = /^(?:[\p{M}\u200c\u200d]|[\udc00-\udfff])+/u;

/** A letter keeps its marks, and joined letters keep the shapes they have inside the word. */
function mendCut(last: Inline, next: Inline): void {
  const [marks = ''] = startsInsideLetter.exec(next.text) ?? [];
  last.text += marks;
  next.text = next.text.slice(marks.length);
  if (isJoinedScript(last.text.at(-1) ?? '') && isJoinedScript(next.text.charAt(0))) {
    last.text += joiner;
    next.text = joiner + next.text;
  }
  for (const inline of [last, next]) {
    inline.width = inline.font.widthOfString(inline.text, inline.fontSize, inline.fontFeatures);
  }
}
