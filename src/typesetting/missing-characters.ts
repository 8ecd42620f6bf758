import type { TypesetDocument } from './document.ts';
import { anyFamilyCovering } from './font-resources.ts';

/** Strings of a document that are never printed as they stand. */
const unprinted = new Set([
  ...['type', 'language', 'startLanguage', 'endLanguage', 'style', 'align', 'isolate', 'format'],
  ...['icon', 'accent', 'textSize', 'title', 'data', 'alt'],
]);

const needsNoGlyph = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Z}|[\ufe00-\ufe0f]/u;

/** Characters of a text that no installed font has, each once and in order. */
export function missingCharactersIn(text: string): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (missing.has(character) || needsNoGlyph.test(character)) continue;
    if (anyFamilyCovering(character.codePointAt(0) ?? 0) === undefined) missing.add(character);
  }
  return [...missing];
}

/** The same for a whole document, without laying it out: to be asked before printing. */
export function missingCharactersOf(document: TypesetDocument): string[] {
  const texts: string[] = [];
  const gather = (value: unknown, isTitleOfBlock: boolean): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) for (const item of value) gather(item, true);
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
      for (const [key, part] of Object.entries(value)) {
        const isPrinted = !unprinted.has(key) || (key === 'title' && isTitleOfBlock);
        if (isPrinted) gather(part, true);
      }
    }
  };
  gather(document, false);
  return missingCharactersIn(texts.join('\n'));
}
