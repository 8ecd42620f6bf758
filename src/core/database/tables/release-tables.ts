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

interface NationalityMapTable extends Changed {
  id: string;
  name: string;
  /** JSON: lists of countries with a name each. */
  groups: string;
  /** Since when a report that was sent uses it. */
  frozen_on: string | null;
}

interface AreaMapTable extends Changed {
  id: string;
  /** JSON: lists of towns with a name each. */
  areas: string;
  /** Since when a report that was sent uses them. */
  frozen_on: string | null;
}

interface ReportPlanTable extends Changed {
  id: string;
  title: string;
  /** JSON of a plan, its title included. */
  plan: string;
}

export interface ReleaseTables {
  area_map: AreaMapTable;
  nationality_map: NationalityMapTable;
  report_plan: ReportPlanTable;
  release: ReleaseTable;
  release_file: ReleaseFileTable;
}
