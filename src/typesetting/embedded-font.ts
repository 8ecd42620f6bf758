/**
 * A font of one document: HarfBuzz shapes, fontkit cuts the file down to the glyphs that were used. pdfkit
 * decodes the outline of each glyph anew for every document; here what a subset needs of a glyph is kept for
 * the life of the process.
 */

import type { FontResource } from './font-resources.ts';
import type {
  FontkitSubset,
  GlyphPlacement,
  PdfDocument,
  PdfFont,
  SubsetGlyph,
} from './pdfkit-types.ts';
import { embedFont } from './pdfmake-internals.ts';
import { type ShapedGlyph, type ShapingOptions, shapeText } from './shaping.ts';

const plainText: ShapingOptions = { rightToLeft: false, language: '' };

export function openEmbeddedFont(document: PdfDocument, resource: FontResource): PdfFont {
  const font = embedFont(document, resource.file, resource.fontkit);
  font.codeOf = codesOf(font, resource);
  font.shape = (text, options) => shapeText(resource, text, options ?? plainText);
  font.layout = (text, options) => {
    const { glyphs, advance } = font.shape(text, options);
    return { advanceWidth: advance, glyphs, positions: glyphs };
  };
  font.widthOfString = (text, size, options) => (font.shape(text, options).advance * size) / 1000;
  font.encode = (text, options) => encode(font, font.shape(text, options).glyphs);
  keepGlyphs(font.subset, resource);
  return font;
}

/** The number under which a glyph stands in the file. */
function codesOf(font: PdfFont, resource: FontResource): (glyph: ShapedGlyph) => number {
  const scale = 1000 / resource.unitsPerEm;
  const codeByGlyphAndText = new Map<string, number>();
  return (glyph) => {
    const known = codeByGlyphAndText.get(glyph.key);
    if (known !== undefined) return known;
    let code: number;
    if (font.subset.mapping[glyph.id] === undefined) {
      code = font.subset.includeGlyph(glyph.id);
    } else {
      // The same shape standing for another text gets a code of its own, so that copying the
      // text out of the PDF gives back what was typed.
      font.subset.glyphs.push(glyph.id);
      code = font.subset.glyphs.length - 1;
    }
    codeByGlyphAndText.set(glyph.key, code);
    font.widths[code] = resource.harfbuzz.glyphHAdvance(glyph.id) * scale;
    font.unicode[code] = glyph.codePoints;
    return code;
  };
}

/** Only words inside a drawing are set by pdfkit itself, which asks for this. */
function encode(font: PdfFont, glyphs: ShapedGlyph[]): [string[], GlyphPlacement[]] {
  const codes = glyphs.map(font.codeOf);
  const placements = glyphs.map((glyph, index) => ({
    xAdvance: glyph.advance,
    yAdvance: 0,
    xOffset: glyph.offsetX,
    yOffset: glyph.offsetY,
    advanceWidth: font.widths[codes[index] ?? 0] ?? 0,
  }));
  return [codes.map((code) => code.toString(16).padStart(4, '0')), placements];
}

const keptGlyphs = new WeakMap<FontResource, Map<number, SubsetGlyph>>();

function keepGlyphs(subset: FontkitSubset, resource: FontResource): void {
  if (subset._addGlyph === undefined) return;
  const kept = keptGlyphs.get(resource) ?? new Map<number, SubsetGlyph>();
  keptGlyphs.set(resource, kept);
  subset._addGlyph = (id) => {
    let glyph = kept.get(id);
    if (glyph === undefined) {
      glyph = readGlyph(resource, id);
      kept.set(id, glyph);
    }
    const { components, advance, bearing } = glyph;
    let { outline } = glyph;
    if (components.length > 0) {
      // Parts of a composite glyph are named by their numbers in the subset.
      outline = outline.slice();
      const view = new DataView(outline.buffer);
      for (const { at, id: part } of components) view.setUint16(at, subset.includeGlyph(part));
    }
    subset.glyf.push(outline);
    subset.loca.offsets.push(subset.offset);
    subset.hmtx.metrics.push({ advance, bearing });
    subset.offset += outline.length;
    return subset.glyf.length - 1;
  };
}

function readGlyph({ fontkit }: FontResource, id: number): SubsetGlyph {
  const glyph = fontkit.getGlyph(id);
  const decoded = glyph._decode();
  const from = fontkit.loca.offsets[id] ?? 0;
  const to = fontkit.loca.offsets[id + 1] ?? from;
  const table = fontkit._getTableStream('glyf');
  table.pos += from;
  return {
    outline: new Uint8Array(table.readBuffer(to - from)),
    components: (decoded?.components ?? []).map(({ pos, glyphID }) => ({ at: pos, id: glyphID })),
    advance: glyph.advanceWidth,
    bearing: glyph._getMetrics().leftBearing,
  };
}
