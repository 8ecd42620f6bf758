import type { RawBuilder } from 'kysely';
import type { CoreContext } from '../context.ts';

/**
 * What a field of a copy is: words somebody wrote (other people's names are covered in them), several of
 * them, a day, a code with its label, or what stands for itself.
 */
export type FieldKind =
  | 'words'
  | 'list'
  | 'date'
  | 'plain'
  | 'yesNo'
  | 'country'
  | 'language'
  | { label: string }
  | { labels: string }
  /** A code whose words stand outside the vocabularies, under this key. */
  | { say: string };

export type CopiedRow = Record<string, string | number | null | Uint8Array>;

export interface CopiedSection {
  name: string;
  /** Tables whose rows it tells; every table that hangs from a person is in one section or left out by name. */
  tables: readonly string[];
  /** Rows with a column for each field, in the order in which they are read. */
  rows: (personId: string) => RawBuilder<unknown>;
  /** Opens what stands sealed in a row. */
  open?: (context: CoreContext, personId: string, rows: CopiedRow[]) => Promise<CopiedRow[]>;
  fields: Readonly<Record<string, FieldKind>>;
}
