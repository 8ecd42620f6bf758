import type { TypesetDocument, TypesetResult } from './document.ts';
import { drawWatermarkOnEachPage } from './draw-watermark.ts';
import { assertPassword, lockPdf } from './finished/lock-pdf.ts';
import { baseFamilyOf } from './font-catalogue.ts';
import { fontFile } from './font-resources.ts';
import { layOutDocument, type TypesetOptions } from './lay-out-document.ts';
import { TypesettingError } from './typesetting-error.ts';
import { TaggingRenderer } from './write-structure.ts';

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
  const { pdf, composed, pages } = layOutDocument(document, options);
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
  const bytes = await pdf.finished();
  return {
    bytes: options.password === undefined ? bytes : lockPdf(bytes, options.password),
    pageCount: pages.length,
    missingCharacters: [...pdf.missingCharacters],
  };
}

function checkOptions({ password, archive }: TypesetOptions): void {
  if (password === undefined) return;
  assertPassword(password);
  if (archive === true) throw new TypesettingError('failed', 'PDF/A may not be encrypted');
}

/** Pictures have limits of their own. */
function checkSize(document: TypesetDocument): void {
  const withoutPictures = (_: string, value: unknown) =>
    value instanceof Uint8Array ? undefined : value;
  if (JSON.stringify(document, withoutPictures).length > mostCharacters) {
    throw new TypesettingError('too_large', 'too much text');
  }
}
