/** What pdfmake looks like from here: only the parts that are used. */

import type { FontkitFont, PdfDocument, PdfDocumentConstructor, PdfFont } from './pdfkit-types.ts';
import type { ShapingOptions } from './shaping.ts';
import type { StructureElement } from './structure.ts';

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
  /** Of a QR code: its squares, row after row. */
  _canvas?: QrSquare[];
}

export interface RenderedVector {
  type: string;
  structure?: StructureElement | undefined;
  color?: string;
  lineColor?: string;
  x?: number;
  y?: number;
  w?: number;
  h?: number;
}

export interface QrSquare extends RenderedVector {
  color: string;
  x: number;
  y: number;
  w: number;
  h: number;
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
