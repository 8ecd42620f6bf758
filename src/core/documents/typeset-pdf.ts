import { ProcedureError } from '#api/errors.ts';
import type { TypesetDocument, TypesetResult } from '#typesetting/document.ts';
import type { CoreContext } from '../context.ts';

/**
 * Typesets off the main thread. Fails with `characters_missing` when a character has no font: an official
 * letter with empty boxes for a name is worse than none. Other faults are `document_failed`.
 */
export async function typesetPdf(
  context: CoreContext,
  document: TypesetDocument,
  options: { password?: string } = {},
): Promise<TypesetResult> {
  let result: TypesetResult;
  try {
    result = await context.typesetter.typesetInWorker(document, options);
  } catch (failure) {
    context.ports.reportFailure('typesetting', failure);
    throw new ProcedureError('document_failed');
  }
  if (result.missingCharacters.length > 0) {
    const characters = result.missingCharacters.slice(0, 20).join(' ');
    throw new ProcedureError('characters_missing', { characters });
  }
  return result;
}
