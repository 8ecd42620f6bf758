import { ProcedureError } from '#api/errors.ts';
import type { Pilot } from '#api/network.ts';
import type { PilotDetails } from '#domain/network/pilot.ts';
import { sumByState } from '#domain/programmes/ledger.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { PilotTable } from '../database/tables/network-tables.ts';
import { keepForUndo } from '../undo-removal.ts';
import {
  checkOrganisations,
  checkProgramme,
  idToSave,
  networkChanged,
  type OfProgramme,
  orNull,
  type Saved,
  told,
} from './rows.ts';

const detailsOf = (row: PilotTable, associationIds: string[]): PilotDetails => ({
  programmeId: row.programme_id,
  name: row.name,
  ...told('organisationId', row.organisation_id),
  grantCents: row.grant_cents,
  ...told('from', row.from_on),
  ...told('to', row.to_on),
  associationIds,
  ...told('about', row.about),
});

/** Each with what the ledger of its programme says was spent on it. */
export async function listPilots(
  context: CoreContext,
  { programmeId }: OfProgramme,
): Promise<{ items: Pilot[] }> {
  const { db } = registerOf(context);
  const rows = await db
    .selectFrom('pilot')
    .innerJoin('programme', 'programme.id', 'programme_id')
    .leftJoin('organisation', 'organisation.id', 'organisation_id')
    .selectAll('pilot')
    .select(['programme.name as programme_name', 'organisation.name as organisation_name'])
    .$if(programmeId !== undefined, (query) => query.where('programme_id', '=', programmeId ?? ''))
    .orderBy('pilot.name')
    .orderBy('pilot.id')
    .execute();
  const associations = await db
    .selectFrom('pilot_association')
    .selectAll()
    .orderBy('organisation_id')
    .execute();
  const entries = await db
    .selectFrom('ledger_entry')
    .select(['pilot_id', 'state', 'cents'])
    .where('pilot_id', 'is not', null)
    .execute();
  const items = rows.map((row) => {
    const own = associations.filter(({ pilot_id }) => pilot_id === row.id);
    const sums = sumByState(entries.filter(({ pilot_id }) => pilot_id === row.id));
    const spentCents = sums.planned + sums.committed + sums.paid;
    return {
      id: row.id,
      programmeName: row.programme_name,
      ...told('organisationName', row.organisation_name),
      details: detailsOf(
        row,
        own.map((one) => one.organisation_id),
      ),
      spentCents,
      paidCents: sums.paid,
      ...(spentCents > row.grant_cents ? { overGrantCents: spentCents - row.grant_cents } : {}),
    };
  });
  return { items };
}

async function writeAssociations(tx: Db, id: string, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('pilot_association').where('pilot_id', '=', id).execute();
  for (const organisation_id of new Set(ids)) {
    await tx.insertInto('pilot_association').values({ pilot_id: id, organisation_id }).execute();
  }
}

/** Fails with `not_found`; `pilot_in_use` when its money stands in the ledger of another programme. */
export async function savePilot(context: CoreContext, wanted: Saved<PilotDetails>) {
  const { db } = registerOf(context);
  const { details } = wanted;
  await checkProgramme(db, details.programmeId);
  await checkOrganisations(db, [details.organisationId, ...details.associationIds]);
  const id = await idToSave(context, 'pilot', wanted.id);
  const elsewhere = await db
    .selectFrom('ledger_entry')
    .select('id')
    .where('pilot_id', '=', id)
    .where('programme_id', '!=', details.programmeId)
    .executeTakeFirst();
  if (elsewhere) throw new ProcedureError('pilot_in_use');
  const columns = {
    programme_id: details.programmeId,
    organisation_id: details.organisationId ?? null,
    name: details.name,
    grant_cents: details.grantCents,
    from_on: details.from ?? null,
    to_on: details.to ?? null,
    about: orNull(details.about),
    ...changedNow(context),
  };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('pilot')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
    await writeAssociations(tx, id, details.associationIds);
    await tx
      .updateTable('undertaking')
      .set({ programme_id: details.programmeId })
      .where('pilot_id', '=', id)
      .execute();
  });
  networkChanged(context);
  return { id };
}

/** With its milestones. Fails with `not_found`, and `pilot_in_use` while money stands under it. */
export async function removePilot(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  await idToSave(context, 'pilot', id);
  const spent = await db
    .selectFrom('ledger_entry')
    .select('id')
    .where('pilot_id', '=', id)
    .executeTakeFirst();
  if (spent) throw new ProcedureError('pilot_in_use');
  const milestones = await db
    .selectFrom('undertaking')
    .selectAll()
    .where('pilot_id', '=', id)
    .execute();
  const associations = await db
    .selectFrom('pilot_association')
    .selectAll()
    .where('pilot_id', '=', id)
    .execute();
  const row = await db
    .deleteFrom('pilot')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  keepForUndo(context, id, async (tx) => {
    await tx.insertInto('pilot').values(row).execute();
    if (milestones.length > 0) await tx.insertInto('undertaking').values(milestones).execute();
    if (associations.length > 0) {
      await tx.insertInto('pilot_association').values(associations).execute();
    }
  });
  networkChanged(context);
  announceChange(context, 'ledgers');
  return {};
}
