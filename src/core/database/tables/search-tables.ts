import type { Generated } from 'kysely';
import type { Changed } from './changed.ts';

interface PersonLineTable {
  line: Generated<number>;
  person_id: string;
  listed_name: string;
  sort_name: string;
  other_name: string | null;
  is_open: number;
  words: Generated<string>;
}

interface PersonSearchTable {
  rowid: number;
  words: string;
  phone: string;
  code: string;
  identity: string;
  contact: string;
  state: 'open' | 'closed';
}

interface SearchIndexTable {
  only_row: 1;
  version: number;
}

interface NameWordTable {
  id: Generated<number>;
  word: string;
  script: string;
  /** Readings, parted by a blank. */
  phones: string;
  family: number | null;
}

interface NameWordKeyTable {
  key: string;
  word_id: number;
}

interface PersonWordTable {
  person_id: string;
  word_id: number;
}

interface NotSamePersonTable extends Changed {
  person_a: string;
  person_b: string;
}

interface PersonMergeTable extends Changed {
  id: string;
  kept_id: string;
  merged_id: string;
  merged_name: string;
  merged_case_number: string;
  kept_revision: number;
  snapshot: string;
  moved: string;
}

export interface SearchTables {
  person_line: PersonLineTable;
  person_search: PersonSearchTable;
  search_index: SearchIndexTable;
  name_word: NameWordTable;
  name_word_key: NameWordKeyTable;
  person_word: PersonWordTable;
  not_same_person: NotSamePersonTable;
  person_merge: PersonMergeTable;
}
