import type { ErasureManner } from '#domain/erasures/erasure.ts';
import type { Changed } from './changed.ts';

export interface ErasureRequestTable extends Changed {
  id: string;
  person_id: string;
  manner: ErasureManner;
  ground: string;
  asked_on: string | null;
  reason: string | null;
  proposed_on: string;
  proposed_by: string;
}

interface ErasureTable extends Changed {
  id: string;
  manner: ErasureManner;
  ground: string;
  done_on: string;
  proposed_by: string;
  confirmed_by: string;
  removed: string;
  is_cleaned: number;
  searched_words: number | null;
  found_places: string | null;
}

interface ErasedPersonTable {
  person_id: string;
  erased_at: string;
  manner: ErasureManner;
}

export interface CountedFileTable {
  opened_in: string;
  closed_in: string;
  sex: string;
  ages: string;
  nationality: string;
  legal_status: string;
  files: number;
}

export interface ErasureTables {
  erasure_request: ErasureRequestTable;
  erasure: ErasureTable;
  erased_person: ErasedPersonTable;
  counted_file: CountedFileTable;
}
