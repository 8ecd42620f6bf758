/*
 * Lists under a name. A view holds conditions and never people, so that it is right on every day; one that
 * asks for a specific need of the restricted tier is not even listed for those who may not see the code,
 * because a shared name such as "survivors" with a number beside it tells already.
 */

import { ProcedureError } from '#api/errors.ts';
import type { OwnView } from '#api/lists.ts';
import type { Condition } from '#domain/lists/condition.ts';
import { unknownCodes } from '#domain/lists/known-codes.ts';
import { type ListLook, listLook, type SavedView, savedView } from '#domain/lists/saved-view.ts';
import { visibleNeedCodes } from '../assessments/need-tiers.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';

function mayAsk(context: CoreContext, conditions: readonly Condition[]): boolean {
  const visible = visibleNeedCodes(context);
  return conditions.every(
    (one) => one.field !== 'specificNeed' || one.values.every((code) => visible.includes(code)),
  );
}

async function viewRows(context: CoreContext) {
  const { db, user } = registerOf(context);
  return db
    .selectFrom('saved_view')
    .leftJoin('user', 'user.id', 'saved_view.owner_id')
    .selectAll('saved_view')
    .select('user.name as owner_name')
    .where((eb) => eb.or([eb('owner_id', '=', user.id), eb('is_shared', '=', 1)]))
    .orderBy('saved_view.id')
    .execute();
}

type ViewRow = Awaited<ReturnType<typeof viewRows>>[number];

function mayChange(context: CoreContext, row: Pick<ViewRow, 'owner_id' | 'is_shared'>): boolean {
  const { user } = registerOf(context);
  return user.role === 'coordinator' || (row.owner_id === user.id && row.is_shared === 0);
}

/** Kept by a newer or an older program, a view may name a field that this one does not know: then it rests. */
function viewOf(context: CoreContext, row: ViewRow): OwnView[] {
  const view = savedView.safeParse({ ...JSON.parse(row.content), name: row.name });
  if (!view.success || !mayAsk(context, view.data.conditions)) return [];
  return [
    {
      ...view.data,
      id: row.id,
      isShared: row.is_shared === 1,
      isOwn: row.owner_id === registerOf(context).user.id,
      ownerName: row.owner_name ?? '',
      mayChange: mayChange(context, row),
    },
  ];
}

export async function listViews(context: CoreContext) {
  const collator = new Intl.Collator('it');
  const items = (await viewRows(context)).flatMap((row) => viewOf(context, row));
  return {
    shipped: [...context.resources.views],
    items: items.sort((a, b) => collator.compare(a.name, b.name)),
  };
}

/** Fails with `not_found`, also for one that is somebody else's own; with `role_missing` for a shared one. */
async function changeableRow(context: CoreContext, id: string): Promise<ViewRow> {
  const row = (await viewRows(context)).find((one) => one.id === id);
  if (!row) throw new ProcedureError('not_found');
  if (!mayChange(context, row)) throw new ProcedureError('role_missing');
  return row;
}

export async function saveView(
  context: CoreContext,
  { id, view, isShared }: { id?: string | undefined; view: SavedView; isShared: boolean },
) {
  const { db, user } = registerOf(context);
  const { name, ...content } = view;
  if (isShared && user.role !== 'coordinator') throw new ProcedureError('role_missing');
  if (!mayAsk(context, view.conditions)) throw new ProcedureError('role_missing');
  const [unknown] = unknownCodes(view.conditions, context.resources.vocabularies);
  if (unknown !== undefined) throw new ProcedureError('unknown_code', { field: 'conditions' });
  const told = {
    name,
    is_shared: Number(isShared),
    content: JSON.stringify(content),
    ...changedNow(context),
  };
  const viewId = id ?? context.ports.ids.next();
  if (id === undefined) {
    await db
      .insertInto('saved_view')
      .values({ id: viewId, owner_id: user.id, ...told })
      .execute();
  } else {
    await changeableRow(context, id);
    await db.updateTable('saved_view').set(told).where('id', '=', id).execute();
  }
  announceChange(context, 'views');
  return { id: viewId };
}

export async function removeView(context: CoreContext, { id }: { id: string }) {
  const { owner_name: _, ...row } = await changeableRow(context, id);
  await registerOf(context).db.deleteFrom('saved_view').where('id', '=', id).execute();
  keepForUndo(context, id, async (tx) => {
    await tx.insertInto('saved_view').values(row).execute();
  });
  announceChange(context, 'views');
  return {};
}

export async function restoreView(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  announceChange(context, 'views');
  return {};
}

export async function getLook(context: CoreContext): Promise<{ look: ListLook | null }> {
  const { db, user } = registerOf(context);
  const row = await db
    .selectFrom('list_look')
    .select('content')
    .where('user_id', '=', user.id)
    .executeTakeFirst();
  const look = row && listLook.safeParse(JSON.parse(row.content));
  return { look: look?.success ? look.data : null };
}

// Nothing is announced: it changes nothing that another page shows.
export async function saveLook(context: CoreContext, look: ListLook) {
  const { db, user } = registerOf(context);
  const told = {
    content: JSON.stringify(look),
    changed_at: context.ports.clock.now().toISOString(),
  };
  await db
    .insertInto('list_look')
    .values({ user_id: user.id, ...told })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(told))
    .execute();
  return {};
}
