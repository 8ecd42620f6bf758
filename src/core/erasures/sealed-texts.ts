/*
 * What is written under the keys of other people's cases: protected notes, titles and file names of restricted
 * papers, and remarks on needs that say too much. Whoever confirms an erasure coordinates and can open them, so names are looked for and covered there
 * too. What somebody may not open is left out; their own case key has never reached them.
 */
import { sql } from 'kysely';
import { protectedNote } from '#domain/notes/protected-note.ts';
import { needSecret } from '../assessments/sealed-needs.ts';
import { attachmentSecret } from '../attachments/restricted-attachments.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import {
  caseKeyIfAllowed,
  openInPlace,
  type RestrictedPlace,
  sealInPlace,
} from '../vault/restricted.ts';

type Cover = (text: string) => string;

export interface SealedText {
  place: RestrictedPlace;
  personId: string;
  caseKey: Buffer;
  /** All that somebody typed into it. */
  text: string;
  /** What is to be sealed when every text in it went through `cover`. */
  covered(cover: Cover): string;
}

type Read = (json: unknown) => Pick<SealedText, 'text' | 'covered'>;

function readNote(json: unknown) {
  const note = protectedNote.parse(json);
  return {
    text: note.text,
    covered: (cover: Cover) => JSON.stringify({ ...note, text: cover(note.text) }),
  };
}

function readPaper(json: unknown) {
  const secret = attachmentSecret.parse(json);
  const { details, fileName } = secret;
  return {
    text: `${details.title}\n${fileName}`,
    covered: (cover: Cover) =>
      JSON.stringify({
        ...secret,
        fileName: cover(fileName),
        details: { ...details, title: cover(details.title) },
      }),
  };
}

function readNeed(json: unknown) {
  const need = needSecret.parse(json);
  const { note = '' } = need;
  return {
    text: note,
    covered: (cover: Cover) => JSON.stringify({ ...need, ...(note ? { note: cover(note) } : {}) }),
  };
}

const SEALED: { table: string; read: Read }[] = [
  { table: 'protected_note_version', read: readNote },
  { table: 'attachment', read: readPaper },
  { table: 'specific_need', read: readNeed },
];

interface Row {
  id: string;
  person_id: string;
  sealed: Uint8Array;
}

/** Not inside a transaction: it asks for case keys. */
export async function sealedTextsElsewhere(
  context: CoreContext,
  personId: string,
): Promise<SealedText[]> {
  const { db } = registerOf(context);
  const keys = new Map<string, Buffer | undefined>();
  const found: SealedText[] = [];
  for (const { table, read } of SEALED) {
    const { rows } = await sql<Row>`SELECT id, person_id, sealed FROM ${sql.table(table)}
      WHERE person_id <> ${personId} AND sealed IS NOT NULL ORDER BY id`.execute(db);
    for (const { id, person_id, sealed } of rows) {
      if (!keys.has(person_id)) keys.set(person_id, await caseKeyIfAllowed(context, person_id));
      const caseKey = keys.get(person_id);
      if (!caseKey) continue;
      const place = { table, rowId: id, field: 'sealed' };
      const plain = openInPlace(context, caseKey, place, sealed);
      const content = read(JSON.parse(plain.toString('utf8')));
      plain.fill(0);
      found.push({ place, personId: person_id, caseKey, ...content });
    }
  }
  return found;
}

/** Seals it again with every text put through `cover`. */
export async function coverSealed(
  context: CoreContext,
  tx: Db,
  { place, caseKey, covered }: SealedText,
  cover: Cover,
): Promise<void> {
  const sealed = sealInPlace(context, caseKey, place, Buffer.from(covered(cover), 'utf8'));
  await sql`UPDATE ${sql.table(place.table)} SET ${sql.ref(place.field)} = ${sealed}
    WHERE id = ${place.rowId}`.execute(tx);
}
