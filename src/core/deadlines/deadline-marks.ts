import { ProcedureError } from '#api/errors.ts';
import type { MarkDetails } from '#domain/deadlines/deadline-mark.ts';
import { snoozedUntil } from '#domain/deadlines/snooze.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { deadlinesOf } from './list-deadlines.ts';

interface Handle {
  personId?: string | undefined;
  rule: string;
  factKey: string;
}

function markRow({ db }: ReturnType<typeof registerOf>, { personId, rule, factKey }: Handle) {
  return db
    .deleteFrom('deadline_mark')
    .where('rule', '=', rule)
    .where('fact_key', '=', factKey)
    .where('person_id', personId === undefined ? 'is' : '=', personId ?? null);
}

/** Fails with `not_found` when the deadline is no longer there: its fact has changed meanwhile. */
export async function recordMark(
  context: CoreContext,
  { mark, ...handle }: Handle & { mark: MarkDetails },
) {
  const register = registerOf(context);
  const deadlines = await deadlinesOf(context, handle.personId);
  const known = deadlines.find(
    (one) => one.rule.code === handle.rule && one.factKey === handle.factKey,
  );
  if (!known) throw new ProcedureError('not_found');
  const today = context.ports.clock.today();
  const isPossible =
    mark.state === 'snoozed' ? mark.until > today : mark.state !== 'done' || mark.doneOn <= today;
  if (!isPossible) {
    throw new ProcedureError('invalid_input', {
      fields: [mark.state === 'snoozed' ? 'mark.until' : 'mark.doneOn'],
    });
  }
  await register.db.transaction().execute(async (tx) => {
    await markRow({ ...register, db: tx }, handle).execute();
    await tx
      .insertInto('deadline_mark')
      .values({
        id: context.ports.ids.next(),
        person_id: handle.personId ?? null,
        rule: handle.rule,
        fact_key: handle.factKey,
        state: mark.state,
        until_on:
          mark.state === 'snoozed' ? snoozedUntil(mark.until, { due: known.due, today }) : null,
        done_on: mark.state === 'done' ? mark.doneOn : null,
        reason: mark.state === 'snoozed' ? null : mark.reason || null,
        ...changedNow(context),
      })
      .execute();
  });
  announceChange(context, 'deadlines');
  return {};
}

export async function withdrawMark(context: CoreContext, handle: Handle) {
  const { numDeletedRows } = await markRow(registerOf(context), handle).executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new ProcedureError('not_found');
  announceChange(context, 'deadlines');
  return {};
}
