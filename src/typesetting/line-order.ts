/**
 * Puts the pieces of one finished line in the order in which they are seen (UAX#9, rules L1 and
 * L2) and sets them against the margin. Lines are broken in reading order before this.
 */

import type { Inline, Line } from './pdfmake-types.ts';

/** In font sizes, as drawn. */
export const markWidths = { bullet: 0.4, box: 0.82, checkedBox: 0.82 } as const;

const trailingSpace = /[ \t]+$/;

/** Lines of one language keep one rhythm, and cells of a row one baseline, whatever is in them. */
export function evenOut(line: Line): void {
  const first = line.inlines[0];
  if (first?.strut === undefined) return;
  let { ascent, descent } = first.strut;
  for (const { font, fontSize } of line.inlines) {
    ascent = Math.max(ascent, (font.ascender / 1000) * fontSize);
    descent = Math.max(descent, (-font.descender / 1000) * fontSize);
  }
  line.getHeight = () => ascent + descent;
  line.getAscenderHeight = () => ascent;
}

export function arrangeLine(line: Line, availableWidth: number): void {
  const first = line.inlines[0];
  if (first === undefined) return;
  const hanging = first.hangsBefore === true ? first : undefined;
  const untrimmed = hanging === undefined ? line.inlines : line.inlines.slice(1);
  const endsWithSpace = trailingSpace.test(untrimmed.at(-1)?.text ?? '');
  const body = trimEnd(untrimmed);
  const isStretched =
    first.alignment === 'justify' &&
    line.newLineForced !== true &&
    line.lastLineInParagraph !== true;
  const ordered = inVisualOrder(isStretched ? body : mergeNeighbours(body));
  const textWidth = ordered.reduce((sum, inline) => sum + inline.width, 0);
  const gaps = isStretched ? ordered.filter((inline) => trailingSpace.test(inline.text)).length : 0;
  const gap = gaps === 0 ? 0 : Math.max(0, (availableWidth - textWidth) / gaps);
  const isRightToLeft = first.paragraphLevel === 1;
  let x = startOf(first.alignment, availableWidth - textWidth - gap * gaps, isRightToLeft);
  if (hanging !== undefined) {
    const outerEdge = x + textWidth + hanging.width;
    hanging.x = isRightToLeft ? outerEdge - markWidthOf(hanging) : x - hanging.width;
  }
  for (const inline of ordered) {
    const widens = gap > 0 && trailingSpace.test(inline.text);
    // The space that ends a right-to-left word is drawn at its left.
    inline.x = widens && inline.level % 2 === 1 ? x + gap : x;
    x += inline.width + (widens ? gap : 0);
  }
  const atEnd = ordered.at(-1);
  if (endsWithSpace && line.lastLineInParagraph !== true && atEnd?.level === 0) {
    // Drawn beyond the margin, for whoever copies the text or has it read aloud.
    atEnd.text += ' ';
  }
  line.inlines = hanging === undefined ? ordered : [hanging, ...ordered];
  line.inlineWidths = textWidth + gap * gaps;
  line.leadingCut = 0;
  line.trailingCut = 0;
}

function startOf(alignment: Inline['alignment'], free: number, isRightToLeft: boolean): number {
  if (alignment === 'center') return free / 2;
  if (alignment === 'right') return free;
  return alignment === 'justify' && isRightToLeft ? free : 0;
}

function markWidthOf(hanging: Inline): number {
  const { mark } = hanging.fontFeatures;
  if (mark === undefined) return widthOf(hanging, hanging.text);
  return hanging.fontSize * markWidths[mark];
}

function widthOf(inline: Inline, text: string): number {
  return inline.font.widthOfString(text, inline.fontSize, inline.fontFeatures);
}

function trimEnd(inlines: Inline[]): Inline[] {
  const kept = [...inlines];
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const text = last.text.replace(trailingSpace, '');
    if (text === last.text) break;
    last.text = text;
    last.width = widthOf(last, text);
    if (text !== '' || kept.length === 1) break;
    kept.pop();
  }
  return kept;
}

/** Longer pieces shape better, are copied out of the PDF whole and need fewer operators. */
function mergeNeighbours(inlines: Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (last !== undefined && looksLike(last, inline)) {
      last.text += inline.text;
      last.width = Number.NaN;
    } else {
      merged.push(inline);
    }
  }
  for (const inline of merged) {
    if (Number.isNaN(inline.width)) inline.width = widthOf(inline, inline.text);
  }
  return merged;
}

function looksLike(a: Inline, b: Inline): boolean {
  return (
    a.level === b.level &&
    a.font === b.font &&
    a.fontSize === b.fontSize &&
    a.color === b.color &&
    a.fontFeatures.language === b.fontFeatures.language &&
    a.fontFeatures.isSlanted === b.fontFeatures.isSlanted &&
    a.fontFeatures.isEmboldened === b.fontFeatures.isEmboldened &&
    a.fontFeatures.mark === undefined &&
    b.fontFeatures.mark === undefined
  );
}

function inVisualOrder(inlines: Inline[]): Inline[] {
  const ordered = [...inlines];
  const highest = Math.max(0, ...ordered.map((inline) => inline.level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from;
      while ((ordered[to]?.level ?? -1) >= level) to += 1;
      if (to - from > 1) {
        ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      }
      from = Math.max(from, to);
    }
  }
  return ordered;
}
