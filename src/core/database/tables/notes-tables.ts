import type { Changed } from './changed.ts';

interface ProtectedNoteTable extends Changed {
  id: string;
  person_id: string;
}

interface ProtectedNoteVersionTable extends Changed {
  id: string;
  note_id: string;
  person_id: string;
  version: number;
  sealed: Uint8Array;
}

export interface NotesTables {
  protected_note: ProtectedNoteTable;
  protected_note_version: ProtectedNoteVersionTable;
}
