/**
 * The operators that draw a piece of text (ISO 32000-1, 9.4). pdfkit's own way takes a third of the time of a whole
 * letter, because it prepares for columns, links and decorations that our lines do not have.
 */

import type { PdfFont } from './pdfkit-types.ts';
import type { ShapingOptions } from './shaping.ts';

export interface PlacedText {
  text: string;
  font: PdfFont;
  fontSize: number;
  features: ShapingOptions;
  color: string;
  /** From the left edge of the page. */
  x: number;
  /** Of the baseline, from the lower edge of the page. */
  y: number;
}

const slant = Math.tan((12 * Math.PI) / 180);
const boldOutline = 0.03;
const indicLetters = /[\u0900-\u0dff]/;

export function textOperators(placed: PlacedText): string[] {
  const { text, font, fontSize, features, color } = placed;
  const { glyphs } = font.shape(text, features);
  if (glyphs.length === 0) return [];
  // Readers cannot restore the order of reordered vowel signs from glyphs. Not for Arabic:
  // they reverse it.
  const properties =
    (indicLetters.test(text) ? actualText(text) : '') +
    (features.isForeign === true ? `/Lang (${languageTag(features.language)})` : '');
  const ink = colorOperands(color);
  const operators = [`${ink} rg`, 'BT'];
  if (properties !== '') operators.unshift(`/Span <<${properties}>> BDC`);
  if (features.isEmboldened === true) {
    operators.push(`${ink} RG`, `${short(fontSize * boldOutline)} w`, '2 Tr');
  }
  pushGlyphs(operators, placed);
  if (features.isEmboldened === true) operators.push('0 Tr');
  operators.push('ET');
  if (properties !== '') operators.push('EMC');
  return operators;
}

function pushGlyphs(operators: string[], placed: PlacedText): void {
  const { text, font, fontSize, features, y } = placed;
  let { x } = placed;
  const tilt = features.isSlanted === true ? short(slant) : '0';
  const moveTo = (left: number, base: number) =>
    operators.push(`1 0 ${tilt} 1 ${short(left)} ${short(base)} Tm`);
  moveTo(x, y);
  operators.push(`/${font.id} ${short(fontSize)} Tf`);
  const scale = fontSize / 1000;
  let shown = '';
  let hex = '';
  const flush = () => {
    if (hex !== '') shown += `${shown === '' ? '' : ' '}<${hex}> 0`;
    hex = '';
    if (shown !== '') operators.push(`[${shown}] TJ`);
    shown = '';
  };
  let isMoved = false;
  for (const glyph of font.shape(text, features).glyphs) {
    const code = font.codeOf(glyph);
    const extra = glyph.advance - (font.widths[code] ?? 0);
    if (glyph.offsetX !== 0 || glyph.offsetY !== 0) {
      flush();
      moveTo(x + glyph.offsetX * scale, y + glyph.offsetY * scale);
      isMoved = true;
      shown = `<${hexOf(code)}> ${short(-extra)}`;
      flush();
    } else {
      if (isMoved) moveTo(x, y);
      isMoved = false;
      hex += hexOf(code);
      if (extra !== 0) {
        shown += `${shown === '' ? '' : ' '}<${hex}> ${short(-extra)}`;
        hex = '';
      }
    }
    x += glyph.advance * scale;
  }
  flush();
}

const hexCodes: string[] = [];

function hexOf(code: number): string {
  const known = hexCodes[code];
  if (known !== undefined) return known;
  const hex = code.toString(16).padStart(4, '0');
  hexCodes[code] = hex;
  return hex;
}

const operandsByColor = new Map<string, string>();

/** `#RRGGBB` as three shares of one. */
export function colorOperands(color: string): string {
  const known = operandsByColor.get(color);
  if (known !== undefined) return known;
  const value = Number.parseInt(color.slice(1), 16);
  const parts = [value >> 16, (value >> 8) & 255, value & 255];
  const operands = parts.map((part) => short(part / 255, 1e4)).join(' ');
  operandsByColor.set(color, operands);
  return operands;
}

export function short(value: number, precision = 1e6): string {
  // Minus nought is no number of a PDF.
  return String(Math.round(value * precision) / precision + 0);
}

function actualText(text: string): string {
  const hex = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
  return `/ActualText <${hex}>`;
}

/** Stands in brackets in the page, so nothing but what tags are made of. */
function languageTag(language: string): string {
  return language.replace(/[^\w-]/g, '');
}
