import { ProcedureError } from '#api/errors.ts';
import { type LetterDetails, letterDetails } from '#domain/letters/letter.ts';
import type { Db } from '../context.ts';
import type { LetterTable } from '../database/tables/letter-tables.ts';
import type { Addressee } from './letter-contents.ts';
import { type StatedFacts, statedFactsSchema } from './stated-facts.ts';

/** Fails with `not_found`. */
export async function getLetterRow(db: Db, id: string): Promise<LetterTable> {
  const row = await db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

/** What a row says, as it was on the day it was issued. */
export function readLetterRow(row: LetterTable): {
  details: LetterDetails;
  facts: StatedFacts;
  addressee: Addressee | undefined;
} {
  return {
    details: letterDetails.parse(JSON.parse(row.details)),
    facts: statedFactsSchema.parse(JSON.parse(row.facts)),
    addressee: row.organisation_id === null ? undefined : (JSON.parse(row.addressee) as Addressee),
  };
}
