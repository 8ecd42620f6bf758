import type { Generated } from 'kysely';
import type { Role } from '#domain/vault/role.ts';
import type { Changed } from './changed.ts';

interface RegisterTable extends Changed {
  only_row: 1;
  vault_id: string;
  is_demo: number;
  recovery_confirmed: number;
  lock_after_minutes: number;
  association: string;
}

interface UserTable extends Changed {
  id: string;
  name: string;
  role: Role;
  slot_id: string;
  /** As normalised for the door; null for users of the first registers. */
  sign_in_name: string | null;
  removed_at: string | null;
  last_unlocked_at: string | null;
  /** In which the program speaks to them; null where nobody has chosen. */
  language: string | null;
  sees_photos: Generated<number>;
}

export interface RegisterTables {
  register: RegisterTable;
  user: UserTable;
}
