import { Direction, Buffer as ShapingBuffer, shape } from 'harfbuzzjs';
import type { FontResource } from './font-resources.ts';
import { RecentTexts } from './recent-texts.ts';

/** What travels from a piece of a line, through pdfmake's `fontFeatures`, to the font. */
export interface ShapingOptions {
  rightToLeft: boolean;
  language: string;
  isSlanted?: boolean;
  /** In another language than the paragraph, which readers must be told. */
  isForeign?: boolean;
  /** Bold in a family without a bold face. */
  isEmboldened?: boolean;
  mark?: 'bullet' | 'box' | 'checkedBox';
}

/** Measures in thousandths of the font size. `codePoints` is empty for all but a cluster's first. */
export interface ShapedGlyph {
  id: number;
  /** Says the same of two glyphs that have the same shape and stand for the same text. */
  key: string;
  codePoints: number[];
  advance: number;
  offsetX: number;
  offsetY: number;
}

export interface ShapedText {
  glyphs: ShapedGlyph[];
  advance: number;
  /**
   * What the font has no glyph for, each with what it is written together with: a mark may be missing where its
   * letter is not.
   */
  missing: readonly string[];
}

const longestCachedText = 200;
/** About a hundred bytes a character: a few dozen letters, in 15 MB. */
const cache = new RecentTexts<ShapedText>(150_000);

export function shapeText(
  resource: FontResource,
  text: string,
  options: ShapingOptions,
): ShapedText {
  if (text.length > longestCachedText) return shapeAnew(resource, text, options);
  const direction = options.rightToLeft ? 'R' : 'L';
  const key = `${resource.family}${resource.weight}${direction}${options.language}|${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const shaped = shapeAnew(resource, text, options);
  cache.set(key, shaped);
  return shaped;
}

function shapeAnew(resource: FontResource, text: string, options: ShapingOptions): ShapedText {
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(options.rightToLeft ? Direction.RTL : Direction.LTR);
  if (options.language !== '') buffer.setLanguage(options.language);
  shape(resource.harfbuzz, buffer);
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const scale = 1000 / resource.unitsPerEm;
  const textByCluster = codePointsByCluster(
    text,
    infos.map((info) => info.cluster),
  );
  let advance = 0;
  const glyphs = infos.map((info, index): ShapedGlyph => {
    const position = positions[index];
    const glyphAdvance = (position?.xAdvance ?? 0) * scale;
    advance += glyphAdvance;
    const codePoints = textByCluster.get(info.cluster) ?? [];
    textByCluster.delete(info.cluster);
    return {
      id: info.codepoint,
      key: `${info.codepoint}:${codePoints.join()}`,
      codePoints,
      advance: glyphAdvance,
      offsetX: (position?.xOffset ?? 0) * scale,
      offsetY: (position?.yOffset ?? 0) * scale,
    };
  });
  return { glyphs, advance, missing: missingSequences(glyphs) };
}

/** Every font's sign for a glyph that it does not have. */
const noGlyph = 0;
const needsNoGlyph = /^(?:\p{Cc}|\p{Cf}|\p{Z}|[\ufe00-\ufe0f])*$/u;

function missingSequences(glyphs: ShapedGlyph[]): string[] {
  const missing: string[] = [];
  let sequence = '';
  for (const { id, codePoints } of glyphs) {
    if (codePoints.length > 0) sequence = String.fromCodePoint(...codePoints);
    if (id === noGlyph && !needsNoGlyph.test(sequence)) missing.push(sequence);
  }
  return missing;
}

function codePointsByCluster(text: string, clusters: number[]): Map<number, number[]> {
  const starts = [...new Set(clusters)].sort((a, b) => a - b);
  return new Map(
    starts.map((start, index) => {
      const part = text.slice(start, starts[index + 1] ?? text.length);
      return [start, Array.from(part, (character) => character.codePointAt(0) ?? 0)];
    }),
  );
}
