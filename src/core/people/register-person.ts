import { ProcedureError } from '#api/errors.ts';
import { associationDetails } from '#domain/casework/association.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { rangeOf } from '#domain/dates/partial-date.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { type CoreContext, changedNow, type Db } from '../context.ts';
import { indexPerson } from './findable-people.ts';
import { type PersonRows, rowsOfPerson } from './person-rows.ts';
import { writePresent } from './present-rows.ts';

const CASE_CHARACTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

async function newCaseNumber(
  tx: Db,
  year: string,
  random: (below: number) => number,
): Promise<string> {
  const register = await tx.selectFrom('register').select('association').executeTakeFirstOrThrow();
  const { casePrefix } = associationDetails.parse(JSON.parse(register.association));
  for (;;) {
    const suffix = Array.from({ length: 5 }, () => CASE_CHARACTERS[random(32)]).join('');
    const number = `${casePrefix}-${year}-${suffix}`;
    const taken = await tx
      .selectFrom('case_file')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirst();
    if (!taken) return number;
  }
}

export async function writeLists(tx: Db, id: string, rows: PersonRows): Promise<void> {
  await tx.deleteFrom('person_name').where('person_id', '=', id).execute();
  await tx.deleteFrom('person_nationality').where('person_id', '=', id).execute();
  await tx.deleteFrom('person_language').where('person_id', '=', id).execute();
  await addLists(tx, rows);
}

async function addLists(tx: Db, rows: PersonRows): Promise<void> {
  await tx.insertInto('person_name').values(rows.names).execute();
  if (rows.nationalities.length > 0) {
    await tx.insertInto('person_nationality').values(rows.nationalities).execute();
  }
  if (rows.languages.length > 0) {
    await tx.insertInto('person_language').values(rows.languages).execute();
  }
}

/** Fails with `date_in_future` for somebody not yet born, or who has not come yet. */
export function checkPastDates(details: PersonDetails, today: CalendarDate): void {
  for (const field of ['birth', 'enteredItaly', 'firstEntry'] as const) {
    const date = details[field];
    if (date && rangeOf(date).earliest > today) {
      throw new ProcedureError('date_in_future', { field });
    }
  }
}

interface Made {
  id: string;
  caseFileId: string;
  caseNumber: string;
}

/** Writes somebody new and opens their case file. What is written was checked before. */
export async function writeNewPerson(
  tx: Db,
  context: CoreContext,
  details: PersonDetails,
): Promise<Made> {
  const made = await writeUnindexed(tx, context, details);
  await indexPerson(tx, made.id);
  return made;
}

/** The same for one of many: the caller indexes them together, in the same transaction. */
export async function writeUnindexed(
  tx: Db,
  context: CoreContext,
  details: PersonDetails,
): Promise<Made> {
  const { ids, clock, random } = context.ports;
  const id = ids.next();
  const caseFileId = ids.next();
  const today = clock.today();
  const changed = changedNow(context);
  const rows = rowsOfPerson(id, details);
  const caseNumber = await newCaseNumber(tx, today.slice(0, 4), random);
  await tx
    .insertInto('person')
    .values({ id, revision: 1, ...rows.person, ...changed })
    .execute();
  await addLists(tx, rows);
  await writePresent(tx, { personId: id, details, today, newId: () => ids.next(), changed });
  await tx
    .insertInto('case_file')
    .values({ id: caseFileId, person_id: id, number: caseNumber, opened_on: today, ...changed })
    .execute();
  return { id, caseFileId, caseNumber };
}
