import type { Attachment } from '#api/attachments.ts';
import { ProcedureError } from '#api/errors.ts';
import {
  type AttachmentDetails,
  type AttachmentLink,
  linkedKinds,
  type originalStates,
} from '#domain/attachments/attachment.ts';
import type { MediaType } from '#domain/attachments/media-type.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import type { AttachmentTable } from '../database/tables/attachment-tables.ts';
import { caseKeyIfAllowed } from '../vault/restricted.ts';
import { openSecret, withheldDetails } from './restricted-attachments.ts';

function linkOf({ linked_kind, linked_id }: AttachmentTable): AttachmentLink | undefined {
  const kind = linkedKinds.find((one) => one === linked_kind);
  return kind && linked_id !== null ? { kind, id: linked_id } : undefined;
}

function detailsOf(row: AttachmentTable): AttachmentDetails {
  const link = linkOf(row);
  return {
    title: row.title,
    kind: row.kind,
    ...(row.document_on === null ? {} : { documentOn: row.document_on }),
    ...(row.expires_on === null ? {} : { expiresOn: row.expires_on }),
    original: row.original as (typeof originalStates)[number],
    ...(row.given_back_on === null ? {} : { givenBackOn: row.given_back_on }),
    ...(link ? { link } : {}),
    isPortrait: row.portrait_since !== null,
  };
}

/** The one beside the name, or a paper that says it is one. */
export const isPhoto = ({
  kind,
  portrait_since,
}: Pick<AttachmentTable, 'kind' | 'portrait_since'>): boolean =>
  kind === 'photo' || portrait_since !== null;

/** Of a photo that whoever asks may not see: that there is one. */
const hiddenPhoto = { details: withheldDetails, fileName: '', tier: 'photo' } as const;

function wordsOf(
  context: CoreContext,
  row: AttachmentTable,
  caseKey: Buffer | undefined,
): Pick<Attachment, 'details' | 'fileName' | 'tier'> {
  if (row.is_restricted === 0) {
    return { details: detailsOf(row), fileName: row.file_name, tier: 'general' };
  }
  if (!caseKey) return { details: withheldDetails, fileName: '', tier: 'withheld' };
  const { details, fileName } = openSecret(context, caseKey, row);
  return { details, fileName, tier: 'restricted' };
}

/** Newest first. */
export async function attachmentsOf(
  context: CoreContext,
  personId: string,
  hasPhotos: boolean,
): Promise<Attachment[]> {
  const rows = await registerOf(context)
    .db.selectFrom('attachment')
    .leftJoin('user', 'user.id', 'attachment.added_by')
    .selectAll('attachment')
    .select('user.name as added_by_name')
    .where('person_id', '=', personId)
    .orderBy('added_on', 'desc')
    .orderBy('attachment.id', 'desc')
    .execute();
  const hasRestricted = rows.some((row) => row.is_restricted === 1);
  const caseKey = hasRestricted ? await caseKeyIfAllowed(context, personId) : undefined;
  return rows.map((row) => ({
    id: row.id,
    ...(isPhoto(row) && !hasPhotos ? hiddenPhoto : wordsOf(context, row, caseKey)),
    mediaType: row.media_type as MediaType,
    byteCount: row.byte_count,
    addedOn: row.added_on,
    addedBy: row.added_by_name ?? '',
  }));
}

/** Fails with `not_found`. */
export async function getAttachmentRow(db: Db, id: string): Promise<AttachmentTable> {
  const row = await db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

const TABLES = {
  identityDocument: 'identity_document',
  referral: 'referral',
  consent: 'consent',
  plan: 'plan',
} as const satisfies Record<AttachmentLink['kind'], string>;

/** Fails with `not_found` unless what the paper belongs to is there, and is the same person's. */
export async function checkLink(
  db: Db,
  personId: string,
  link: AttachmentLink | undefined,
): Promise<void> {
  if (!link) return;
  const row = await db
    .selectFrom(TABLES[link.kind])
    .select('id')
    .where('id', '=', link.id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
}
