/**
 * Two replacements in pdfmake, for documents of ours only: how a text becomes pieces, and how a
 * finished line is arranged. A third keeps the content of blocks higher than a page.
 */

import { baseFamilyOf, directionOf, sizeRatioOf } from './font-catalogue.ts';
import { lineExtentOf } from './font-resources.ts';
import { arrangeLine } from './line-order.ts';
import { measureParagraph, type TextRun } from './measure-paragraph.ts';
import { MultilingualDocument } from './multilingual-document.ts';
import { pdfmake } from './pdfmake-internals.ts';
import type { Alignment, Inline, InlineSet, PageWriter, StyleStack } from './pdfmake-types.ts';
import type { ShapingOptions } from './shaping.ts';
import type { StructureElement } from './structure.ts';

export interface HangingMark {
  mark?: NonNullable<ShapingOptions['mark']>;
  text?: string;
  width: number;
  structure?: StructureElement;
}

/** Only where a document says nothing: ours always says both size and colour. */
const defaultFontSize = 10;

let areInstalled = false;

export function installHooks(): void {
  if (areInstalled) return;
  areInstalled = true;
  const { TextInlines, ElementWriter, PageElementWriter } = pdfmake;
  const buildInlines = TextInlines.prototype.buildInlines;
  TextInlines.prototype.buildInlines = function (text, styles) {
    if (this.pdfDocument instanceof MultilingualDocument) {
      return buildPieces(this.pdfDocument, text, styles);
    }
    return buildInlines.call(this, text, styles);
  };
  const alignLine = ElementWriter.prototype.alignLine;
  ElementWriter.prototype.alignLine = function (line) {
    if (line.inlines[0]?.paragraphLevel === undefined) {
      alignLine.call(this, line);
    } else {
      arrangeLine(line, this.context().availableWidth);
    }
  };
  keepOverfullBlocks(PageElementWriter.prototype);
}

/** What all pieces of one paragraph share. */
interface ParagraphStyle {
  language: string;
  fontSize: number;
  isBold: boolean;
  shared: Pick<Inline, 'color' | 'alignment' | 'paragraphLevel' | 'strut' | 'leadingCut'>;
}

function styleOf(styles: StyleStack): ParagraphStyle {
  const language = String(styles.getProperty('language') ?? '');
  const paragraphLevel = directionOf(language) === 'rtl' ? 1 : 0;
  const fontSize = Number(styles.getProperty('fontSize') ?? defaultFontSize);
  const extent = lineExtentOf(language);
  return {
    language,
    fontSize,
    isBold: styles.getProperty('bold') === true,
    shared: {
      color: String(styles.getProperty('color') ?? '#000000'),
      alignment: (styles.getProperty('alignment') ??
        (paragraphLevel === 1 ? 'right' : 'left')) as Alignment,
      paragraphLevel,
      strut: { ascent: extent.ascent * fontSize, descent: extent.descent * fontSize },
      leadingCut: 0,
    },
  };
}

function buildPieces(document: MultilingualDocument, text: unknown, styles: StyleStack): InlineSet {
  const style = styleOf(styles);
  const { pieces, missingCharacters } = measureParagraph(
    runsOf(text),
    style.language,
    style.isBold,
  );
  for (const character of missingCharacters) document.missingCharacters.add(character);
  const items = pieces.map((piece): Inline => {
    const font = document.fontOf(piece.family, piece.weight);
    const fontSize = style.fontSize * piece.sizeRatio;
    return {
      ...style.shared,
      text: piece.text,
      font,
      fontSize,
      fontFeatures: piece.features,
      width: piece.width * style.fontSize,
      height: font.lineHeight(fontSize),
      trailingCut: piece.trailingCut * style.fontSize,
      level: piece.level,
      ...(piece.continues && { noNewLine: true }),
      ...(piece.endsLine && { lineEnd: true }),
    };
  });
  const hanging = styles.getProperty('hanging') as HangingMark | undefined;
  if (hanging !== undefined) items.unshift(hangingInlineOf(document, hanging, style));
  const widest = items.reduce((most, item) => Math.max(most, item.width - item.trailingCut), 0);
  return { items, minWidth: widest, maxWidth: items.reduce((sum, item) => sum + item.width, 0) };
}

function hangingInlineOf(
  document: MultilingualDocument,
  { mark, text, width }: HangingMark,
  { language, fontSize, shared }: ParagraphStyle,
): Inline {
  const family = baseFamilyOf(language);
  const font = document.fontOf(family, 'regular');
  const size = fontSize * (sizeRatioOf[family] ?? 1);
  return {
    ...shared,
    text: text ?? ' ',
    font,
    fontSize: size,
    fontFeatures: {
      rightToLeft: shared.paragraphLevel === 1,
      language,
      ...(mark !== undefined && { mark }),
    },
    width,
    height: font.lineHeight(size),
    leadingCut: width,
    trailingCut: 0,
    level: shared.paragraphLevel,
    hangsBefore: true,
    noWrap: true,
    noNewLine: true,
  };
}

function runsOf(text: unknown): TextRun[] {
  if (Array.isArray(text)) return text as TextRun[];
  return [{ text: String(text ?? '') }];
}

/**
 * pdfmake gives an unbreakable block a page without an end, and prints nothing of a block that
 * then fits on no page. Here such a block gets real pages, which are set one after the other.
 */
function keepOverfullBlocks(writer: PageWriter): void {
  const begin = writer.beginUnbreakableBlock;
  writer.beginUnbreakableBlock = function (width, height) {
    if (this.transactionLevel > 0 || width !== undefined) begin.call(this, width, height);
    else begin.call(this, this.context().availableWidth, freePageHeight(this));
  };
  const commit = writer.commitUnbreakableBlock;
  writer.commitUnbreakableBlock = function (forcedX, forcedY) {
    const block = this.context();
    const isOverfull = this.transactionLevel === 1 && block.pages.length > 1;
    if (!isOverfull || forcedX !== undefined || forcedY !== undefined) {
      commit.call(this, forcedX, forcedY);
      return;
    }
    this.transactionLevel = 0;
    this.popContext();
    const last = block.pages.length - 1;
    block.pages.forEach((page, index) => {
      const free = freePageHeight(this);
      this.addFragment({
        items: page.items,
        height: index === last ? Math.min(block.y, free) : free,
      });
    });
  };
}

/** What a fresh page offers below the repeated table headers. */
function freePageHeight(writer: PageWriter): number {
  const context = writer.context();
  const { top, bottom } = context.pageMargins;
  const repeated = writer.repeatables.reduce((sum, { height }) => sum + height, 0);
  return context.getCurrentPage().pageSize.height - top - bottom - repeated;
}
