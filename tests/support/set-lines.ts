import type { Run } from '#typesetting/document.ts';
import { layOutDocument } from '#typesetting/lay-out-document.ts';
import type { Inline, Line } from '#typesetting/pdfmake-types.ts';
import type { ShapedText } from '#typesetting/shaping.ts';
import { aDocument } from './pdf-tools.ts';

/** What is seen of a line, from left to right, without spaces; and how wide it is, in points. */
export interface SeenLine {
  seen: string;
  width: number;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const unseen = /[\s\u00ad\u200b-\u200f\u061c\u2060\u2066-\u2069]/gu;

export function graphemesOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** The lines of a paragraph, read off the glyphs that would be drawn. */
export function linesAsSet(runs: Run[], language: string): SeenLine[] {
  const document = aDocument([{ type: 'paragraph', text: runs }], { language });
  return layOutDocument(document)
    .pages.flatMap(({ items }) => items.filter(({ type }) => type === 'line'))
    .map(({ item }) => seenLineOf(item as Line))
    .filter(({ seen }) => seen !== '');
}

function seenLineOf(line: Line): SeenLine {
  const inlines = line.inlines.toSorted((a, b) => (a.x ?? 0) - (b.x ?? 0));
  const [first, last] = [inlines[0], inlines.at(-1)];
  const width = (last?.x ?? 0) + (last?.width ?? 0) - (first?.x ?? 0);
  return { seen: withoutUnseen(inlines.map(seenOf).join('')), width };
}

function seenOf({ font, text, fontFeatures }: Inline): string {
  const { glyphs } = font.layout(text, fontFeatures) as ShapedText;
  return glyphs
    .map(({ codePoints }) => String.fromCodePoint(...codePoints))
    .map((part) => (fontFeatures.rightToLeft ? graphemesOf(part).reverse().join('') : part))
    .join('');
}
