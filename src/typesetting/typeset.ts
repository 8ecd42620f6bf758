import { type ComposedDocument, composeDocument } from './compose-document.ts';
import type { TypesetDocument, TypesetResult } from './document.ts';
import { drawWatermarkOnEachPage } from './draw-watermark.ts';
import { MultilingualDocument } from './multilingual-document.ts';
import { PageLayout } from './page-layout.ts';
import { installHooks } from './pdfmake-hooks.ts';
import { pdfmake } from './pdfmake-internals.ts';
import { page } from './theme.ts';
import { TypesettingError } from './typesetting-error.ts';

export interface TypesetOptions {
  /** Written as the creation date; the same for all documents unless given, and never today. */
  fixedDate?: Date;
}

const defaultDate = new Date(Date.UTC(2000, 0, 1));
const mostPages = 1_000;
const mostCharacters = 2_000_000;

/**
 * Errors: bad_image, bad_svg, too_large, failed. A bad picture can also end the process from a
 * callback: bytes that are not trusted go through the worker.
 */
export async function typeset(
  document: TypesetDocument,
  options: TypesetOptions = {},
): Promise<TypesetResult> {
  try {
    return await print(document, options.fixedDate ?? defaultDate);
  } catch (cause) {
    if (cause instanceof TypesettingError) throw cause;
    throw new TypesettingError('failed', 'the document could not be laid out', { cause });
  }
}

async function print(document: TypesetDocument, date: Date): Promise<TypesetResult> {
  checkSize(document);
  installHooks();
  const composed = composeDocument(document);
  const { width, height } = page;
  const pdf = new MultilingualDocument(composed.images, {
    size: [width, height],
    pdfVersion: '1.7',
    lang: document.language,
    compress: true,
    autoFirstPage: false,
    font: null,
    fontLayoutCache: false,
    info: { Producer: ' ', Creator: ' ', CreationDate: date },
  });
  const written = collect(pdf);
  const pages = layOut(composed, pdf);
  if (pages.length > mostPages) throw new TypesettingError('too_large', 'too many pages');
  if (document.watermark !== undefined && document.watermark.trim() !== '') {
    drawWatermarkOnEachPage(pdf, document.watermark, document.language);
  }
  new pdfmake.Renderer(pdf).renderPages(pages);
  pdf.end();
  return {
    bytes: await written,
    pageCount: pages.length,
    missingCharacters: [...pdf.missingCharacters],
  };
}

/** Pictures have limits of their own. */
function checkSize(document: TypesetDocument): void {
  const withoutPictures = (_: string, value: unknown) =>
    value instanceof Uint8Array ? undefined : value;
  if (JSON.stringify(document, withoutPictures).length > mostCharacters) {
    throw new TypesettingError('too_large', 'too much text');
  }
}

function layOut(composed: ComposedDocument, pdf: MultilingualDocument): unknown[] {
  const { width, height, start, end, top, bottom } = page;
  const layout = new PageLayout(
    { width, height, orientation: 'portrait' },
    { left: start, right: end, top, bottom },
    new pdfmake.SvgMeasure(),
  );
  layout.registerTableLayouts(pdfmake.tableLayouts);
  return layout.layoutDocument(
    composed.content,
    pdf,
    {},
    composed.defaultStyle,
    undefined,
    undefined,
    composed.footer,
    undefined,
    undefined,
  );
}

function collect(pdf: MultilingualDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}
