import type { RawBuilder } from 'kysely';
import type { DiaryKind } from '#domain/diary/diary.ts';

/** One line of the diary as every source gives it; `src/core/diary/read-diary.ts` pages over all of them. */
export interface DiaryRow {
  /** The day it happened. */
  on: string;
  /** `HH:MM`, where the hour is known. */
  at: string | null;
  id: string;
  /** Key below `diary:summary` of the sentence that says it. */
  summary: string;
  /** JSON object of `DiaryParameter` by name; null values are left out. */
  params: string;
  note: string | null;
  /** The user who did it. */
  by_id: string | null;
}

/**
 * What one part of the register adds to the diary of a person. `rows` is a SELECT of exactly the columns of
 * `DiaryRow`, in that order. A new source is a file in `sources/` and a line in `sources.ts`.
 */
export interface DiarySource {
  kind: DiaryKind;
  rows: (personId: string) => RawBuilder<DiaryRow>;
}
