import { ProcedureError } from '#api/errors.ts';
import type { NationalityMap } from '#api/report-plans.ts';
import {
  type NationalityMapDetails,
  nationalityMapDetails,
} from '#domain/reports/nationality-map.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';

const rows = (db: Db) => db.selectFrom('nationality_map').selectAll();

function mapOf(row: { id: string; name: string; groups: string; frozen_on: string | null }) {
  const details = nationalityMapDetails.parse({ name: row.name, groups: JSON.parse(row.groups) });
  return { id: row.id, ...details, ...(row.frozen_on ? { frozenOn: row.frozen_on } : {}) };
}

export async function listNationalityMaps(context: CoreContext): Promise<NationalityMap[]> {
  return (await rows(registerOf(context).db).orderBy('name').execute()).map(mapOf);
}

export async function findNationalityMap(db: Db, id: string): Promise<NationalityMap | undefined> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  return row && mapOf(row);
}

/** Fails with `not_found`, `map_in_use` for one that a report has used, `unknown_code`. */
export async function saveNationalityMap(
  context: CoreContext,
  { id, details }: { id?: string | undefined; details: NationalityMapDetails },
): Promise<{ id: string }> {
  const { db } = registerOf(context);
  const known = new Set(context.resources.vocabularies.countries.items.map(({ alpha3 }) => alpha3));
  if (details.groups.some(({ countries }) => countries.some((code) => !known.has(code)))) {
    throw new ProcedureError('unknown_code');
  }
  const before = id ? await findNationalityMap(db, id) : undefined;
  if (id && !before) throw new ProcedureError('not_found');
  if (before?.frozenOn) throw new ProcedureError('map_in_use');
  const columns = {
    name: details.name,
    groups: JSON.stringify(details.groups),
    ...changedNow(context),
  };
  const saved = id ?? context.ports.ids.next();
  if (id) await db.updateTable('nationality_map').set(columns).where('id', '=', id).execute();
  else {
    await db
      .insertInto('nationality_map')
      .values({ id: saved, frozen_on: null, ...columns })
      .execute();
  }
  announceChange(context, 'reports');
  return { id: saved };
}

/** From now on it stands still. */
export async function freezeNationalityMap(tx: Db, id: string, today: string): Promise<void> {
  await tx
    .updateTable('nationality_map')
    .set({ frozen_on: today })
    .where('id', '=', id)
    .where('frozen_on', 'is', null)
    .execute();
}
