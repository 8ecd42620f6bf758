import type { OutputOf, VaultContract } from '#api/contract.ts';
import type { CodedField, ImportChoices, ImportField } from '#domain/imports/import-field.ts';

export type OpenedFile = OutputOf<VaultContract, 'imports.open'>;
export type FileWords = OutputOf<VaultContract, 'imports.words'>;

/** What has been chosen so far about the file. */
export interface ImportDraft {
  hasHeadings: boolean;
  /** Field of each column, by its place; columns left out are not in it. */
  fields: Record<number, ImportField>;
  dateOrder: ImportChoices['dateOrder'];
  firstOfJanuary: ImportChoices['firstOfJanuary'];
  /** By field, the code of each word; an empty one means: nothing of the register. */
  codes: Partial<Record<CodedField, Record<string, string>>>;
}

export function draftFor(file: OpenedFile): ImportDraft {
  const guessed = file.columns.flatMap(({ index, guess }) => (guess ? [[index, guess]] : []));
  return {
    hasHeadings: file.hasHeadings,
    fields: Object.fromEntries(guessed),
    dateOrder: 'dayFirst',
    firstOfJanuary: 'yearOnly',
    codes: {},
  };
}

/** Fields that two columns claim: only one of them can be meant. */
export function fieldsChosenTwice({ fields }: ImportDraft): ImportField[] {
  const chosen = Object.values(fields);
  return [...new Set(chosen.filter((field, index) => chosen.indexOf(field) !== index))];
}

export function hasName({ fields }: ImportDraft): boolean {
  const chosen = Object.values(fields);
  return ['family', 'given', 'fullName'].some((field) => chosen.includes(field as ImportField));
}

/** The words of the file with the codes proposed for them, except where somebody chose already. */
export function withProposedCodes(draft: ImportDraft, words: FileWords): ImportDraft {
  const codes = Object.fromEntries(
    words.fields.map(({ field, words: list }) => [
      field,
      Object.fromEntries(
        list.map(({ word, code }) => [word, draft.codes[field]?.[word] ?? code ?? '']),
      ),
    ]),
  );
  return { ...draft, codes };
}

export function choicesOfDraft(draft: ImportDraft): ImportChoices {
  const codes = Object.entries(draft.codes).map(([field, words]) => [
    field,
    Object.entries(words).map(([word, code]) => ({ word, code })),
  ]);
  return {
    hasHeadings: draft.hasHeadings,
    columns: Object.entries(draft.fields).map(([index, field]) => ({
      index: Number(index),
      field,
    })),
    dateOrder: draft.dateOrder,
    firstOfJanuary: draft.firstOfJanuary,
    codes: Object.fromEntries(codes),
  };
}
