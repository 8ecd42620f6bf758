import type { Changed } from './changed.ts';

export interface ReleaseTable extends Changed {
  id: string;
  number: number;
  sent_on: string;
  recipient: string;
  population: string;
  period_from: string;
  period_to: string;
  threshold: number;
  language: string;
  seal: string;
  /** JSON of what was printed. */
  printed: string;
  /** JSON of true counts, sums, roles and hidden cells: the part of the next report's system. */
  system: string;
  /** JSON of the proof. */
  certificate: string;
}

interface ReleaseFileTable {
  release_id: string;
  format: string;
  bytes: Uint8Array;
  byte_count: number;
  sha256: string;
}

export interface ReleaseTables {
  release: ReleaseTable;
  release_file: ReleaseFileTable;
}
