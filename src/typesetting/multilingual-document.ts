import { deflateSync } from 'node:zlib';
import { type PlacedText, short, textOperators } from './draw-text.ts';
import { openEmbeddedFont } from './embedded-font.ts';
import { type FontFamily, type FontWeight, hasBoldFace } from './font-catalogue.ts';
import { fontFile, fontResource } from './font-resources.ts';
import { markWidths } from './line-order.ts';
import type { PdfDocumentOptions, PdfFont, PdfPage, PdfReference } from './pdfkit-types.ts';
import { pdfmake } from './pdfmake-internals.ts';
import type { ShapingOptions } from './shaping.ts';

/** A pdfkit document whose fonts are opened once a process and shaped by HarfBuzz. */
export class MultilingualDocument extends pdfmake.PdfDocument {
  readonly missingCharacters = new Set<string>();
  #page: PdfPage | undefined;
  #operators: string[] = [];
  #chunks: Buffer[] = [];
  #lines = '';
  #whole: ((file: Uint8Array) => void) | undefined;
  readonly #isFiled: boolean;

  constructor(images: Record<string, string>, options: PdfDocumentOptions) {
    const normal = fontFile('NotoSans', 'regular');
    const bold = fontFile('NotoSans', 'bold');
    // Only for words inside a drawing: everything else asks provideFont below.
    const fonts = { NotoSans: { normal, bold, italics: normal, bolditalics: bold } };
    super(fonts, images, {}, {}, options, null, () => false);
    this.#isFiled = options.subset !== undefined;
  }

  override provideFont(family: string, bold: boolean, _italics: boolean): PdfFont {
    return this.fontOf(family as FontFamily, bold ? 'bold' : 'regular');
  }

  fontOf(family: FontFamily, weight: FontWeight): PdfFont {
    const faces = this.fontCache[family] ?? {};
    this.fontCache[family] = faces;
    const known = faces[weight];
    if (known !== undefined) return known;
    const face = hasBoldFace(family) ? weight : 'regular';
    const shared = faces[face];
    if (shared !== undefined) return shared;
    const resource = fontResource(family, face);
    const font = openEmbeddedFont(this, resource);
    faces[face] = font;
    return font;
  }

  /** Pieces of text in one go, each with its place from the top of the page to its baseline. */
  drawTexts(texts: readonly PlacedText[]): this {
    const { height, fonts } = this.page;
    const operators = ['q', `1 0 0 -1 0 ${short(height)} cm`];
    for (const placed of texts) {
      const { font } = placed;
      fonts[font.id] ??= font.ref();
      operators.push(...textOperators({ ...placed, y: height - placed.y }));
    }
    operators.push('Q');
    return this.addContent(operators.join('\n'));
  }

  /** Gathered page by page: pdfkit would make a buffer of each of thousands of operators. */
  override addContent(operators: string): this {
    if (this.#page !== this.page) this.#writeOperators();
    this.#page = this.page;
    this.#operators.push(operators);
    return this;
  }

  override flushPages(): void {
    this.#writeOperators();
    super.flushPages();
  }

  #writeOperators(): void {
    if (this.#operators.length > 0) this.#page?.write(this.#operators.join('\n'));
    this.#operators = [];
  }

  /** Nothing here is translucent. */
  override opacity(_value: number): this {
    return this;
  }

  /** Gathered likewise: as a stream, every line of the file would be an event. */
  override _write(data: string | Buffer): void {
    if (!(#lines in this)) {
      // The first lines are written while the document is being made.
      super._write(data);
    } else if (typeof data === 'string') {
      this.#lines += `${data}\n`;
      this._offset += data.length + 1;
    } else {
      this.#writeLines();
      this.#chunks.push(data);
      this._offset += data.length;
    }
  }

  #writeLines(): void {
    if (this.#lines !== '') this.#chunks.push(Buffer.from(this.#lines, 'latin1'));
    this.#lines = '';
  }

  override ref(data?: Record<string, unknown>): PdfReference {
    const reference = super.ref(data);
    reference.finalize = finalizeQuickly;
    return reference;
  }

  /** Called with nothing when the file is complete. */
  override push(chunk: Buffer | null): boolean {
    if (chunk !== null) return super.push(chunk);
    this.#writeLines();
    this.#whole?.(new Uint8Array(Buffer.concat([this.read(), ...this.#chunks])));
    return false;
  }

  /** The finished file. Ends the document. */
  finished(): Promise<Uint8Array> {
    return new Promise((resolve) => {
      this.#whole = resolve;
      this.end();
    });
  }

  /** Only filed documents repeat their properties as XMP. */
  override endMetadata(): void {
    if (this.#isFiled) super.endMetadata();
  }

  drawMark(
    mark: NonNullable<ShapingOptions['mark']>,
    x: number,
    baseline: number,
    size: number,
  ): this {
    if (mark === 'bullet') {
      this.circle(x + (size * markWidths.bullet) / 2, baseline - size * 0.29, size * 0.17);
      return this.fill(bulletColor);
    }
    const side = size * markWidths.box;
    const top = baseline - side + size * 0.07;
    this.save();
    this.undash().lineWidth(0.8).strokeColor(boxColor);
    this.rect(x, top, side, side).stroke();
    if (mark === 'checkedBox') {
      this.lineWidth(1.3)
        .moveTo(x + side * 0.2, top + side * 0.52)
        .lineTo(x + side * 0.42, top + side * 0.76)
        .lineTo(x + side * 0.82, top + side * 0.24)
        .stroke();
    }
    return this.restore();
  }
}

/** Less than half the time of pdfkit's own six, for two kilobytes of a letter. */
const compression = { level: 4 };

function finalizeQuickly(this: PdfReference): void {
  if (this.compress && this.buffer.length > 0) {
    this.buffer = [deflateSync(Buffer.concat(this.buffer), compression)];
    this.compress = false;
  }
  Object.getPrototypeOf(this).finalize.call(this);
}

const bulletColor = '#0F5257';
const boxColor = '#1B1F23';
