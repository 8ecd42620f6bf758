import type { Changed } from './changed.ts';

interface ProtectedCaseTable extends Changed {
  person_id: string;
  is_restricted: number;
  generation: number;
  sealed_key: Uint8Array;
}

interface CaseAccessTable extends Changed {
  person_id: string;
  user_id: string;
  /** Public key that the case key was sealed to, in base 64. */
  sealed_for: string;
  sealed_key: Uint8Array;
}

interface AuditSecretTable {
  only_row: 1;
  key: Uint8Array;
}

export interface AuditEntryTable {
  seq: number;
  at: string;
  user_id: string | null;
  action: string;
  object_id: string | null;
  mac: string;
}

export interface VaultTables {
  protected_case: ProtectedCaseTable;
  case_access: CaseAccessTable;
  audit_secret: AuditSecretTable;
  audit_entry: AuditEntryTable;
}
