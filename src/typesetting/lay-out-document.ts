import { type ComposedDocument, composeDocument } from './compose-document.ts';
import type { TypesetDocument } from './document.ts';
import { MultilingualDocument } from './multilingual-document.ts';
import { PageLayout } from './page-layout.ts';
import { installHooks } from './pdfmake-hooks.ts';
import { pdfmake } from './pdfmake-internals.ts';
import type { Page } from './pdfmake-types.ts';
import { type Closeness, page } from './theme.ts';

export interface TypesetOptions {
  /** Written as the creation date; the same for all documents unless given, and never today. */
  fixedDate?: Date;
  /**
   * Encrypts the file with AES-256 (PDF 2.0, revision 6): nobody opens it without the password. Then
   * the bytes are different each time, as they must be. See `generatePassword`.
   */
  password?: string;
  /** For filing: PDF/A-2b. Not together with a password, and every character must have a font. */
  archive?: boolean;
}

const defaultDate = new Date(Date.UTC(2000, 0, 1));
export interface LaidOutDocument {
  pdf: MultilingualDocument;
  composed: ComposedDocument;
  pages: Page[];
}

/** Everything has its place on a page, and nothing is drawn yet. */
export function layOutDocument(
  document: TypesetDocument,
  options: TypesetOptions = {},
): LaidOutDocument {
  installHooks();
  const asUsual = layOutAt(document, options, 0);
  if (document.closesUp !== true || asUsual.pages.length < 2) return asUsual;
  // Smaller letters only against a page that hardly anything is on.
  const steps = isNextToEmpty(asUsual.pages) ? ([1, 2] as const) : ([1] as const);
  for (const closeness of steps) {
    const closer = layOutAt(document, options, closeness);
    if (closer.pages.length < asUsual.pages.length) return closer;
  }
  return asUsual;
}

function layOutAt(
  document: TypesetDocument,
  options: TypesetOptions,
  closeness: Closeness,
): LaidOutDocument {
  const composed = composeDocument(document, closeness);
  const pdf = openDocument(document, composed, options);
  return { pdf, composed, pages: layOut(composed, pdf) };
}

const nextToNothing = 0.45;

function isNextToEmpty(pages: Page[]): boolean {
  const foot = page.height - page.bottom;
  const lowest = (pages.at(-1)?.items ?? [])
    .map(({ item }) => (item as { y?: number }).y ?? 0)
    .filter((y) => y < foot)
    .reduce((low, y) => Math.max(low, y), 0);
  return lowest < page.top + nextToNothing * (foot - page.top);
}

function openDocument(
  { language, title }: TypesetDocument,
  { images }: ComposedDocument,
  { fixedDate, archive }: TypesetOptions,
): MultilingualDocument {
  return new MultilingualDocument(images, {
    size: [page.width, page.height],
    pdfVersion: '1.7',
    lang: language,
    compress: true,
    tagged: true,
    autoFirstPage: false,
    font: null,
    fontLayoutCache: false,
    info: {
      Producer: ' ',
      Creator: ' ',
      CreationDate: fixedDate ?? defaultDate,
      ...(title !== undefined && { Title: title }),
    },
    ...(title !== undefined && { displayTitle: true }),
    ...(archive === true && { subset: 'PDF/A-2b' }),
  });
}

function layOut(composed: ComposedDocument, pdf: MultilingualDocument): Page[] {
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
