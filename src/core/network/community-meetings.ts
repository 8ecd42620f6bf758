import type { CommunityMeeting } from '#api/network.ts';
import {
  type Attendees,
  attendeeAges,
  attendeeSexes,
  type MeetingDetails,
} from '#domain/network/community-meeting.ts';
import { type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { checkCode, checkCommunity } from '../resources/check-codes.ts';
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

function ofMeetings<R extends { meeting_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const parts = new Map<string, R[]>();
  for (const row of rows) parts.set(row.meeting_id, [...(parts.get(row.meeting_id) ?? []), row]);
  return parts;
}

async function partsOf(db: Db) {
  const [attendees, associations, needs] = await Promise.all([
    db.selectFrom('community_meeting_attendees').selectAll().execute(),
    db.selectFrom('community_meeting_association').selectAll().orderBy('organisation_id').execute(),
    db.selectFrom('community_meeting_need').selectAll().orderBy('position').execute(),
  ]);
  return {
    attendees: ofMeetings(attendees),
    associations: ofMeetings(associations),
    needs: ofMeetings(needs),
  };
}

/** The latest first. */
export async function meetingsOf(
  db: Db,
  { programmeId }: OfProgramme,
): Promise<CommunityMeeting[]> {
  const rows = await db
    .selectFrom('community_meeting')
    .selectAll()
    .$if(programmeId !== undefined, (query) => query.where('programme_id', '=', programmeId ?? ''))
    .orderBy('held_on', 'desc')
    .orderBy('id')
    .execute();
  const parts = await partsOf(db);
  const counted = (id: string): Attendees[] =>
    attendeeSexes.flatMap((sex) =>
      attendeeAges.flatMap((age) => {
        const found = parts.attendees
          .get(id)
          ?.find((one) => one.sex === sex && one.age === age)?.people;
        return found === undefined ? [] : [{ sex, age, people: found }];
      }),
    );
  return rows.map((row) => ({
    id: row.id,
    details: {
      ...told('programmeId', row.programme_id),
      community: row.community,
      heldOn: row.held_on,
      ...told('place', row.place),
      attendees: counted(row.id),
      associationIds: (parts.associations.get(row.id) ?? []).map((one) => one.organisation_id),
      needs: (parts.needs.get(row.id) ?? []).map(({ need, words }) => ({
        need,
        ...told('words', words),
      })),
      ...told('note', row.note),
    },
  }));
}

export async function listMeetings(context: CoreContext, wanted: OfProgramme) {
  return { items: await meetingsOf(registerOf(context).db, wanted) };
}

async function writeParts(tx: Db, id: string, details: MeetingDetails): Promise<void> {
  const tables = [
    'community_meeting_attendees',
    'community_meeting_association',
    'community_meeting_need',
  ] as const;
  for (const table of tables) await tx.deleteFrom(table).where('meeting_id', '=', id).execute();
  for (const counted of details.attendees) {
    await tx
      .insertInto('community_meeting_attendees')
      .values({ meeting_id: id, ...counted })
      .execute();
  }
  for (const organisation_id of new Set(details.associationIds)) {
    const row = { meeting_id: id, organisation_id };
    await tx.insertInto('community_meeting_association').values(row).execute();
  }
  for (const [position, { need, words }] of details.needs.entries()) {
    const row = { meeting_id: id, position, need, words: orNull(words) };
    await tx.insertInto('community_meeting_need').values(row).execute();
  }
}

/** Fails with `not_found`, `unknown_code`. */
export async function saveMeeting(context: CoreContext, wanted: Saved<MeetingDetails>) {
  const { db } = registerOf(context);
  const { details } = wanted;
  await checkProgramme(db, details.programmeId);
  await checkOrganisations(db, details.associationIds);
  checkCommunity(context.resources, details.community);
  for (const { need } of details.needs) checkCode(context.resources, 'communityNeeds', need);
  const id = await idToSave(context, 'community_meeting', wanted.id);
  const columns = {
    programme_id: details.programmeId ?? null,
    community: details.community,
    held_on: details.heldOn,
    place: orNull(details.place),
    note: orNull(details.note),
    ...changedNow(context),
  };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('community_meeting')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
    await writeParts(tx, id, details);
    await tx
      .updateTable('undertaking')
      .set({ programme_id: columns.programme_id })
      .where('meeting_id', '=', id)
      .execute();
  });
  networkChanged(context);
  return { id };
}

/** With what was promised at it. */
export async function removeMeeting(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  await idToSave(context, 'community_meeting', id);
  const found = (await meetingsOf(db, {})).find((one) => one.id === id);
  const promised = await db
    .selectFrom('undertaking')
    .selectAll()
    .where('meeting_id', '=', id)
    .execute();
  const row = await db
    .deleteFrom('community_meeting')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  keepForUndo(context, id, async (tx) => {
    await tx.insertInto('community_meeting').values(row).execute();
    if (found) await writeParts(tx, id, found.details);
    if (promised.length > 0) await tx.insertInto('undertaking').values(promised).execute();
  });
  networkChanged(context);
  return {};
}
