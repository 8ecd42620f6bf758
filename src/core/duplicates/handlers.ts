import type { VaultContract } from '#api/contract.ts';
import type { duplicatesProcedures } from '#api/duplicates.ts';
import { ProcedureError } from '#api/errors.ts';
import type { Handlers } from '#api/server.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { findSimilarPeople } from './find-similar.ts';
import { listDuplicates, stopDuplicates } from './list-duplicates.ts';
import { createMerge, listMerges, undoMerge } from './merges.ts';

type DuplicatesHandlers = Handlers<
  Pick<VaultContract, keyof typeof duplicatesProcedures>,
  CoreContext
>;

async function dismiss(
  context: CoreContext,
  { personId, otherId }: { personId: string; otherId: string },
): Promise<Record<string, never>> {
  if (personId === otherId) throw new ProcedureError('merge_with_self');
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  await getCaseFile(db, otherId);
  const [person_a = '', person_b = ''] = [personId, otherId].sort();
  await db
    .insertInto('not_same_person')
    .values({ person_a, person_b, ...changedNow(context) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  announceChange(context, 'duplicates');
  return {};
}

export const duplicatesHandlers: DuplicatesHandlers = {
  'people.findSimilar': findSimilarPeople,
  'duplicates.list': listDuplicates,
  'duplicates.stop': stopDuplicates,
  'duplicates.dismiss': dismiss,
  'merges.list': listMerges,
  'merges.create': createMerge,
  'merges.undo': undoMerge,
};
