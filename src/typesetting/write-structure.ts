/**
 * Writes the structure tree into the PDF: what is drawn is wrapped in marked content that belongs to
 * an element of the tree, and everything else (lines, page feet, repeated table headers, the
 * watermark) is an artifact, which screen readers pass over (ISO 32000-1, 14.6 to 14.8).
 */

import { colorOperands, type PlacedText, short } from './draw-text.ts';
import type { MultilingualDocument } from './multilingual-document.ts';
import type { PdfStructureContent, PdfStructureElement } from './pdfkit-types.ts';
import { pdfmake } from './pdfmake-internals.ts';
import type { Inline, Line, RenderedPicture, RenderedVector } from './pdfmake-types.ts';
import type { StructureElement } from './structure.ts';

export class TaggingRenderer extends pdfmake.Renderer {
  readonly #document: MultilingualDocument;
  readonly #contents = new Map<StructureElement, PdfStructureContent[]>();
  #open: { page: unknown; element: StructureElement | undefined } | undefined;

  constructor(document: MultilingualDocument) {
    super(document);
    this.#document = document;
  }

  override renderLine(line: Line, x: number, y: number): void {
    const { part } = line;
    // A repeated table header is drawn from copies of the same line: only the first is read.
    const isRead = part !== undefined && !part.isDrawn;
    if (part !== undefined) part.isDrawn = true;
    const [first, ...rest] = line.inlines;
    const baseline = y + line.getAscenderHeight();
    if (isRead && part.label !== undefined && first?.hangsBefore === true) {
      this.#mark(part.label);
      this.#drawInlines([first], x, baseline);
      this.#mark(part.element);
      this.#drawInlines(rest, x, baseline);
      return;
    }
    this.#mark(isRead ? part.element : undefined);
    this.#drawInlines(line.inlines, x, baseline);
  }

  #drawInlines(inlines: Inline[], left: number, baseline: number): void {
    const texts: PlacedText[] = [];
    for (const { text, font, fontSize, fontFeatures, color, x = 0 } of inlines) {
      const { mark } = fontFeatures;
      if (mark !== undefined) this.#document.drawMark(mark, left + x, baseline, fontSize);
      else if (text !== '') {
        texts.push({
          ...{ text, font, fontSize, color },
          features: fontFeatures,
          x: left + x,
          y: baseline,
        });
      }
    }
    if (texts.length > 0) this.#document.drawTexts(texts);
  }

  override renderVector(vector: RenderedVector): void {
    this.#mark(vector.structure);
    const { type, color, lineColor, x, y, w, h } = vector;
    const isFilled = type === 'rect' && lineColor === undefined && /^#\w{6}$/.test(color ?? '');
    if (!isFilled || [x, y, w, h].some((measure) => measure === undefined)) {
      super.renderVector(vector);
      return;
    }
    const place = [x, y, w, h].map((measure) => short(measure ?? 0)).join(' ');
    this.#document.addContent(`${colorOperands(color ?? '')} rg ${place} re f`);
  }

  override renderImage(image: RenderedPicture): void {
    this.#mark(image.structure);
    super.renderImage(image);
  }

  override renderSVG(image: RenderedPicture): void {
    this.#mark(image.structure);
    super.renderSVG(image);
  }

  /** To be called once, after all pages. */
  writeStructure(root: StructureElement): void {
    this.#close();
    const written = this.#write(root, undefined);
    if (written !== undefined) this.#document.addStructure(written);
  }

  #mark(element: StructureElement | undefined): void {
    const { page } = this.#document;
    if (this.#open?.page === page && this.#open.element === element) return;
    this.#close();
    if (element === undefined) {
      this.#document.markContent('Artifact');
    } else {
      const content = this.#document.markStructureContent(element.role);
      const contents = this.#contents.get(element) ?? [];
      this.#contents.set(element, [...contents, content]);
    }
    this.#open = { page, element };
  }

  #close(): void {
    // What is still open at the end of a page was closed with the page.
    if (this.#open?.page === this.#document.page) this.#document.endMarkedContent();
    this.#open = undefined;
  }

  #write(element: StructureElement, outer: string | undefined): PdfStructureElement | undefined {
    const { role, language, alt, actualText, scope } = element;
    const children = element.children
      .map((child) => this.#write(child, language ?? outer))
      .filter((child) => child !== undefined);
    const contents = this.#contents.get(element) ?? [];
    const isEmpty = children.length === 0 && contents.length === 0;
    // An empty cell keeps the cells after it in their columns.
    if (isEmpty && role !== 'TD' && role !== 'TH') return undefined;
    const written = this.#document.struct(role, {
      ...(language !== undefined && language !== outer && { lang: language }),
      ...(alt !== undefined && { alt }),
      ...(actualText !== undefined && { actual: actualText }),
      ...(scope !== undefined && { scope }),
    });
    for (const part of [...contents, ...children]) written.add(part);
    return written;
  }
}
