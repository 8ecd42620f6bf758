/*
 * Where the bytes of an attachment are: small ones in the register itself, larger ones in a file beside it
 * under a key that stands in their row. Removing the row therefore makes the file unreadable for ever, also
 * where a disk keeps old blocks.
 */
import { randomBytes } from 'node:crypto';
import { ProcedureError } from '#api/errors.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { deriveKey } from '../vault/seal.ts';
import { readStoredFile, removeStoredFile, writeStoredFile } from './attachment-folder.ts';
import { markAsLeftover } from './leftovers.ts';
import { openChunks, sealChunks, sealedLength } from './sealed-chunks.ts';

const MOST_BYTES_IN_ROW = 256 * 1024;

interface Content {
  bytes: Uint8Array | null;
  stored_as: string | null;
  file_key: Uint8Array | null;
}

/** Of a restricted attachment both halves are needed: the row's, and the one sealed under the case key. */
function keyOfFile(inRow: Uint8Array, halfKey: string | undefined): Uint8Array {
  if (halfKey === undefined) return inRow;
  return deriveKey(Buffer.from(halfKey, 'base64'), 'restricted attachment', inRow);
}

/** Puts the bytes where they belong; `saveRows` then writes the rows, in one transaction. */
export async function keepContent(
  context: CoreContext,
  { id, bytes, halfKey }: { id: string; bytes: Uint8Array; halfKey?: string | undefined },
  saveRows: (tx: Db) => Promise<void>,
): Promise<void> {
  const { db, folder } = registerOf(context);
  const save = (content: Content) =>
    db.transaction().execute(async (tx) => {
      await saveRows(tx);
      await tx
        .insertInto('attachment_content')
        .values({ attachment_id: id, thumbnail: null, ...content })
        .execute();
      if (content.stored_as === null) return;
      await tx
        .deleteFrom('attachment_leftover')
        .where('stored_as', '=', content.stored_as)
        .execute();
    });
  if (bytes.length <= MOST_BYTES_IN_ROW && halfKey === undefined) {
    await save({ bytes, stored_as: null, file_key: null });
    return;
  }
  const storedAs = randomBytes(16).toString('hex');
  const key = randomBytes(32);
  await markAsLeftover(db, storedAs);
  try {
    await writeStoredFile(folder, storedAs, sealChunks(keyOfFile(key, halfKey), bytes, id));
    await save({ bytes: null, stored_as: storedAs, file_key: key });
  } catch (failure) {
    // The mark stays, so that what cannot be removed now is removed at the next unlock.
    await removeStoredFile(folder, storedAs).catch(() => undefined);
    throw failure;
  }
}

/** Fails with `attachment_damaged` unless every byte is as it was kept. */
export async function readContent(
  context: CoreContext,
  { id, byte_count }: { id: string; byte_count: number },
  halfKey?: string,
): Promise<Uint8Array> {
  const { db, folder } = registerOf(context);
  const row = await db
    .selectFrom('attachment_content')
    .select(['bytes', 'stored_as', 'file_key'])
    .where('attachment_id', '=', id)
    .executeTakeFirstOrThrow();
  if (row.bytes) return row.bytes;
  if (row.stored_as === null || !row.file_key) throw new ProcedureError('attachment_damaged');
  const sealed = await readStoredFile(folder, row.stored_as, sealedLength(byte_count));
  const plain = openChunks(keyOfFile(row.file_key, halfKey), sealed, id);
  if (plain?.length !== byte_count) throw new ProcedureError('attachment_damaged');
  return plain;
}
