import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { peopleProcedures } from '#api/people.ts';
import type { Handlers } from '#api/server.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { listAsAsked } from '../lists/list-as-asked.ts';
import { checkCodes } from '../resources/check-codes.ts';
import { indexPerson } from './findable-people.ts';
import { checkFiscalCode } from './fiscal-codes.ts';
import { rowsOfPerson } from './person-rows.ts';
import { writePresent } from './present-rows.ts';
import { getCaseFile, getPerson } from './queries.ts';
import { checkPastDates, writeLists, writeNewPerson } from './register-person.ts';

type PeopleHandlers = Handlers<Pick<VaultContract, keyof typeof peopleProcedures>, CoreContext>;

async function createPerson(context: CoreContext, details: PersonDetails) {
  const { db, recoveryConfirmed } = registerOf(context);
  // Without a second way in, a forgotten passphrase would lose real people's files.
  if (!recoveryConfirmed) throw new ProcedureError('recovery_not_confirmed');
  checkCodes(context.resources, details);
  checkPastDates(details, context.ports.clock.today());
  const made = await db.transaction().execute((tx) => writeNewPerson(tx, context, details));
  announceChange(context, 'people');
  return made;
}

async function updatePerson(
  context: CoreContext,
  { id, revision, details }: { id: string; revision: number; details: PersonDetails },
) {
  checkCodes(context.resources, details);
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  checkPastDates(details, today);
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
  'people.list': listAsAsked,
  'people.get': (context, { id }) =>
    getPerson(registerOf(context).db, id, context.ports.clock.today()),
  'people.create': createPerson,
  'people.update': updatePerson,
  'fiscalCodes.check': checkFiscalCode,
};
