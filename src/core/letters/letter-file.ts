/*
 * The letter as it left: the stored bytes, with their hash, and never a new rendering, which might differ in a
 * word or a font from the one an office has on its desk.
 */
import { createHash } from 'node:crypto';
import { ProcedureError } from '#api/errors.ts';
import { type CoreContext, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/letter-tables.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { asLetter, issuedContents } from './compose-letter.ts';
import { letterHold } from './letter-hold.ts';

export interface LetterPdf {
  bytes: Uint8Array;
  pageCount: number;
}

async function storedFile(context: CoreContext, id: string): Promise<LetterPdf | undefined> {
  const row = await registerOf(context)
    .db.selectFrom('letter_file')
    .selectAll()
    .where('letter_id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const bytes = new Uint8Array(row.bytes);
  if (createHash('sha256').update(bytes).digest('hex') !== row.sha256) {
    throw new ProcedureError('attachment_damaged');
  }
  return { bytes, pageCount: row.page_count };
}

/**
 * What left, or, for a letter from before files were kept, the same letter typeset again. Fails with
 * `attachment_damaged` when the bytes are not those that left.
 */
export async function letterFile(context: CoreContext, row: LetterTable): Promise<LetterPdf> {
  return (await storedFile(context, row.id)) ?? (await typesetAgain(context, row));
}

async function typesetAgain(context: CoreContext, row: LetterTable): Promise<LetterPdf> {
  const document = asLetter(context, await issuedContents(context, row));
  const { bytes, pageCount } = await typesetPdf(context, document);
  return { bytes, pageCount };
}

/** To look at: marked across every page when it must not leave again. */
export async function letterToShow(context: CoreContext, row: LetterTable): Promise<LetterPdf> {
  const held = await letterHold(context, row);
  return held ? typesetAgain(context, row) : letterFile(context, row);
}
