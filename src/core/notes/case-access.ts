import { ProcedureError } from '#api/errors.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { getUser } from '../users/user-slots.ts';
import { caseKeyOf, renewCaseKeyOf, sealCaseKeyFor } from '../vault/restricted.ts';
import { hasNotes } from './notes.ts';

async function usersOfDesk(context: CoreContext) {
  return registerOf(context)
    .db.selectFrom('user')
    .select(['id', 'name', 'role'])
    .where('removed_at', 'is', null)
    .where('role', '<>', 'reporter')
    .orderBy('name')
    .execute();
}

export async function listCaseAccess(context: CoreContext, { personId }: { personId: string }) {
  const { db, user } = registerOf(context);
  await getCaseFile(db, personId);
  const row = await db
    .selectFrom('protected_case')
    .select('is_restricted')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const rows = await db
    .selectFrom('case_access')
    .select('user_id')
    .where('person_id', '=', personId)
    .execute();
  const named = new Set(rows.map((one) => one.user_id));
  const isCoordinator = user.role === 'coordinator';
  const mayRead = isCoordinator || named.has(user.id);
  const desk = await usersOfDesk(context);
  const others = desk.filter((one) => one.role !== 'coordinator');
  return {
    isRestricted: row?.is_restricted === 1,
    hasNotes: await hasNotes(db, personId),
    mayRead,
    coordinators: desk.filter((one) => one.role === 'coordinator').map((one) => one.name),
    named: mayRead ? others.filter((one) => named.has(one.id)) : [],
    others: isCoordinator ? others.filter((one) => !named.has(one.id)) : [],
  };
}

interface Named {
  personId: string;
  userId: string;
}

export async function grantCaseAccess(context: CoreContext, { personId, userId }: Named) {
  const register = registerOf(context);
  await getCaseFile(register.db, personId);
  const user = await getUser(register, userId);
  // Reporters see no people, and coordinators read every case already.
  if (user.role === 'reporter' || user.role === 'coordinator')
    throw new ProcedureError('not_found');
  const caseKey = await caseKeyOf(context, personId);
  const sealed = sealCaseKeyFor(context, { personId, userId, slotId: user.slot_id }, caseKey);
  await register.db
    .insertInto('case_access')
    .values({ person_id: personId, user_id: userId, ...sealed })
    .onConflict((conflict) => conflict.columns(['person_id', 'user_id']).doUpdateSet(sealed))
    .execute();
  announceChange(context, 'notes');
  return {};
}

export async function revokeCaseAccess(context: CoreContext, { personId, userId }: Named) {
  await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('case_access')
        .where('person_id', '=', personId)
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0n) await renewCaseKeyOf(context, tx, personId);
    });
  announceChange(context, 'notes');
  return {};
}

export async function saveCaseAccess(
  context: CoreContext,
  { personId, isRestricted }: { personId: string; isRestricted: boolean },
) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  // The case gets its key now, so that people can be named on it before there is any note.
  await caseKeyOf(context, personId);
  await db
    .updateTable('protected_case')
    .set({ is_restricted: isRestricted ? 1 : 0, ...changedNow(context) })
    .where('person_id', '=', personId)
    .execute();
  announceChange(context, 'people');
  return {};
}
