import { createHash } from 'node:crypto';
import type { attachmentProcedures } from '#api/attachments.ts';
import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Handlers } from '#api/server.ts';
import { type AttachmentDetails, maxAttachmentBytes } from '#domain/attachments/attachment.ts';
import { keptFileName, titleFromFileName } from '#domain/attachments/file-name.ts';
import type { MediaType } from '#domain/attachments/media-type.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';
import { attachmentsOf, checkLink, getAttachmentRow } from './attachment-rows.ts';
import { keepContent, readContent } from './contents.ts';
import { examineFile } from './examine-file.ts';
import { removeLeftovers } from './leftovers.ts';
import { checkThumbnail } from './thumbnails.ts';

type AttachmentHandlers = Handlers<
  Pick<VaultContract, keyof typeof attachmentProcedures>,
  CoreContext
>;

interface GivenFile {
  personId: string;
  fileName: string;
  bytes: Uint8Array;
}

async function addAttachment(context: CoreContext, { personId, fileName, bytes }: GivenFile) {
  const { db, user } = registerOf(context);
  await getCaseFile(db, personId);
  const file = examineFile(bytes);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const same = await db
    .selectFrom('attachment')
    .select('id')
    .where('person_id', '=', personId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (same) return { id: same.id, outcome: 'alreadyThere' as const };
  const id = context.ports.ids.next();
  const row = {
    id,
    person_id: personId,
    title: titleFromFileName(fileName),
    kind: 'other',
    file_name: keptFileName(fileName),
    media_type: file.mediaType,
    byte_count: file.bytes.length,
    sha256,
    original: 'notSeen',
    is_restricted: 0,
    added_on: context.ports.clock.today(),
    added_by: user.id,
    ...changedNow(context),
  };
  await keepContent(context, { id, bytes: file.bytes }, async (tx) => {
    await tx.insertInto('attachment').values(row).execute();
  });
  announceChange(context, 'attachments');
  return { id, outcome: 'added' as const };
}

async function saveDetails(
  context: CoreContext,
  { id, details }: { id: string; details: AttachmentDetails },
) {
  checkCode(context.resources, 'attachmentKinds', details.kind);
  const { db } = registerOf(context);
  const row = await getAttachmentRow(db, id);
  await checkLink(db, row.person_id, details.link);
  const isPortrait = details.isPortrait && row.media_type.startsWith('image/');
  const changed = changedNow(context);
  await db.transaction().execute(async (tx) => {
    if (isPortrait && row.portrait_since === null) {
      await tx
        .updateTable('attachment')
        .set({ portrait_since: null })
        .where('person_id', '=', row.person_id)
        .execute();
    }
    await tx
      .updateTable('attachment')
      .set({
        title: details.title,
        kind: details.kind,
        document_on: details.documentOn ?? null,
        expires_on: details.expiresOn ?? null,
        original: details.original,
        given_back_on: details.original === 'givenBack' ? (details.givenBackOn ?? null) : null,
        linked_kind: details.link?.kind ?? null,
        linked_id: details.link?.id ?? null,
        portrait_since: isPortrait ? (row.portrait_since ?? changed.changed_at) : null,
        ...changed,
      })
      .where('id', '=', id)
      .execute();
  });
  announceChange(context, 'attachments');
  return {};
}

async function removeAttachment(context: CoreContext, { id }: { id: string }) {
  const register = registerOf(context);
  const { numDeletedRows } = await register.db
    .deleteFrom('attachment')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new ProcedureError('not_found');
  await removeLeftovers(register);
  announceChange(context, 'attachments');
  return {};
}

async function saveThumbnail(
  context: CoreContext,
  { id, bytes }: { id: string; bytes: Uint8Array },
) {
  const { db } = registerOf(context);
  await getAttachmentRow(db, id);
  await db
    .updateTable('attachment_content')
    .set({ thumbnail: checkThumbnail(bytes) })
    .where('attachment_id', '=', id)
    .execute();
  return {};
}

async function thumbnailOf(context: CoreContext, { id }: { id: string }) {
  const row = await registerOf(context)
    .db.selectFrom('attachment_content')
    .select('thumbnail')
    .where('attachment_id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return { bytes: row.thumbnail };
}

async function portraitOf(context: CoreContext, { personId }: { personId: string }) {
  const row = await registerOf(context)
    .db.selectFrom('attachment')
    .select('id')
    .where('person_id', '=', personId)
    .where('portrait_since', 'is not', null)
    .orderBy('portrait_since', 'desc')
    .executeTakeFirst();
  return { id: row?.id ?? null };
}

export const attachmentHandlers: AttachmentHandlers = {
  'attachments.list': async (context, { personId }) => {
    const { db } = registerOf(context);
    await getCaseFile(db, personId);
    return { items: await attachmentsOf(db, personId) };
  },
  'attachments.add': addAttachment,
  'attachments.addFile': async (context, { personId, grant }) => {
    const { name, bytes } = await context.ports.files.read(grant, maxAttachmentBytes);
    return addAttachment(context, { personId, fileName: name, bytes });
  },
  'attachments.get': async (context, { id }) => {
    const row = await getAttachmentRow(registerOf(context).db, id);
    const bytes = await readContent(context, row);
    return { mediaType: row.media_type as MediaType, bytes };
  },
  'attachments.thumbnail': thumbnailOf,
  'attachments.saveThumbnail': saveThumbnail,
  'attachments.portrait': portraitOf,
  'attachments.save': saveDetails,
  'attachments.remove': removeAttachment,
  'attachments.export': async (context, { id, grant }) => {
    const row = await getAttachmentRow(registerOf(context).db, id);
    const bytes = await readContent(context, row);
    await context.ports.files.write(grant, bytes);
    return { byteCount: bytes.length };
  },
};
