/**
 * The one place where pdfmake's undocumented inside is named. Nothing here is promised by its
 * authors, so the version is pinned, checked when this file loads, and held by the golden tests.
 */

import { createRequire } from 'node:module';
import type { FontkitFont, PdfDocument, PdfFont } from './pdfkit-types.ts';
import type { PdfmakeInternals } from './pdfmake-types.ts';

// Not named `require`: the bundler puts its own constant of that name into every file.
const load = createRequire(import.meta.url);
const supportedVersion = '0.3.11';

function loadInternals(): PdfmakeInternals {
  const requireFromPdfmake = createRequire(load.resolve('pdfmake/package.json'));
  const requireFromPdfkit = createRequire(requireFromPdfmake.resolve('pdfkit'));
  const part = (name: string) => load(`pdfmake/js/${name}.js`).default;
  const parts: unknown = {
    version: load('pdfmake/package.json').version,
    PdfDocument: part('PDFDocument'),
    LayoutBuilder: part('LayoutBuilder'),
    Renderer: part('Renderer'),
    SvgMeasure: part('SVGMeasure'),
    TextInlines: part('TextInlines'),
    ElementWriter: part('ElementWriter'),
    PageElementWriter: part('PageElementWriter'),
    tableLayouts: load('pdfmake/js/tableLayouts.js').tableLayouts,
    LineBreaker: requireFromPdfmake('linebreak'),
    XmlDocument: requireFromPdfmake('xmldoc').XmlDocument,
    fontkit: requireFromPdfkit('fontkit'),
  };
  return parts as PdfmakeInternals;
}

export const pdfmake = loadInternals();

export function assertSupportedVersion(version: string): void {
  if (version === supportedVersion) return;
  throw new Error(`The layout hooks are written for pdfmake ${supportedVersion}, not ${version}`);
}

assertSupportedVersion(pdfmake.version);

export function openFontkitFont(bytes: Uint8Array): FontkitFont {
  return pdfmake.fontkit.create(bytes);
}

/** pdfkit does not export its class for embedded fonts: it is taken from the first font opened. */
let EmbeddedFont:
  | (new (
      document: PdfDocument,
      font: FontkitFont,
      id: string,
    ) => PdfFont)
  | undefined;

export function embedFont(document: PdfDocument, file: string, font: FontkitFont): PdfFont {
  if (EmbeddedFont === undefined) {
    const opener = document as unknown as { font(file: string): { _font: PdfFont } };
    const count = document._fontCount;
    const families = { ...document._fontFamilies };
    const opened = opener.font(file)._font;
    EmbeddedFont = opened.constructor as unknown as typeof EmbeddedFont;
    document._fontCount = count;
    document._fontFamilies = families;
  }
  if (EmbeddedFont === undefined) throw new Error('pdfkit opened no font');
  document._fontCount += 1;
  const id = `F${document._fontCount}`;
  const embedded = new EmbeddedFont(document, font, id);
  document._fontFamilies[id] = embedded;
  return embedded;
}
