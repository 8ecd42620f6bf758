import { type ComposedDocument, composeDocument } from './compose-document.ts';
import type { TypesetDocument, TypesetResult } from './document.ts';
import { drawWatermarkOnEachPage } from './draw-watermark.ts';
import { allPermissions, assertPassword } from './encrypt-document.ts';
import { baseFamilyOf } from './font-catalogue.ts';
import { fontFile } from './font-resources.ts';
import { MultilingualDocument } from './multilingual-document.ts';
import { PageLayout } from './page-layout.ts';
import { installHooks } from './pdfmake-hooks.ts';
import { pdfmake } from './pdfmake-internals.ts';
import { page } from './theme.ts';
import { TypesettingError } from './typesetting-error.ts';
import { TaggingRenderer } from './write-structure.ts';

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
const mostPages = 1_000;
const mostCharacters = 2_000_000;

/**
 * Errors: bad_image, bad_svg, bad_color, bad_password, font_missing (the language's own font is not
 * installed), characters_missing (only when filing), too_large, failed. A bad picture can also end the process from a
 * callback: bytes that are not trusted go through the worker.
 */
export async function typeset(
  document: TypesetDocument,
  options: TypesetOptions = {},
): Promise<TypesetResult> {
  try {
    return await print(document, options);
  } catch (cause) {
    if (cause instanceof TypesettingError) throw cause;
    throw new TypesettingError('failed', 'the document could not be laid out', { cause });
  }
}

async function print(document: TypesetDocument, options: TypesetOptions): Promise<TypesetResult> {
  checkSize(document);
  checkOptions(options);
  fontFile(baseFamilyOf(document.language), 'regular');
  installHooks();
  const composed = composeDocument(document);
  const pdf = openDocument(document, composed, options);
  const written = collect(pdf);
  const pages = layOut(composed, pdf);
  if (pages.length > mostPages) throw new TypesettingError('too_large', 'too many pages');
  if (document.watermark !== undefined && document.watermark.trim() !== '') {
    drawWatermarkOnEachPage(pdf, document.watermark, document.language);
  }
  const renderer = new TaggingRenderer(pdf);
  renderer.renderPages(pages);
  if (options.archive === true && pdf.missingCharacters.size > 0) {
    throw new TypesettingError('characters_missing', 'a character has no font');
  }
  renderer.writeStructure(composed.structure);
  pdf.end();
  return {
    bytes: await written,
    pageCount: pages.length,
    missingCharacters: [...pdf.missingCharacters],
  };
}

function checkOptions({ password, archive }: TypesetOptions): void {
  if (password === undefined) return;
  assertPassword(password);
  if (archive === true) throw new TypesettingError('failed', 'PDF/A may not be encrypted');
}

function openDocument(
  { language, title }: TypesetDocument,
  { images }: ComposedDocument,
  { fixedDate, password, archive }: TypesetOptions,
): MultilingualDocument {
  const pdf = new MultilingualDocument(images, {
    size: [page.width, page.height],
    pdfVersion: password === undefined ? '1.7' : '1.7ext3',
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
    ...(password !== undefined && { userPassword: password, permissions: allPermissions }),
  });
  if (password !== undefined) pdf.strengthenPassword(password);
  return pdf;
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
