import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { peopleProcedures } from '#api/people.ts';
import type { Handlers } from '#api/server.ts';
import { associationDetails } from '#domain/casework/association.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { rangeOf } from '#domain/dates/partial-date.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { checkCodes } from '../resources/check-codes.ts';
import { indexPerson } from './findable-people.ts';
import { checkFiscalCode } from './fiscal-codes.ts';
import { type PersonRows, rowsOfPerson } from './person-rows.ts';
import { writePresent } from './present-rows.ts';
import { getCaseFile, getPerson, listPeople } from './queries.ts';

type PeopleHandlers = Handlers<Pick<VaultContract, keyof typeof peopleProcedures>, CoreContext>;

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

async function writeLists(tx: Db, id: string, rows: PersonRows): Promise<void> {
  await tx.deleteFrom('person_name').where('person_id', '=', id).execute();
  await tx.deleteFrom('person_nationality').where('person_id', '=', id).execute();
  await tx.deleteFrom('person_language').where('person_id', '=', id).execute();
  await tx.insertInto('person_name').values(rows.names).execute();
  if (rows.nationalities.length > 0) {
    await tx.insertInto('person_nationality').values(rows.nationalities).execute();
  }
  if (rows.languages.length > 0) {
    await tx.insertInto('person_language').values(rows.languages).execute();
  }
}

function checkBirth({ birth }: PersonDetails, today: CalendarDate): void {
  if (birth && rangeOf(birth).earliest > today) {
    throw new ProcedureError('date_in_future', { field: 'birth' });
  }
}

async function createPerson(context: CoreContext, details: PersonDetails) {
  const { db, recoveryConfirmed } = registerOf(context);
  // Without a second way in, a forgotten passphrase would lose real people's files.
  if (!recoveryConfirmed) throw new ProcedureError('recovery_not_confirmed');
  checkCodes(context.resources, details);
  const { ids, clock } = context.ports;
  const id = ids.next();
  const caseFileId = ids.next();
  const today = clock.today();
  checkBirth(details, today);
  const changed = changedNow(context);
  const rows = rowsOfPerson(id, details);
  const caseNumber = await db.transaction().execute(async (tx) => {
    const number = await newCaseNumber(tx, today.slice(0, 4), context.ports.random);
    await tx
      .insertInto('person')
      .values({ id, revision: 1, ...rows.person, ...changed })
      .execute();
    await writeLists(tx, id, rows);
    await writePresent(tx, { personId: id, details, today, newId: () => ids.next(), changed });
    await tx
      .insertInto('case_file')
      .values({ id: caseFileId, person_id: id, number, opened_on: today, ...changed })
      .execute();
    await indexPerson(tx, id);
    return number;
  });
  announceChange(context, 'people');
  return { id, caseFileId, caseNumber };
}

async function updatePerson(
  context: CoreContext,
  { id, revision, details }: { id: string; revision: number; details: PersonDetails },
) {
  checkCodes(context.resources, details);
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  checkBirth(details, today);
  const rows = rowsOfPerson(id, details);
  const changed = changedNow(context);
  await db.transaction().execute(async (tx) => {
    await getCaseFile(tx, id);
    const { numUpdatedRows } = await tx
      .updateTable('person')
      .set({ ...rows.person, revision: revision + 1, ...changed })
      .where('id', '=', id)
      .where('revision', '=', revision)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new ProcedureError('changed_meanwhile');
    await writeLists(tx, id, rows);
    await writePresent(tx, {
      personId: id,
      details,
      today,
      newId: () => context.ports.ids.next(),
      changed,
    });
    await indexPerson(tx, id);
  });
  announceChange(context, 'people');
  return { revision: revision + 1 };
}

export const peopleHandlers: PeopleHandlers = {
  'people.list': (context, wanted) => listPeople(registerOf(context).db, wanted),
  'people.get': (context, { id }) =>
    getPerson(registerOf(context).db, id, context.ports.clock.today()),
  'people.create': createPerson,
  'people.update': updatePerson,
  'fiscalCodes.check': checkFiscalCode,
};
