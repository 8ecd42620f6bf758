/*
 * Who may see faces. A photo tells whoever looks over a shoulder who somebody is, and a volunteer may be of the
 * same town: case systems of protection keep the sight of it apart from the rest of the file (Primero's
 * `view_photo`). Everything that shows, changes or gives out a photo asks here; the rest of the papers does not.
 */
import { ProcedureError } from '#api/errors.ts';
import { type CoreContext, registerOf } from '../context.ts';
import type { AttachmentTable } from '../database/tables/attachment-tables.ts';
import { getAttachmentRow, isPhoto } from './attachment-rows.ts';

/** Asked of the register each time: a coordinator may have changed it a moment ago. */
export async function seesPhotos(context: CoreContext): Promise<boolean> {
  const { db, user } = registerOf(context);
  const row = await db
    .selectFrom('user')
    .select('sees_photos')
    .where('id', '=', user.id)
    .executeTakeFirst();
  return row?.sees_photos === 1;
}

/** Fails with `not_found`, or with `photo_hidden` for a photo that whoever asks may not see. */
export async function visibleRow(context: CoreContext, id: string): Promise<AttachmentTable> {
  const row = await getAttachmentRow(registerOf(context).db, id);
  if (isPhoto(row) && !(await seesPhotos(context))) throw new ProcedureError('photo_hidden');
  return row;
}
