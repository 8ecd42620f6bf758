import type { Changed } from './changed.ts';

export interface AttachmentTable extends Changed {
  id: string;
  person_id: string;
  title: string;
  kind: string;
  file_name: string;
  media_type: string;
  byte_count: number;
  sha256: string;
  document_on: string | null;
  expires_on: string | null;
  original: string;
  given_back_on: string | null;
  linked_kind: string | null;
  linked_id: string | null;
  portrait_since: string | null;
  is_restricted: number;
  /** Of a restricted attachment: everything that is known about it. */
  sealed: Uint8Array | null;
  added_on: string;
  added_by: string;
}

interface AttachmentContentTable {
  attachment_id: string;
  /** The file itself when it is small; otherwise it lies beside the register, under a key of its own. */
  bytes: Uint8Array | null;
  stored_as: string | null;
  file_key: Uint8Array | null;
  thumbnail: Uint8Array | null;
}

export interface AttachmentTables {
  attachment: AttachmentTable;
  attachment_content: AttachmentContentTable;
  /** Files to be removed at the next unlock, unless a row took them over. */
  attachment_leftover: { stored_as: string };
}
