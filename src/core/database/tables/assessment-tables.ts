import type { Changed } from './changed.ts';

interface NeedTable extends Changed {
  id: string;
  person_id: string;
  domain: string;
  level: number;
  words: string | null;
  recorded_on: string;
}

export interface AssessmentTables {
  need: NeedTable;
}
