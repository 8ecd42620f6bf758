/** What the parts of the network have in common: they are saved, taken away and brought back alike. */
import { ProcedureError } from '#api/errors.ts';
import { announceChange, type CoreContext, type Db, registerOf } from '../context.ts';
import { getProgramme } from '../programmes/programmes.ts';
import { undoRemoval } from '../undo-removal.ts';

export interface Saved<D> {
  id?: string | undefined;
  details: D;
}

export interface OfProgramme {
  programmeId?: string | undefined;
}

/** Nobody keeps more of one kind; a script that went wrong might. */
const MOST_ROWS = 5000;

type Counted = 'agreement' | 'benchmark' | 'community_meeting' | 'pilot' | 'undertaking';

/** The id to write under. Fails with `not_found` for one that is not there, `ledger_full` beyond what anybody keeps. */
export async function idToSave(
  context: CoreContext,
  table: Counted,
  id: string | undefined,
): Promise<string> {
  const { db } = registerOf(context);
  if (id === undefined) {
    const { count } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count >= MOST_ROWS) throw new ProcedureError('ledger_full');
    return context.ports.ids.next();
  }
  const row = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return id;
}

/** Fails with `not_found`. */
export async function checkProgramme(db: Db, id: string | undefined): Promise<void> {
  if (id !== undefined) await getProgramme(db, id);
}

/** Fails with `not_found` unless all of them stand in the directory. */
export async function checkOrganisations(
  db: Db,
  ids: readonly (string | undefined)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  if (wanted.length === 0) return;
  const known = await db
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', wanted)
    .execute();
  if (known.length !== wanted.length) throw new ProcedureError('not_found');
}

export const orNull = (text: string | undefined) => text || null;

export const told = <K extends string>(key: K, value: string | null) =>
  (value === null ? {} : { [key]: value }) as { [P in K]?: string };

export function networkChanged(context: CoreContext): void {
  announceChange(context, 'network');
  announceChange(context, 'organisations');
}

export async function restoreNetwork(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  networkChanged(context);
  return {};
}
