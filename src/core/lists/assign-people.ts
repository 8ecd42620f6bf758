/*
 * One step for many files: who follows them from now on. Each file keeps its own step with its reason, as if it
 * had been handed over alone, because the history is asked for file by file; and all of it happens or none,
 * because half a handover is two colleagues who each think it is the other one's.
 */
import { ProcedureError } from '#api/errors.ts';
import type { Picked } from '#api/lists.ts';
import type { PersonLine } from '#api/people.ts';
import { keepStep, requireWorker } from '../casework/case-file-steps.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';
import { pickedPeople } from './picked-people.ts';

interface Assignment {
  picked: Picked;
  workerId: string | null;
  reason: string;
}

interface Done {
  personId: string;
  eventId: string;
  former: string | null;
}

async function assignOne(
  context: CoreContext,
  tx: Db,
  { person, workerId, reason }: { person: PersonLine; workerId: string | null; reason: string },
): Promise<Done> {
  const former = person.assignedTo?.id;
  await tx
    .updateTable('case_file')
    .set({ worker_id: workerId, ...changedNow(context) })
    .where('person_id', '=', person.id)
    .execute();
  const eventId = await keepStep(context, tx, person.id, {
    kind: former === undefined || workerId === null ? 'assigned' : 'transferred',
    happenedOn: context.ports.clock.today(),
    workerId,
    fromWorkerId: former,
    reason,
  });
  return { personId: person.id, eventId, former: former ?? null };
}

/** Puts back what is still as it was left; a file that went on since keeps its new worker. */
function takeBack(context: CoreContext, done: readonly Done[], workerId: string | null) {
  return async (tx: Db) => {
    let changed = 0;
    for (const { personId, eventId, former } of done) {
      const newest = await tx
        .selectFrom('case_event')
        .select('id')
        .where('person_id', '=', personId)
        .where('kind', 'in', ['assigned', 'transferred'])
        .orderBy('id', 'desc')
        .executeTakeFirst();
      if (newest?.id !== eventId) continue;
      await tx
        .updateTable('case_file')
        .set({ worker_id: former, ...changedNow(context) })
        .where('person_id', '=', personId)
        .where('worker_id', 'is', workerId)
        .execute();
      await tx.deleteFrom('case_event').where('id', '=', eventId).execute();
      changed += 1;
    }
    return changed;
  };
}

export async function assignPeople(context: CoreContext, { picked, workerId, reason }: Assignment) {
  if (workerId !== null) await requireWorker(context, workerId);
  const people = await pickedPeople(context, picked);
  const moving = people.filter(({ assignedTo }) => (assignedTo?.id ?? null) !== workerId);
  const handsOver = workerId !== null && moving.some(({ assignedTo }) => assignedTo !== undefined);
  if (handsOver && reason === '') throw new ProcedureError('invalid_input', { fields: ['reason'] });
  const done = await registerOf(context)
    .db.transaction()
    .execute(async (tx) => {
      const all: Done[] = [];
      for (const person of moving) {
        all.push(await assignOne(context, tx, { person, workerId, reason }));
      }
      return all;
    });
  const id = context.ports.ids.next();
  keepForUndo(context, id, takeBack(context, done, workerId));
  announceChange(context, 'people');
  return { id, changed: done.length, unchanged: people.length - done.length };
}

export async function undoAssignment(context: CoreContext, { id }: { id: string }) {
  const changed = Number(await undoRemoval(context, id));
  announceChange(context, 'people');
  return { changed };
}
