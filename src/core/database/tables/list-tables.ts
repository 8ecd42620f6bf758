import type { Changed } from './changed.ts';

interface SavedViewTable extends Changed {
  id: string;
  owner_id: string;
  name: string;
  is_shared: number;
  /** Conditions, columns and order, as JSON. */
  content: string;
}

export interface ListTables {
  saved_view: SavedViewTable;
  list_look: { user_id: string; content: string; changed_at: string };
}
