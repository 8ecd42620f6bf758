import { type FontFamily, type FontWeight, hasBoldFace } from './font-catalogue.ts';
import { type FontResource, fontFile, fontResource } from './font-resources.ts';
import { markWidths } from './line-order.ts';
import type {
  GlyphPlacement,
  PdfDocumentOptions,
  PdfFont,
  PdfPage,
  PdfTextOptions,
} from './pdfkit-types.ts';
import { embedFont, pdfmake } from './pdfmake-internals.ts';
import { type ShapedGlyph, type ShapingOptions, shapeText } from './shaping.ts';

const plainText: ShapingOptions = { rightToLeft: false, language: '' };
const indicLetters = /[\u0900-\u0dff]/;
const slantDegrees = 12;
const boldOutline = 0.03;

/** A pdfkit document whose fonts are opened once a process and shaped by HarfBuzz. */
export class MultilingualDocument extends pdfmake.PdfDocument {
  readonly missingCharacters = new Set<string>();
  #page: PdfPage | undefined;
  #operators: string[] = [];
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
    const font = embedFont(this, resource.file, resource.fontkit);
    shapeWithHarfbuzz(font, resource);
    faces[face] = font;
    return font;
  }

  override text(text: string, x: number, y: number, options: PdfTextOptions = {}): this {
    const features = options.features;
    if (features?.mark !== undefined) return this.#drawMark(features.mark, x, y);
    const slanted = features?.isSlanted === true ? { ...options, oblique: slantDegrees } : options;
    // Readers cannot restore the order of reordered vowel signs from glyphs. Not for Arabic:
    // they reverse it.
    const properties = indicLetters.test(text) ? actualText(text) : '';
    const foreign = features?.isForeign === true ? `/Lang (${languageTag(features.language)})` : '';
    return this.#asSpan(properties + foreign, () => {
      if (features?.isEmboldened === true) this.#drawBold(text, x, y, slanted);
      else super.text(text, x, y, slanted);
    });
  }

  /** Where a family has no bold face: the letters are filled, and their outlines drawn. */
  #drawBold(text: string, x: number, y: number, options: PdfTextOptions): void {
    this.save().lineWidth(this._fontSize * boldOutline);
    this.strokeColor(String(this._fillColor?.[0] ?? boxColor));
    super.text(text, x, y, { ...options, fill: true, stroke: true });
    this.restore();
  }

  #asSpan(properties: string, draw: () => void): this {
    if (properties !== '') this.addContent(`/Span <<${properties}>> BDC`);
    draw();
    return properties === '' ? this : this.addContent('EMC');
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

  /** pdfmake sets it before every piece of text; nothing here is translucent. */
  override opacity(_value: number): this {
    return this;
  }

  /** Only filed documents repeat their properties as XMP. */
  override endMetadata(): void {
    if (this.#isFiled) super.endMetadata();
  }

  #drawMark(mark: NonNullable<ShapingOptions['mark']>, x: number, y: number): this {
    const size = this._fontSize;
    const baseline = y + (this._font.ascender / 1000) * size;
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

function actualText(text: string): string {
  const hex = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
  return `/ActualText <${hex}>`;
}

/** Stands in brackets in the page, so nothing but what tags are made of. */
function languageTag(language: string): string {
  return language.replace(/[^\w-]/g, '');
}

const bulletColor = '#0F5257';
const boxColor = '#1B1F23';

function shapeWithHarfbuzz(font: PdfFont, resource: FontResource): void {
  const scale = 1000 / resource.unitsPerEm;
  const cidByGlyphAndText = new Map<string, number>();

  const cidOf = (glyph: ShapedGlyph): number => {
    const key = `${glyph.id}:${glyph.codePoints.join()}`;
    const known = cidByGlyphAndText.get(key);
    if (known !== undefined) return known;
    let cid: number;
    if (font.subset.mapping[glyph.id] === undefined) {
      cid = font.subset.includeGlyph(glyph.id);
    } else {
      // The same shape standing for another text gets a code of its own, so that copying the
      // text out of the PDF gives back what was typed.
      font.subset.glyphs.push(glyph.id);
      cid = font.subset.glyphs.length - 1;
    }
    cidByGlyphAndText.set(key, cid);
    font.widths[cid] = resource.harfbuzz.glyphHAdvance(glyph.id) * scale;
    font.unicode[cid] = glyph.codePoints;
    return cid;
  };

  font.layout = (text, options) => {
    const shaped = shapeText(resource, text, options ?? plainText);
    return { advanceWidth: shaped.advance, glyphs: shaped.glyphs, positions: shaped.glyphs };
  };
  font.widthOfString = (text, size, options) =>
    (shapeText(resource, text, options ?? plainText).advance * size) / 1000;
  font.encode = (text, options) => {
    const codes: string[] = [];
    const placements: GlyphPlacement[] = [];
    for (const glyph of shapeText(resource, text, options ?? plainText).glyphs) {
      const cid = cidOf(glyph);
      codes.push(cid.toString(16).padStart(4, '0'));
      placements.push({
        xAdvance: glyph.advance,
        yAdvance: 0,
        xOffset: glyph.offsetX,
        yOffset: glyph.offsetY,
        advanceWidth: font.widths[cid] ?? 0,
      });
    }
    return [codes, placements];
  };
}
