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
import { caseKeyOf } from '../vault/restricted.ts';
import { attachmentsOf, checkLink } from './attachment-rows.ts';
import { keepContent, readContent } from './contents.ts';
import { examineFile } from './examine-file.ts';
import { removeLeftovers } from './leftovers.ts';
import { seesPhotos, visibleRow } from './photos.ts';
import {
  newHalfKey,
  openSecret,
  sealSecret,
  secretOf,
  withheldDetails,
  withheldHash,
} from './restricted-attachments.ts';
import { checkThumbnail } from './thumbnails.ts';

type AttachmentHandlers = Handlers<
  Pick<VaultContract, keyof typeof attachmentProcedures>,
  CoreContext
>;

interface GivenFile {
  personId: string;
  fileName: string;
  bytes: Uint8Array;
  isRestricted: boolean;
}

/** Says which paper of the person has the same bytes; restricted ones only to those who may see them. */
async function sameFile(
  context: CoreContext,
  personId: string,
  { sha256, caseKey }: { sha256: string; caseKey: Buffer | undefined },
): Promise<string | undefined> {
  const rows = await registerOf(context)
    .db.selectFrom('attachment')
    .select(['id', 'sha256', 'is_restricted', 'sealed'])
    .where('person_id', '=', personId)
    .execute();
  const same = rows.find((row) =>
    row.is_restricted === 0
      ? row.sha256 === sha256
      : caseKey && openSecret(context, caseKey, row).sha256 === sha256,
  );
  return same?.id;
}

async function addAttachment(context: CoreContext, given: GivenFile) {
  const { personId, fileName, isRestricted } = given;
  const { db, user } = registerOf(context);
  await getCaseFile(db, personId);
  const file = examineFile(given.bytes);
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  // Asked before anything is written: whoever is not named on the case cannot add to it.
  const caseKey = isRestricted ? await caseKeyOf(context, personId) : undefined;
  const same = await sameFile(context, personId, { sha256, caseKey });
  if (same !== undefined) return { id: same, outcome: 'alreadyThere' as const };
  const id = context.ports.ids.next();
  const details = { ...withheldDetails, title: titleFromFileName(fileName) };
  const secret = caseKey && {
    key: newHalfKey(),
    fileName: keptFileName(fileName),
    sha256,
    details,
  };
  const row = {
    id,
    person_id: personId,
    title: secret ? '' : details.title,
    kind: details.kind,
    file_name: secret ? '' : keptFileName(fileName),
    media_type: file.mediaType,
    byte_count: file.bytes.length,
    sha256: secret ? withheldHash : sha256,
    original: details.original,
    is_restricted: secret ? 1 : 0,
    sealed: secret && caseKey ? sealSecret(context, caseKey, id, secret) : null,
    added_on: context.ports.clock.today(),
    added_by: user.id,
    ...changedNow(context),
  };
  await keepContent(context, { id, bytes: file.bytes, halfKey: secret?.key }, async (tx) => {
    await tx.insertInto('attachment').values(row).execute();
  });
  announceChange(context, 'attachments');
  return { id, outcome: 'added' as const };
}

/** Of a restricted attachment nothing is written in clear, and it is never a picture beside the name. */
async function saveRestricted(
  context: CoreContext,
  row: { id: string; person_id: string; sealed: Uint8Array | null },
  details: AttachmentDetails,
): Promise<void> {
  const caseKey = await caseKeyOf(context, row.person_id);
  const secret = openSecret(context, caseKey, row);
  const changed = { ...secret, details: { ...details, isPortrait: false } };
  await registerOf(context)
    .db.updateTable('attachment')
    .set({ sealed: sealSecret(context, caseKey, row.id, changed), ...changedNow(context) })
    .where('id', '=', row.id)
    .execute();
}

async function saveDetails(
  context: CoreContext,
  { id, details }: { id: string; details: AttachmentDetails },
) {
  checkCode(context.resources, 'attachmentKinds', details.kind);
  const { db } = registerOf(context);
  const row = await visibleRow(context, id);
  await checkLink(db, row.person_id, details.link);
  if (row.is_restricted === 1) {
    await saveRestricted(context, row, details);
    announceChange(context, 'attachments');
    return {};
  }
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
  // What somebody may not see they may not destroy either.
  await secretOf(context, await visibleRow(context, id));
  await register.db.deleteFrom('attachment').where('id', '=', id).execute();
  await removeLeftovers(register);
  announceChange(context, 'attachments');
  return {};
}

async function saveThumbnail(
  context: CoreContext,
  { id, bytes }: { id: string; bytes: Uint8Array },
) {
  const { db } = registerOf(context);
  const row = await visibleRow(context, id);
  // A small picture of it would lie in the general tier.
  if (row.is_restricted === 1) return {};
  await db
    .updateTable('attachment_content')
    .set({ thumbnail: checkThumbnail(bytes) })
    .where('attachment_id', '=', id)
    .execute();
  return {};
}

async function thumbnailOf(context: CoreContext, { id }: { id: string }) {
  await visibleRow(context, id);
  const row = await registerOf(context)
    .db.selectFrom('attachment_content')
    .select('thumbnail')
    .where('attachment_id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return { bytes: row.thumbnail };
}

async function bytesOf(context: CoreContext, id: string) {
  const row = await visibleRow(context, id);
  const secret = await secretOf(context, row);
  return { row, bytes: await readContent(context, row, secret?.key) };
}

async function portraitOf(context: CoreContext, { personId }: { personId: string }) {
  if (!(await seesPhotos(context))) return { id: null };
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
    await getCaseFile(registerOf(context).db, personId);
    return { items: await attachmentsOf(context, personId, await seesPhotos(context)) };
  },
  'attachments.add': addAttachment,
  'attachments.addFile': async (context, { personId, grant, isRestricted }) => {
    const { name, bytes } = await context.ports.files.read(grant, maxAttachmentBytes);
    return addAttachment(context, { personId, fileName: name, bytes, isRestricted });
  },
  'attachments.get': async (context, { id }) => {
    const { bytes, row } = await bytesOf(context, id);
    return { mediaType: row.media_type as MediaType, bytes };
  },
  'attachments.thumbnail': thumbnailOf,
  'attachments.saveThumbnail': saveThumbnail,
  'attachments.portrait': portraitOf,
  'attachments.save': saveDetails,
  'attachments.remove': removeAttachment,
  'attachments.export': async (context, { id, grant }) => {
    const { bytes } = await bytesOf(context, id);
    await context.ports.files.write(grant, bytes);
    return { byteCount: bytes.length };
  },
};
