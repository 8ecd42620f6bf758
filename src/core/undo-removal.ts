/*
 * What was removed by mistake comes back with one click, as long as the register stays open. It is kept in
 * memory and nowhere else: a removed note must not lie on in the file, and locking ends this memory too.
 */
import { ProcedureError } from '#api/errors.ts';
import { type CoreContext, type Db, registerOf } from './context.ts';

type Restore = (tx: Db) => Promise<unknown>;

const MOST_KEPT = 30;
const kept = new WeakMap<Db, Map<string, Restore>>();

export function keepForUndo(context: CoreContext, id: string, restore: Restore): void {
  const { db } = registerOf(context);
  const removals = kept.get(db) ?? new Map<string, Restore>();
  kept.set(db, removals.set(id, restore));
  const [oldest] = removals.keys();
  if (removals.size > MOST_KEPT && oldest !== undefined) removals.delete(oldest);
}

/** What the restoring told. Fails with `not_found` when it was not removed since the register was opened, or long ago. */
export async function undoRemoval(context: CoreContext, id: string): Promise<unknown> {
  const { db } = registerOf(context);
  const restore = kept.get(db)?.get(id);
  if (!restore) throw new ProcedureError('not_found');
  const told = await db.transaction().execute(restore);
  kept.get(db)?.delete(id);
  return told;
}

/** After an erasure: what was removed earlier must not come back with one click. */
export function forgetRemovals(db: Db): void {
  kept.delete(db);
}
