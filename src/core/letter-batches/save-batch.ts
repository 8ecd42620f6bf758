import { zipSync } from 'fflate';
import type { Block, TypesetDocument } from '#typesetting/document.ts';
import { type CoreContext, registerOf } from '../context.ts';
import type { LetterTable } from '../database/tables/letter-tables.ts';
import { letterheadOf } from '../documents/letterhead.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { asLetter, issuedContents } from '../letters/compose-letter.ts';
import { recordCopy } from '../letters/letter-copies.ts';
import { letterFile } from '../letters/letter-file.ts';
import { letterHold } from '../letters/letter-hold.ts';
import { getLetterRow } from '../letters/letter-rows.ts';
import { letterTexts } from '../letters/letter-texts.ts';

/** Names say the number and nothing about anybody. */
const nameOf = ({ protocol_year, protocol_number }: LetterTable) =>
  `lettera-${protocol_year}-${String(protocol_number).padStart(4, '0')}.pdf`;

async function inZip(context: CoreContext, rows: LetterTable[]): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const row of rows) files[nameOf(row)] = (await letterFile(context, row)).bytes;
  // The PDFs are compressed already.
  return zipSync(files, { level: 0 });
}

/** One pile of paper: each letter begins a page of its own under its letterhead. */
async function inOneFile(context: CoreContext, rows: LetterTable[]): Promise<Uint8Array> {
  const blocks: Block[] = [];
  let first: TypesetDocument | undefined;
  for (const row of rows) {
    const contents = await issuedContents(context, row);
    const letter = asLetter(context, contents);
    if (first) {
      const head = letterheadOf(
        contents.association,
        letterTexts(context, contents.details.language),
      );
      blocks.push(
        { type: 'pageBreak' },
        { type: 'paragraph', style: 'lead', text: [{ text: head.name, bold: true }] },
        ...head.lines.map((text): Block => ({ type: 'paragraph', style: 'small', text })),
        { type: 'rule' },
      );
    }
    first ??= letter;
    blocks.push(...letter.blocks);
  }
  const { footer } = first ?? {};
  const document: TypesetDocument = {
    language: first?.language ?? 'it',
    ...(first?.letterhead ? { letterhead: first.letterhead } : {}),
    // Pages are numbered letter by letter, and here there are many.
    ...(footer?.text ? { footer: { text: footer.text } } : {}),
    blocks,
  };
  return (await typesetPdf(context, document)).bytes;
}

interface BatchToSave {
  letterIds: string[];
  manner: 'one' | 'each';
  grant: string;
}

/** Fails with the reason when one of them may not leave any more. */
export async function saveBatch(context: CoreContext, { letterIds, manner, grant }: BatchToSave) {
  const { db } = registerOf(context);
  const rows: LetterTable[] = [];
  for (const id of letterIds) {
    const row = await getLetterRow(db, id);
    const held = await letterHold(context, row);
    if (held) throw held;
    rows.push(row);
  }
  const bytes = manner === 'one' ? await inOneFile(context, rows) : await inZip(context, rows);
  await context.ports.files.write(grant, bytes);
  for (const row of rows) await recordCopy(context, row, { kind: 'office', manner: 'saved' });
  return { byteCount: bytes.length };
}
