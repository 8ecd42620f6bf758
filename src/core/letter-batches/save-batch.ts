import { zipSync } from 'fflate';
import { generatePassword } from '#typesetting/finished/lock-pdf.ts';
import { type CoreContext, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/letter-tables.ts';
import { writePdf } from '../documents/write-pdf.ts';
import { recordCopy } from '../letters/letter-copies.ts';
import { letterFile } from '../letters/letter-file.ts';
import { letterHold } from '../letters/letter-hold.ts';
import { getLetterRow } from '../letters/letter-rows.ts';

/** Names say the number and nothing about anybody. */
const nameOf = ({ protocol_year, protocol_number }: LetterTable) =>
  `lettera-${protocol_year}-${String(protocol_number).padStart(4, '0')}.pdf`;

interface BatchToSave {
  letterIds: string[];
  manner: 'one' | 'each';
  grant: string;
  withPassword: boolean;
}

/** Each letter as it left, in a ZIP; under one password, the ZIP hides nothing and each PDF is locked. */
async function writeEach(
  context: CoreContext,
  rows: LetterTable[],
  { grant, withPassword }: BatchToSave,
) {
  const password = withPassword ? generatePassword() : undefined;
  const files: Record<string, Uint8Array> = {};
  for (const row of rows) {
    const { bytes } = await letterFile(context, row);
    files[nameOf(row)] =
      password === undefined ? bytes : await context.typesetter.lockPdf(bytes, password);
  }
  // The PDFs are compressed already.
  const bytes = zipSync(files, { level: 0 });
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length, ...(password === undefined ? {} : { password }) };
}

/** One pile of paper, of the very pages that were filed. */
async function writeOne(context: CoreContext, rows: LetterTable[], file: BatchToSave) {
  const finished: Uint8Array[] = [];
  for (const row of rows) finished.push((await letterFile(context, row)).bytes);
  const bytes = await context.typesetter.joinPdfs(finished);
  return (await writePdf(context, { ...file, bytes })).written;
}

/** Fails with the reason when one of them may not leave any more. */
export async function saveBatch(context: CoreContext, batch: BatchToSave) {
  const { db } = registerOf(context);
  const rows: LetterTable[] = [];
  for (const id of batch.letterIds) {
    const row = await getLetterRow(db, id);
    const held = await letterHold(context, row);
    if (held) throw held;
    rows.push(row);
  }
  const written = await (batch.manner === 'one' ? writeOne : writeEach)(context, rows, batch);
  for (const row of rows) await recordCopy(context, row, { kind: 'office', manner: 'saved' });
  return written;
}
