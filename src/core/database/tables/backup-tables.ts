import type { Changed } from './changed.ts';

interface BackupSettingTable extends Changed {
  only_row: 1;
  place: string;
  is_automatic: number;
}

export interface BackupTable extends Changed {
  id: string;
  made_at: string;
  place: string;
  file_name: string;
  byte_count: number;
  generation: number;
  is_automatic: number;
  removed_at: string | null;
}

interface RestoreDrillTable extends Changed {
  id: string;
  done_on: string;
  backup_made_at: string;
  /** Code of the failure, or null when everything was there. */
  failure: string | null;
}

export interface BackupTables {
  backup_setting: BackupSettingTable;
  backup: BackupTable;
  restore_drill: RestoreDrillTable;
}
