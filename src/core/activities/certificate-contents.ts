/*
 * What a certificate says of somebody who came to an activity: the sessions they were present at, and for whom
 * they work where that is known. Only what somebody noted at the door.
 */
import { ProcedureError } from '#api/errors.ts';
import type { SessionDetails } from '#domain/services/session.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { activityRow } from './activities.ts';
import { participantRow } from './participants.ts';

export const certifiedColumns = ['title', 'held_on', 'minutes', 'place'] as const;

type Certified = Pick<SessionDetails, 'title' | 'heldOn' | 'minutes' | 'place'>;

/** Fails with `nothing_to_certify` where somebody was at none. */
export function certified(
  rows: readonly {
    title: string;
    held_on: string;
    minutes: number | null;
    place: string | null;
  }[],
): Certified[] {
  if (rows.length === 0) throw new ProcedureError('nothing_to_certify');
  return rows.map(({ title, held_on, minutes, place }) => ({
    title,
    heldOn: held_on,
    ...(minutes === null ? {} : { minutes }),
    ...(place === null ? {} : { place }),
  }));
}

/** Fails with `not_found`, `nothing_to_certify`. */
export async function certificateContents(context: CoreContext, participantId: string) {
  const { db } = registerOf(context);
  const row = await participantRow(db, participantId);
  const held = db
    .selectFrom('session')
    .select(certifiedColumns)
    .where('session.activity_id', '=', row.activity_id)
    .where((eb) =>
      eb.exists(
        row.person_id === null
          ? eb
              .selectFrom('session_guest')
              .select('attendance')
              .whereRef('session_id', '=', 'session.id')
              .where('participant_id', '=', participantId)
              .where('attendance', '=', 'present')
          : eb
              .selectFrom('session_participant')
              .select('attendance')
              .whereRef('session_id', '=', 'session.id')
              .where('person_id', '=', row.person_id)
              .where('attendance', '=', 'present'),
      ),
    )
    .orderBy('held_on')
    .orderBy('start');
  const { title: activity } = await activityRow(db, row.activity_id);
  const sessions = certified(await held.execute()).map((one) => ({
    ...one,
    title: one.title === activity ? activity : `${activity} – ${one.title}`,
  }));
  const organisation = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', row.organisation_id ?? '')
    .executeTakeFirst();
  const of = [row.office, organisation?.name].filter(Boolean).join(', ');
  return {
    personId: row.person_id ?? undefined,
    name: of ? `${row.name ?? ''} (${of})` : (row.name ?? ''),
    sessions,
  };
}
