import type { TypesetDocument } from './document.ts';
import { layOutDocument } from './lay-out-document.ts';
import { measureParagraph } from './measure-paragraph.ts';

/**
 * What no installed font has a glyph for, each once: to be asked before printing. A single character, or one with the
 * marks that belong to it. The document is laid out, because only the shaping tells which glyphs a sequence needs.
 */
export function missingCharactersOf(document: TypesetDocument): string[] {
  const { pdf } = layOutDocument(document);
  const { watermark = '', language } = document;
  const onGround = measureParagraph([{ text: watermark.trim() }], language, true);
  return [...new Set([...pdf.missingCharacters, ...onGround.missingCharacters])];
}
