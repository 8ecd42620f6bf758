/** What pdfmake and the libraries below it look like from here: only the parts that are used. */

import type { ShapingOptions } from './shaping.ts';
import type { StructureElement } from './structure.ts';

interface FontkitSubset {
  glyphs: number[];
  mapping: Record<number, number | undefined>;
  includeGlyph(glyph: number): number;
}

export interface FontkitFont {
  ascent: number;
  descent: number;
  createSubset(): FontkitSubset;
}

export interface PdfFont {
  id: string;
  ascender: number;
  descender: number;
  subset: FontkitSubset;
  widths: number[];
  unicode: number[][];
  lineHeight(size: number): number;
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

export interface PdfTextOptions {
  features?: ShapingOptions;
  oblique?: number;
  stroke?: boolean;
  fill?: boolean;
  lineBreak?: boolean;
  textWidth?: number;
  wordCount?: number;
}

/** pdfkit's document with pdfmake's additions; only what is used here. */
export interface PdfDocument {
  page: { width: number; height: number };
  _font: PdfFont;
  _fontSize: number;
  _fillColor?: [color: unknown, opacity: number];
  _fontCount: number;
  _fontFamilies: Record<string, PdfFont>;
  fontCache: Record<string, Record<string, PdfFont>>;
  provideFont(family: string, bold: boolean, italics: boolean): PdfFont;
  text(text: string, x: number, y: number, options?: PdfTextOptions): this;
  addContent(operators: string): this;
  endMetadata(): void;
  _security: PdfSecurity | null;
  _root: { data: Record<string, unknown> };
  on(event: 'pageAdded' | 'end', listener: () => void): this;
  on(event: 'data', listener: (chunk: Buffer) => void): this;
  on(event: 'error', listener: (error: unknown) => void): this;
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
  userPassword?: string;
  permissions?: Record<string, unknown>;
}

/** What pdfkit encrypts with, and the dictionary that lets a reader do the same. */
export interface PdfSecurity {
  encryptionKey: Uint8Array;
  dictionary: { data: Record<string, unknown> };
}

type FontFiles = Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>;

type PdfDocumentConstructor = new (
  fonts: FontFiles,
  images: Record<string, string>,
  patterns: Record<string, never>,
  attachments: Record<string, never>,
  options: PdfDocumentOptions,
  virtualFiles: null,
  localAccessPolicy: (path: string) => boolean,
) => PdfDocument;

export interface Inline {
  text: string;
  font: PdfFont;
  fontSize: number;
  fontFeatures: ShapingOptions;
  width: number;
  height: number;
  leadingCut: number;
  trailingCut: number;
  alignment: Alignment;
  color: string;
  level: number;
  paragraphLevel: 0 | 1;
  /** What every line of the paragraph takes, whatever scripts stand in it. */
  strut: Extent;
  noNewLine?: boolean;
  lineEnd?: boolean;
  hangsBefore?: boolean;
  noWrap?: boolean;
  x?: number;
}

/** Above and below the baseline, in points. */
export interface Extent {
  ascent: number;
  descent: number;
}

export type Alignment = 'left' | 'right' | 'center' | 'justify';

export interface Line {
  inlines: Inline[];
  inlineWidths: number;
  leadingCut: number;
  trailingCut: number;
  maxWidth: number;
  newLineForced?: boolean;
  lastLineInParagraph?: boolean;
  x?: number;
  y?: number;
  /** Shared by all copies of the line; without an element it is decoration. */
  part?: LinePart;
  getHeight(): number;
  getAscenderHeight(): number;
  clone(): Line;
}

interface LinePart {
  element: StructureElement | undefined;
  /** Of the sign or number that hangs before the text. */
  label: StructureElement | undefined;
  isDrawn: boolean;
}

export interface StyleStack {
  getProperty(name: string): unknown;
}

export interface InlineSet {
  items: Inline[];
  minWidth: number;
  maxWidth: number;
}

interface TextInlines {
  pdfDocument: PdfDocument | null;
  buildInlines(text: unknown, styles: StyleStack): InlineSet;
}

interface PageContext {
  x: number;
  y: number;
  page: number;
  availableWidth: number;
  availableHeight: number;
  pages: { items: unknown[] }[];
  pageMargins: { top: number; bottom: number };
  getCurrentPage(): { pageSize: { height: number } };
}

interface PageFragment {
  items: unknown[];
  height?: number;
}

export interface PageWriter {
  transactionLevel: number;
  originalX: number;
  repeatables: { height: number }[];
  context(): PageContext;
  pushContext(width?: number, height?: number): void;
  popContext(): void;
  moveToNextPage(): void;
  addFragment(fragment: PageFragment): boolean;
  alignLine(line: Line): void;
  beginUnbreakableBlock(width?: number, height?: number): void;
  commitUnbreakableBlock(forcedX?: number, forcedY?: number): void;
}

export interface LayoutNode {
  text?: unknown;
  spaceNeeded?: number;
  unbreakable?: boolean;
  structure?: StructureElement;
  _inlines?: Inline[];
  /** Of a QR code: its squares. */
  _canvas?: RenderedVector[];
}

export interface RenderedVector {
  structure?: StructureElement | undefined;
}

export interface RenderedPicture {
  structure?: StructureElement;
}

export interface Page {
  items: { type: string; item: unknown }[];
}

interface LayoutBuilder {
  writer: PageWriter;
  nestedLevel: number;
  processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void;
  processLeaf(node: LayoutNode): void;
  processQr(node: LayoutNode): void;
  buildNextLine(node: LayoutNode): Line | null;
  registerTableLayouts(layouts: Record<string, unknown>): void;
  layoutDocument(
    content: unknown,
    document: PdfDocument,
    styles: Record<string, unknown>,
    defaultStyle: Record<string, unknown>,
    background: undefined,
    header: undefined,
    footer: ((page: number, pages: number) => unknown) | undefined,
    watermark: undefined,
    pageBreakBefore: undefined,
  ): Page[];
}

interface Margins {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type LayoutBuilderConstructor = new (
  pageSize: { width: number; height: number; orientation: 'portrait' },
  margins: Margins,
  svgMeasure: object,
) => LayoutBuilder;

interface Renderer {
  renderPages(pages: Page[]): void;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: RenderedVector): void;
  renderImage(image: RenderedPicture): void;
  renderSVG(image: RenderedPicture): void;
}

interface Constructor<Instance> {
  prototype: Instance;
}

export interface XmlNode {
  name: string;
  attr: Record<string, string>;
  children: (XmlNode | { type: string; text?: string; cdata?: string })[];
}

export interface PdfmakeInternals {
  version: string;
  PdfDocument: PdfDocumentConstructor;
  LayoutBuilder: LayoutBuilderConstructor;
  Renderer: new (document: PdfDocument) => Renderer;
  SvgMeasure: new () => object;
  TextInlines: Constructor<TextInlines>;
  ElementWriter: Constructor<PageWriter>;
  PageElementWriter: Constructor<PageWriter>;
  tableLayouts: Record<string, unknown>;
  LineBreaker: new (
    text: string,
  ) => {
    nextBreak(): { position: number; required: boolean } | null;
  };
  XmlDocument: new (source: string) => XmlNode;
  fontkit: { create(bytes: Uint8Array): FontkitFont };
}
