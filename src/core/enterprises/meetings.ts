import type { MeetingShown } from '#api/enterprises.ts';
import { ProcedureError } from '#api/errors.ts';
import type { MeetingDetails } from '#domain/enterprise/enterprise.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { MentorMeetingTable } from '../database/tables/enterprise-tables.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';
import { dossierHolder } from './dossier-holder.ts';

const MOST_MEETINGS = 200;

const meetingFrom = (row: MentorMeetingTable): MeetingDetails => ({
  heldOn: row.held_on,
  with: row.met,
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.minutes === null ? {} : { minutes: row.minutes }),
  about: row.about,
  ...(row.next === null ? {} : { next: row.next }),
});

/** The latest first. */
export async function meetingsOf(db: Db, enrolmentId: string): Promise<MeetingShown[]> {
  const rows = await db
    .selectFrom('mentor_meeting')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ id: row.id, details: meetingFrom(row) }));
}

/** Fails with `not_found`, `no_enterprise_programme`, `date_in_future`, `ledger_full`. */
export async function saveMeeting(
  context: CoreContext,
  wanted: { enrolmentId: string; id?: string | undefined; details: MeetingDetails },
) {
  const { db } = registerOf(context);
  const { enrolmentId, details } = wanted;
  await dossierHolder(context, enrolmentId);
  if (details.heldOn > context.ports.clock.today()) throw new ProcedureError('date_in_future');
  const present = await meetingsOf(db, enrolmentId);
  if (wanted.id !== undefined && !present.some(({ id }) => id === wanted.id)) {
    throw new ProcedureError('not_found');
  }
  if (wanted.id === undefined && present.length >= MOST_MEETINGS) {
    throw new ProcedureError('ledger_full');
  }
  const id = wanted.id ?? context.ports.ids.next();
  const columns = {
    held_on: details.heldOn,
    met: details.with,
    name: details.name ?? null,
    minutes: details.minutes ?? null,
    about: details.about,
    next: details.next || null,
    ...changedNow(context),
  };
  await db
    .insertInto('mentor_meeting')
    .values({ id, enrolment_id: enrolmentId, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  announceChange(context, 'enterprises');
  return { id };
}

export async function removeMeeting(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await db
    .deleteFrom('mentor_meeting')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  keepForUndo(context, id, (tx) => tx.insertInto('mentor_meeting').values(row).execute());
  announceChange(context, 'enterprises');
  return {};
}

export async function restoreMeeting(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  announceChange(context, 'enterprises');
  return {};
}
