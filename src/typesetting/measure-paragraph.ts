/**
 * A paragraph cut into pieces and measured, at a font size of one. The notices, headings and requests of a letter come
 * back word for word in the next one, so they are kept as long as they are in use.
 */

import { type FontWeight, hasBoldFace, sizeRatioOf } from './font-catalogue.ts';
import { fontResource } from './font-resources.ts';
import { cutParagraph, type ParagraphRun, type Piece } from './paragraph-pieces.ts';
import { RecentTexts } from './recent-texts.ts';
import { type ShapingOptions, shapeText } from './shaping.ts';

/** A paragraph's text as the composer hands it over. */
export interface TextRun extends ParagraphRun {
  bold?: boolean | undefined;
  isSlanted?: boolean | undefined;
}

interface MeasuredPiece extends Piece {
  weight: FontWeight;
  features: ShapingOptions;
  /** Of the paragraph's font size. */
  sizeRatio: number;
  width: number;
  /** The part of it that its last spaces take. */
  trailingCut: number;
}

interface MeasuredParagraph {
  pieces: readonly MeasuredPiece[];
  missingCharacters: readonly string[];
}

const longestKeptText = 4_000;
/** About forty bytes a character: a few hundred paragraphs, in 8 MB. */
const recent = new RecentTexts<MeasuredParagraph>(200_000);

export function measureParagraph(
  runs: readonly TextRun[],
  language: string,
  isBold: boolean,
): MeasuredParagraph {
  const key = keyOf(runs, `${language} ${isBold}`);
  const known = recent.get(key);
  if (known !== undefined) return known;
  const { pieces, missingCharacters } = cutParagraph(runs, language);
  const missing = new Set(missingCharacters);
  const measured = pieces.map((piece) =>
    measurePiece(piece, runs[piece.run], language, isBold, missing),
  );
  const paragraph = { pieces: measured, missingCharacters: [...missing] };
  if (key.length <= longestKeptText) recent.set(key, paragraph);
  return paragraph;
}

function keyOf(runs: readonly TextRun[], style: string): string {
  const parts = runs.map(
    ({ text, language = '', isolate = '', bold = '', isSlanted = false }) =>
      `${language}\u0001${isolate}\u0001${bold}\u0001${isSlanted}\u0001${text}`,
  );
  return `${style}\u0002${parts.join('\u0002')}`;
}

function measurePiece(
  piece: Piece,
  run: TextRun | undefined,
  language: string,
  isParagraphBold: boolean,
  missing: Set<string>,
): MeasuredPiece {
  const { family, text } = piece;
  const isBold = run?.bold ?? isParagraphBold;
  const weight = isBold && hasBoldFace(family) ? 'bold' : 'regular';
  const sizeRatio = sizeRatioOf[family] ?? 1;
  const features: ShapingOptions = {
    rightToLeft: piece.level % 2 === 1,
    language: piece.language,
    isSlanted: run?.isSlanted === true && family === 'NotoSans',
    isForeign: piece.language !== language,
    isEmboldened: isBold && !hasBoldFace(family),
  };
  const shape = (part: string) => shapeText(fontResource(family, weight), part, features);
  const shaped = shape(text);
  for (const sequence of shaped.missing) {
    if (![...sequence].some((character) => missing.has(character))) missing.add(sequence);
  }
  const spaces = /[ \t]+$/.exec(text)?.[0];
  return {
    ...piece,
    weight,
    features,
    sizeRatio,
    width: (shaped.advance * sizeRatio) / 1000,
    trailingCut: spaces === undefined ? 0 : (shape(spaces).advance * sizeRatio) / 1000,
  };
}
