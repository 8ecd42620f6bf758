/*
 * Matches that somebody decided: with the reasons as they stood that day, the talk about what to expect, the
 * person's recorded consent and the day the other side said yes. What the conditions forbid is refused also here, because a
 * place may have filled up since it was proposed.
 */
import { ProcedureError } from '#api/errors.ts';
import type { DecidedMatch, MatchReason } from '#api/matches.ts';
import { comesOfAgeOn } from '#domain/consents/coming-of-age.ts';
import { type ConsentState, consentStateOn } from '#domain/consents/consent.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { consentFromRow } from '../consents/queries.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { ConsentTable } from '../database/tables/consent-tables.ts';
import { getBirth } from '../people/queries.ts';
import { getEnrolment } from '../programmes/enrolments.ts';
import { suggestPlaces } from './suggest.ts';

/** Code of the vocabulary `consentPurposes`. */
const PURPOSE = 'matching';

async function stateOf(db: Db, row: ConsentTable, on: CalendarDate): Promise<ConsentState> {
  const birth = await getBirth(db, row.person_id);
  return consentStateOn(
    {
      ...consentFromRow(row),
      withdrawnOn: row.withdrawn_on ?? undefined,
      comesOfAgeOn: birth && comesOfAgeOn(birth),
    },
    on,
  );
}

/** How the consents the matches rest on stand today, by their id. */
async function consentStates(context: CoreContext, ids: string[]) {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const rows = await db.selectFrom('consent').selectAll().where('id', 'in', ids).execute();
  const states = new Map<string, ConsentState>();
  for (const row of rows) states.set(row.id, await stateOf(db, row, today));
  return states;
}

interface Decision {
  enrolmentId: string;
  placeId: string;
  decidedOn: CalendarDate;
  talkOn: CalendarDate;
  talkBy?: string | undefined;
  talkNote?: string | undefined;
  consentId: string;
  hostAgreedOn: CalendarDate;
}

/** Fails with `match_consent_missing` unless the person's own consent to be matched holds on that day. */
async function consentOn(db: Db, { enrolmentId, consentId, decidedOn }: Decision) {
  const { person_id: personId } = await getEnrolment(db, enrolmentId);
  const row = await db
    .selectFrom('consent')
    .selectAll()
    .where('id', '=', consentId)
    .where('person_id', '=', personId)
    .where('purpose', '=', PURPOSE)
    .executeTakeFirst();
  const state = row && (await stateOf(db, row, decidedOn));
  if (!row || state !== 'valid') throw new ProcedureError('match_consent_missing');
  return row.given_on;
}

/** Fails with `matched_already`, `place_not_possible`, `date_in_future`, `match_consent_missing`, `not_found`. */
export async function createMatch(context: CoreContext, decision: Decision) {
  const { db, user } = registerOf(context);
  const { enrolmentId, placeId, decidedOn, talkOn, hostAgreedOn } = decision;
  const today = context.ports.clock.today();
  if ([decidedOn, talkOn, hostAgreedOn].some((day) => day > today)) {
    throw new ProcedureError('date_in_future');
  }
  const present = await db
    .selectFrom('placement')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('ended_on', 'is', null)
    .executeTakeFirst();
  if (present) throw new ProcedureError('matched_already');
  const givenOn = await consentOn(db, decision);
  const { items } = await suggestPlaces(context, { enrolmentId });
  const proposal = items.find((one) => one.placeId === placeId);
  if (!proposal || proposal.against.length > 0) throw new ProcedureError('place_not_possible');
  const { size } = await db
    .selectFrom('search_for_place')
    .select('size')
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirstOrThrow();
  const id = context.ports.ids.next();
  await db
    .insertInto('placement')
    .values({
      id,
      enrolment_id: enrolmentId,
      place_id: placeId,
      size,
      reasons: JSON.stringify(proposal.reasons),
      decided_on: decidedOn,
      decided_by: user.id,
      talk_on: talkOn,
      talk_by: decision.talkBy ?? null,
      talk_note: decision.talkNote || null,
      consent_on: givenOn,
      consent_id: decision.consentId,
      host_agreed_on: hostAgreedOn,
      arrived_on: null,
      ended_on: null,
      ended_why: null,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'programmes');
  return { id };
}

type Step =
  | { id: string; step: 'arrived'; on: CalendarDate }
  | { id: string; step: 'ended'; on: CalendarDate; why: string };

/** Fails with `not_found`, `date_not_possible`. */
export async function recordMatch(context: CoreContext, step: Step) {
  const { db } = registerOf(context);
  const { id, on } = step;
  const row = await db.selectFrom('placement').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  const first = step.step === 'ended' ? (row.arrived_on ?? row.decided_on) : row.decided_on;
  if (on < first || on > context.ports.clock.today() || row.ended_on !== null) {
    throw new ProcedureError('date_not_possible');
  }
  await db
    .updateTable('placement')
    .set({
      ...(step.step === 'arrived' ? { arrived_on: on } : { ended_on: on, ended_why: step.why }),
      ...changedNow(context),
    })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'programmes');
  return {};
}

async function laterOf(db: Db, programmeId: string) {
  const rows = await db
    .selectFrom('follow_up')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .innerJoin('person_line', 'person_line.person_id', 'enrolment.person_id')
    .select((eb) => [
      'months',
      eb.fn.sum<number>('is_still_there').as('still'),
      eb.fn.count<number>('is_still_there').as('all'),
    ])
    .where('programme_id', '=', programmeId)
    .where('since', '=', 'arrival')
    .where('is_still_there', 'is not', null)
    .groupBy('months')
    .orderBy('months')
    .execute();
  return rows.map(({ months, still, all }) => ({
    months,
    stillThere: still,
    elsewhere: all - still,
  }));
}

/** Those who are there first, the latest first. */
export async function listMatches(context: CoreContext, { programmeId }: { programmeId: string }) {
  const { db } = registerOf(context);
  const rows = await db
    .selectFrom('placement')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .innerJoin('person_line', 'person_line.person_id', 'enrolment.person_id')
    .innerJoin('place', 'place.id', 'place_id')
    .leftJoin('user', 'user.id', 'decided_by')
    .selectAll('placement')
    .select(['enrolment.person_id', 'listed_name', 'place.name', 'town', 'user.name as decider'])
    .where('enrolment.programme_id', '=', programmeId)
    .orderBy((eb) => eb('ended_on', 'is not', null))
    .orderBy('decided_on', 'desc')
    .orderBy('placement.id', 'desc')
    .limit(1000)
    .execute();
  const consents = await consentStates(
    context,
    rows.flatMap((row) => row.consent_id ?? []),
  );
  const items = rows.map((row): DecidedMatch => {
    const state = consents.get(row.consent_id ?? '');
    return {
      id: row.id,
      enrolmentId: row.enrolment_id,
      personId: row.person_id,
      listedName: row.listed_name,
      placeId: row.place_id,
      placeName: row.name,
      town: row.town,
      reasons: JSON.parse(row.reasons) as MatchReason[],
      decidedOn: row.decided_on,
      ...(row.decider === null ? {} : { decidedBy: row.decider }),
      talkOn: row.talk_on,
      ...(row.talk_by === null ? {} : { talkBy: row.talk_by }),
      ...(row.talk_note === null ? {} : { talkNote: row.talk_note }),
      consentOn: row.consent_on,
      ...(state ? { consentState: state } : {}),
      ...(row.host_agreed_on === null ? {} : { hostAgreedOn: row.host_agreed_on }),
      ...(row.arrived_on === null ? {} : { arrivedOn: row.arrived_on }),
      ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
      ...(row.ended_why === null ? {} : { endedWhy: row.ended_why }),
    };
  });
  return { items, later: await laterOf(db, programmeId) };
}
