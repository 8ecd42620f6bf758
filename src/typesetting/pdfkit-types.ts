/** What pdfkit and fontkit look like from here, with pdfmake's additions: only the parts that are used. */

import type { ShapedGlyph, ShapedText, ShapingOptions } from './shaping.ts';

/** What a subset takes over of a glyph. */
export interface SubsetGlyph {
  outline: Uint8Array;
  /** Of a composite glyph: where its outline names which other glyphs. */
  components: { at: number; id: number }[];
  advance: number;
  bearing: number;
}

export interface FontkitSubset {
  glyphs: number[];
  mapping: Record<number, number | undefined>;
  includeGlyph(glyph: number): number;
  /** Of fonts with TrueType outlines, which all of ours are. */
  _addGlyph?(glyph: number): number;
  glyf: Uint8Array[];
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
}

interface FontkitGlyph {
  advanceWidth: number;
  _decode(): { components?: { pos: number; glyphID: number }[] } | null;
  _getMetrics(): { leftBearing: number };
}

export interface FontkitFont {
  ascent: number;
  descent: number;
  loca: { offsets: number[] };
  getGlyph(glyph: number): FontkitGlyph;
  _getTableStream(table: 'glyf'): { pos: number; readBuffer(length: number): Uint8Array };
  createSubset(): FontkitSubset;
}

export interface PdfFont {
  id: string;
  ascender: number;
  descender: number;
  subset: FontkitSubset;
  widths: number[];
  unicode: number[][];
  ref(): unknown;
  lineHeight(size: number): number;
  /** Ours, as are the four after it. */
  codeOf(glyph: ShapedGlyph): number;
  shape(text: string, features?: ShapingOptions | null): ShapedText;
  layout(text: string, features?: ShapingOptions | null): unknown;
  encode(text: string, features?: ShapingOptions | null): [string[], GlyphPlacement[]];
  widthOfString(text: string, size: number, features?: ShapingOptions | null): number;
}

export interface GlyphPlacement {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
  advanceWidth: number;
}

export interface PdfPage {
  width: number;
  height: number;
  fonts: Record<string, unknown>;
  write(operators: string): void;
}

/** One object of the file, until it is written. */
export interface PdfReference {
  compress: boolean;
  buffer: Buffer[];
  finalize(): void;
}

/** pdfkit's document with pdfmake's additions; only what is used here. */
export interface PdfDocument {
  page: PdfPage;
  _font: PdfFont;
  _fontSize: number;
  _fillColor?: [color: unknown, opacity: number];
  _fontCount: number;
  _fontFamilies: Record<string, PdfFont>;
  fontCache: Record<string, Record<string, PdfFont>>;
  provideFont(family: string, bold: boolean, italics: boolean): PdfFont;
  addContent(operators: string): this;
  flushPages(): void;
  endMetadata(): void;
  _offset: number;
  _write(data: string | Buffer): void;
  ref(data?: Record<string, unknown>): PdfReference;
  push(chunk: Buffer | null): boolean;
  read(): Buffer;
  on(event: 'pageAdded', listener: () => void): this;
  end(): void;
  save(): this;
  restore(): this;
  rotate(degrees: number, options: { origin: [number, number] }): this;
  fill(color: string): this;
  opacity(value: number): this;
  fillColor(color: string): this;
  strokeColor(color: string): this;
  lineWidth(points: number): this;
  fontSize(points: number): this;
  rect(x: number, y: number, width: number, height: number): this;
  circle(x: number, y: number, radius: number): this;
  moveTo(x: number, y: number): this;
  lineTo(x: number, y: number): this;
  stroke(): this;
  undash(): this;
  markContent(tag: 'Artifact'): this;
  markStructureContent(tag: string): PdfStructureContent;
  endMarkedContent(): this;
  struct(
    type: string,
    options: { lang?: string; alt?: string; actual?: string; scope?: string },
  ): PdfStructureElement;
  addStructure(element: PdfStructureElement): this;
}

/** One stretch of marked content on one page. */
export interface PdfStructureContent {
  refs: unknown[];
}

export interface PdfStructureElement {
  add(child: PdfStructureContent | PdfStructureElement): this;
}

export interface PdfDocumentOptions {
  size: [number, number];
  pdfVersion: string;
  lang: string;
  compress: boolean;
  tagged: true;
  autoFirstPage: false;
  font: null;
  fontLayoutCache: false;
  info: Record<string, unknown>;
  displayTitle?: true;
  subset?: 'PDF/A-2b';
}

type FontFiles = Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>;

export type PdfDocumentConstructor = new (
  fonts: FontFiles,
  images: Record<string, string>,
  patterns: Record<string, never>,
  attachments: Record<string, never>,
  options: PdfDocumentOptions,
  virtualFiles: null,
  localAccessPolicy: (path: string) => boolean,
) => PdfDocument;
