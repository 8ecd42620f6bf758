/**
 * What a document is made of, apart from how it looks (ISO 32000-1, 14.7 and 14.8): headings,
 * paragraphs, lists and tables in reading order, each with its language. A screen reader reads
 * this tree; without it, it guesses from the places of glyphs and reads bilingual columns across.
 */

export type StructureRole =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BlockQuote'
  | 'Caption'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

export interface StructureOptions {
  language?: string | undefined;
  /** Of a figure: what it shows. */
  alt?: string | undefined;
  /** Of a header cell: what it heads. */
  scope?: 'Row' | 'Column' | undefined;
  /** The text in reading order, where its glyphs stand in another. */
  actualText?: string | undefined;
}

export interface StructureElement extends StructureOptions {
  role: StructureRole;
  children: StructureElement[];
}

export function structureRoot(language: string): StructureElement {
  return { role: 'Document', language, children: [] };
}

export function addStructure(
  parent: StructureElement,
  role: StructureRole,
  options: StructureOptions = {},
): StructureElement {
  const element: StructureElement = { role, ...options, children: [] };
  parent.children.push(element);
  return element;
}
