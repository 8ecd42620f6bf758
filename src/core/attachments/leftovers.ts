/*
 * Files of attachments that nothing needs any more: of one that was removed (with its person, perhaps), or of
 * one that was being added when the program was killed. Their names stand in the register before the file is
 * written and until it is gone, so exactly these are removed at the next unlock. Files of which the register
 * knows nothing are left alone: they may belong to a newer copy of it that somebody is about to put back.
 */
import type { Db } from '../context.ts';
import { removeStoredFile } from './attachment-folder.ts';

/** Before the file is written; the row that takes it over removes the mark in its own transaction. */
export async function markAsLeftover(db: Db, storedAs: string): Promise<void> {
  await db.insertInto('attachment_leftover').values({ stored_as: storedAs }).execute();
}

export async function removeLeftovers(register: { db: Db; folder: string }): Promise<void> {
  const { db, folder } = register;
  const rows = await db.selectFrom('attachment_leftover').selectAll().execute();
  for (const { stored_as } of rows) {
    // A file that something holds open (Windows) is tried again at the next unlock; its key is gone anyway.
    const isGone = await removeStoredFile(folder, stored_as).then(
      () => true,
      () => false,
    );
    if (!isGone) continue;
    await db.deleteFrom('attachment_leftover').where('stored_as', '=', stored_as).execute();
  }
}
