import type { Changed } from './changed.ts';

interface ImportRunTable extends Changed {
  id: string;
  file_hash: Uint8Array;
  imported_on: string;
  created_count: number;
}

export interface ImportsTables {
  import_run: ImportRunTable;
}
