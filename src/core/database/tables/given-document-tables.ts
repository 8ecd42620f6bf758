import type { Changed } from './changed.ts';

interface GivenDocumentTable extends Changed {
  id: string;
  person_id: string;
  /** `plan`, `onePage`, a kind of form, … */
  kind: string;
  language: string | null;
  given_on: string;
  /** Null when it was for the person. */
  given_to: string | null;
  sha256: string | null;
}

export interface GivenDocumentTables {
  given_document: GivenDocumentTable;
}
