/*
 * Attachments of the restricted tier: a medical report, a record of violence. Title, kind, dates and the name
 * of the file tell as much as the paper itself, so all of it is sealed under the case key, together with half
 * of the key of the file; the other half stands in the row, so that removing the row still destroys the file
 * for everybody. Whoever is not named on the case sees that there is a restricted paper, and nothing else.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ProcedureError } from '#api/errors.ts';
import { type AttachmentDetails, attachmentDetails } from '#domain/attachments/attachment.ts';
import type { CoreContext } from '../context.ts';
import { caseKeyOf } from '../vault/restricted.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';

export const attachmentSecret = z.strictObject({
  /** Half of the key of the file, in base64. */
  key: z.string().length(44),
  fileName: z.string(),
  sha256: z.string(),
  details: attachmentDetails,
});
export type AttachmentSecret = z.infer<typeof attachmentSecret>;

const placeOf = (rowId: string) => ({ table: 'attachment', rowId, field: 'sealed' });

/** What the row itself says of a restricted attachment: nothing. */
export const withheldDetails: AttachmentDetails = {
  title: '',
  kind: 'other',
  original: 'notSeen',
  isPortrait: false,
};

export const withheldHash = '0'.repeat(64);

export function newHalfKey(): string {
  return randomBytes(32).toString('base64');
}

export function sealSecret(
  context: CoreContext,
  caseKey: Buffer,
  id: string,
  secret: AttachmentSecret,
): Buffer {
  return sealJson(context, caseKey, placeOf(id), secret);
}

export function openSecret(
  context: CoreContext,
  caseKey: Buffer,
  row: { id: string; sealed: Uint8Array | null },
): AttachmentSecret {
  if (!row.sealed) throw new ProcedureError('attachment_damaged');
  const place = placeOf(row.id);
  return openJson(context, caseKey, { place, sealed: row.sealed, schema: attachmentSecret });
}

/** Undefined for an attachment of the general tier. Fails with `restricted_no_access`. */
export async function secretOf(
  context: CoreContext,
  row: { id: string; person_id: string; is_restricted: number; sealed: Uint8Array | null },
): Promise<AttachmentSecret | undefined> {
  if (row.is_restricted === 0) return undefined;
  return openSecret(context, await caseKeyOf(context, row.person_id), row);
}
