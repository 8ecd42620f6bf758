import { ProcedureError } from '#api/errors.ts';
import type { OfferedAreas } from '#api/report-plans.ts';
import { type Areas, areas } from '#domain/reports/area-map.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';

const ONLY = 'areas';

const found = (db: Db) =>
  db.selectFrom('area_map').selectAll().where('id', '=', ONLY).executeTakeFirst();

/** No areas where nobody has drawn them. */
export async function getAreas(db: Db): Promise<OfferedAreas> {
  const row = await found(db);
  if (!row) return { areas: [] };
  const drawn = areas.parse(JSON.parse(row.areas));
  return { areas: drawn, ...(row.frozen_on ? { frozenOn: row.frozen_on } : {}) };
}

/** Fails with `map_in_use` once a report was sent with them. */
export async function saveAreas(
  context: CoreContext,
  { areas: drawn }: { areas: Areas },
): Promise<Record<string, never>> {
  const { db } = registerOf(context);
  if ((await found(db))?.frozen_on) throw new ProcedureError('map_in_use');
  const columns = { areas: JSON.stringify(drawn), ...changedNow(context) };
  await db
    .insertInto('area_map')
    .values({ id: ONLY, frozen_on: null, ...columns })
    .onConflict((conflict) => conflict.doUpdateSet(columns))
    .execute();
  announceChange(context, 'reports');
  return {};
}

/** From now on they stand still. */
export async function freezeAreas(tx: Db, today: string): Promise<void> {
  await tx
    .updateTable('area_map')
    .set({ frozen_on: today })
    .where('id', '=', ONLY)
    .where('frozen_on', 'is', null)
    .execute();
}
