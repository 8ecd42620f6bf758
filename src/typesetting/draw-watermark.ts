import { baseFamilyOf, directionOf } from './font-catalogue.ts';
import { arrangeLine } from './line-order.ts';
import { measureParagraph } from './measure-paragraph.ts';
import type { MultilingualDocument } from './multilingual-document.ts';
import type { Inline, Line } from './pdfmake-types.ts';
import { watermarkColor } from './theme.ts';

const largestSize = 110;
const angle = -50;
const shareOfDiagonal = 0.72;

/**
 * Behind the text, in a light solid colour: a translucent one would show where joined letters
 * overlap, and would make the words above it harder to read.
 */
export function drawWatermarkOnEachPage(
  document: MultilingualDocument,
  words: string,
  language: string,
): void {
  const inlines = inlinesOf(document, words, language);
  document.on('pageAdded', () => {
    const { width, height } = document.page;
    const widthAtOne = inlines.reduce((sum, inline) => sum + inline.width, 0);
    if (widthAtOne === 0) return;
    const size = Math.min(largestSize, (shareOfDiagonal * Math.hypot(width, height)) / widthAtOne);
    const font = document.fontOf(baseFamilyOf(language), 'bold');
    const top = (height - font.lineHeight(size)) / 2;
    document
      .markContent('Artifact')
      .save()
      .rotate(angle, { origin: [width / 2, height / 2] })
      .drawTexts(
        inlines.map((inline) => ({
          text: inline.text,
          font: inline.font,
          fontSize: size,
          features: inline.fontFeatures,
          color: watermarkColor,
          x: (width - widthAtOne * size) / 2 + (inline.x ?? 0) * size,
          y: top + (font.ascender / 1000) * size,
        })),
      )
      .restore()
      .endMarkedContent();
  });
}

/** Measured at a font size of one point. */
function inlinesOf(document: MultilingualDocument, words: string, language: string): Inline[] {
  const { pieces, missingCharacters } = measureParagraph([{ text: words.trim() }], language, true);
  for (const character of missingCharacters) document.missingCharacters.add(character);
  const inlines = pieces.map(
    (piece): Inline => ({
      text: piece.text,
      font: document.fontOf(piece.family, piece.weight),
      fontFeatures: piece.features,
      fontSize: 1,
      width: piece.width / piece.sizeRatio,
      height: 0,
      leadingCut: 0,
      trailingCut: 0,
      alignment: 'left',
      color: watermarkColor,
      level: piece.level,
      strut: { ascent: 0, descent: 0 },
      paragraphLevel: directionOf(language) === 'rtl' ? 1 : 0,
    }),
  );
  const line: Line = {
    inlines,
    inlineWidths: 0,
    leadingCut: 0,
    trailingCut: 0,
    maxWidth: 0,
    getHeight: () => 0,
    getAscenderHeight: () => 0,
    clone: () => line,
  };
  arrangeLine(line, 0);
  return line.inlines;
}
