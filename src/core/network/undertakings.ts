import { ProcedureError } from '#api/errors.ts';
import type { Undertaking } from '#api/network.ts';
import type { UndertakingDetails, UndertakingKind } from '#domain/network/undertaking.ts';
import { type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { UndertakingTable } from '../database/tables/network-tables.ts';
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

const detailsOf = (row: UndertakingTable): UndertakingDetails => ({
  kind: row.kind,
  ...told('programmeId', row.programme_id),
  ...told('organisationId', row.organisation_id),
  ...told('pilotId', row.pilot_id),
  ...told('meetingId', row.meeting_id),
  what: row.what,
  owner: row.owner,
  dueOn: row.due_on,
  ...told('doneOn', row.done_on),
  ...told('outcome', row.outcome),
});

/** What is open first, the nearest day before the others; what is done after it, the latest first. */
async function undertakingsOf(
  db: Db,
  { programmeId, kind }: OfProgramme & { kind?: UndertakingKind | undefined },
): Promise<Undertaking[]> {
  const rows = await db
    .selectFrom('undertaking')
    .leftJoin('organisation', 'organisation.id', 'undertaking.organisation_id')
    .leftJoin('pilot', 'pilot.id', 'pilot_id')
    .leftJoin('community_meeting', 'community_meeting.id', 'meeting_id')
    .selectAll('undertaking')
    .select(['organisation.name as organisation_name', 'pilot.name as pilot_name', 'community'])
    .$if(programmeId !== undefined, (query) =>
      query.where('undertaking.programme_id', '=', programmeId ?? ''),
    )
    .$if(kind !== undefined, (query) => query.where('undertaking.kind', '=', kind ?? 'followUp'))
    .orderBy('done_on', (by) => by.desc().nullsFirst())
    .orderBy('due_on')
    .orderBy('undertaking.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ...told('organisationName', row.organisation_name),
    ...told('pilotName', row.pilot_name),
    ...told('community', row.community),
    details: detailsOf(row),
  }));
}

export async function listUndertakings(
  context: CoreContext,
  wanted: OfProgramme & { kind?: UndertakingKind | undefined },
) {
  return { items: await undertakingsOf(registerOf(context).db, wanted) };
}

/** The programme it belongs to: that of its pilot or its meeting, else the one named. Fails with `not_found`. */
async function programmeFor(db: Db, details: UndertakingDetails): Promise<string | null> {
  const { pilotId, meetingId } = details;
  const parent =
    pilotId !== undefined
      ? await db
          .selectFrom('pilot')
          .select('programme_id')
          .where('id', '=', pilotId)
          .executeTakeFirst()
      : meetingId !== undefined
        ? await db
            .selectFrom('community_meeting')
            .select('programme_id')
            .where('id', '=', meetingId)
            .executeTakeFirst()
        : { programme_id: details.programmeId ?? null };
  if (!parent) throw new ProcedureError('not_found');
  return parent.programme_id;
}

/** Fails with `not_found`. */
export async function saveUndertaking(context: CoreContext, wanted: Saved<UndertakingDetails>) {
  const { db } = registerOf(context);
  const { details } = wanted;
  const programmeId = await programmeFor(db, details);
  await checkProgramme(db, programmeId ?? undefined);
  await checkOrganisations(db, [details.organisationId]);
  const id = await idToSave(context, 'undertaking', wanted.id);
  const columns = {
    kind: details.kind,
    programme_id: programmeId,
    organisation_id: details.organisationId ?? null,
    pilot_id: details.pilotId ?? null,
    meeting_id: details.meetingId ?? null,
    what: details.what,
    owner: details.owner,
    due_on: details.dueOn,
    done_on: details.doneOn ?? null,
    outcome: orNull(details.outcome),
    ...changedNow(context),
  };
  await db
    .insertInto('undertaking')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  networkChanged(context);
  return { id };
}

export async function removeUndertaking(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  await idToSave(context, 'undertaking', id);
  const row = await db
    .deleteFrom('undertaking')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  keepForUndo(context, id, (tx) => tx.insertInto('undertaking').values(row).execute());
  networkChanged(context);
  return {};
}
