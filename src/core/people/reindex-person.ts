import { contactDetails, isNumber } from '#domain/people/contact.ts';
import type { Db } from '../context.ts';
import { indexPerson } from './person-index.ts';
import { getCaseFile, getDetails } from './queries.ts';
import { detailsFrom } from './record-rows.ts';

/** What somebody can be found by besides names and case number. */
export interface Findable {
  /** Written with any spaces and prefix; found by their digits. */
  phones: string[];
  /** E-mail addresses, document numbers, fiscal code. */
  texts: string[];
}

async function findableOf(db: Db, personId: string): Promise<Findable> {
  const contactRows = await db
    .selectFrom('person_contact')
    .selectAll()
    .where('person_id', '=', personId)
    .execute();
  const documents = await db
    .selectFrom('identity_document')
    .select('number')
    .where('person_id', '=', personId)
    .execute();
  const person = await db
    .selectFrom('person')
    .select('fiscal_code')
    .where('id', '=', personId)
    .executeTakeFirst();
  const contacts = contactRows.map((row) => detailsFrom(contactDetails, row));
  const numbers = [person?.fiscal_code, ...documents.map((row) => row.number)];
  return {
    phones: contacts.filter(({ kind }) => isNumber(kind)).map(({ value }) => value),
    texts: [
      ...contacts.filter(({ kind }) => !isNumber(kind)).map(({ value }) => value),
      ...numbers.filter((number): number is string => Boolean(number)),
    ],
  };
}

/** Writes line and search words of a person again, after a change of any of their rows. */
export async function reindexPerson(tx: Db, id: string, today: string): Promise<void> {
  const details = await getDetails(tx, id, today);
  const { number, closedOn } = await getCaseFile(tx, id);
  await indexPerson(tx, {
    id,
    details,
    findable: await findableOf(tx, id),
    caseNumber: number,
    isOpen: closedOn === undefined,
  });
}
