import { ProcedureError } from '#api/errors.ts';
import type { TypesetDocument, TypesetResult } from '#typesetting/document.ts';
import { TypesettingError } from '#typesetting/typesetting-error.ts';
import type { CoreContext } from '../context.ts';

interface PrintOptions {
  password?: string;
  /** For filing, as PDF/A-2b: readers of any year show it the same. */
  archive?: boolean;
}

const MOST_NAMED = 20;

export function charactersMissing(missing: readonly string[]): ProcedureError {
  return new ProcedureError('characters_missing', {
    characters: missing.slice(0, MOST_NAMED).join(' '),
  });
}

async function refusalFor(
  context: CoreContext,
  document: TypesetDocument,
  failure: unknown,
): Promise<ProcedureError> {
  const code = failure instanceof TypesettingError ? failure.code : undefined;
  if (code === 'font_missing') return new ProcedureError('font_missing');
  if (code === 'characters_missing') {
    return charactersMissing(await context.typesetter.findMissingCharacters(document));
  }
  context.ports.reportFailure('typesetting', failure);
  return new ProcedureError('document_failed');
}

/**
 * Typesets off the main thread, to be looked at: a character that no font has is an empty box, and listed. Fails
 * with `font_missing` when the whole language has none here, and with `document_failed`.
 */
export async function typesetToLook(
  context: CoreContext,
  document: TypesetDocument,
  options: PrintOptions = {},
): Promise<TypesetResult> {
  try {
    return await context.typesetter.typesetInWorker(document, options);
  } catch (failure) {
    throw await refusalFor(context, document, failure);
  }
}

/**
 * The same for paper and files. Fails also with `characters_missing`: an official letter with empty boxes for a
 * name is worse than none.
 */
export async function typesetPdf(
  context: CoreContext,
  document: TypesetDocument,
  options: PrintOptions = {},
): Promise<TypesetResult> {
  const result = await typesetToLook(context, document, options);
  if (result.missingCharacters.length > 0) throw charactersMissing(result.missingCharacters);
  return result;
}

/** Which of several ways to typeset a document: the two above. */
export type Typesetting = typeof typesetPdf;
