import type { VocabularyName } from '#domain/vocabularies/vocabulary.ts';

/** What is typed into the fields of a row, by field; empty text where nothing is known. */
export type RecordDraft = Record<string, string | number | boolean | undefined>;

interface CommonSpec {
  name: string;
  /** Takes the whole width of the form. */
  isWide?: boolean;
  isShown?: (draft: RecordDraft) => boolean;
  /** A sentence below the field: its key is the field's with `Hint` behind it. */
  hasHint?: boolean;
}

export type FieldSpec = CommonSpec &
  (
    | { kind: 'text'; max: number; isLtr?: boolean }
    | { kind: 'note'; max: number }
    | { kind: 'codes'; codes: readonly string[]; list: string; isOptional?: boolean }
    | { kind: 'vocabulary'; list: VocabularyName; isOptional?: boolean }
    | { kind: 'country' }
    | { kind: 'number'; digits: number }
    | { kind: 'date' }
    | { kind: 'flag' }
    /** A choice among rows the form is given. */
    | { kind: 'row' }
    /** Belongs to the row, and is asked for by a field of its own making. */
    | { kind: 'own' }
  );

/** What of a draft is sent: fields that are shown and not empty. */
export function detailsOf(draft: RecordDraft, fields: readonly FieldSpec[]): RecordDraft {
  const shown = fields.filter(({ isShown }) => isShown?.(draft) ?? true);
  const told = shown.flatMap(({ name }) => {
    const value = typeof draft[name] === 'string' ? draft[name].trim() : draft[name];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(told);
}
