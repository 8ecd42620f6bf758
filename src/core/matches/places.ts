import { ProcedureError } from '#api/errors.ts';
import type { PlaceDetails, SearchDetails } from '#domain/programmes/matching.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { getEnrolment } from '../programmes/enrolments.ts';
import { getProgramme } from '../programmes/programmes.ts';
import { lookingIn, placesOf } from './match-sides.ts';

const MOST_PLACES = 1000;

interface OfProgramme {
  programmeId: string;
}

export async function listPlaces(context: CoreContext, { programmeId }: OfProgramme) {
  return { items: await placesOf(registerOf(context).db, programmeId) };
}

const daysIn = ({ from, until }: Pick<PlaceDetails, 'from' | 'until'>) => ({
  from_on: from ?? null,
  until_on: until ?? null,
});

/** Fails with `not_found`, `ledger_full` beyond a thousand. */
export async function savePlace(
  context: CoreContext,
  wanted: OfProgramme & { id?: string | undefined; details: PlaceDetails },
) {
  const { db } = registerOf(context);
  const { programmeId, details } = wanted;
  await getProgramme(db, programmeId);
  const present = await placesOf(db, programmeId);
  if (wanted.id !== undefined && !present.some(({ id }) => id === wanted.id)) {
    throw new ProcedureError('not_found');
  }
  if (wanted.id === undefined && present.length >= MOST_PLACES) {
    throw new ProcedureError('ledger_full');
  }
  const id = wanted.id ?? context.ports.ids.next();
  const columns = {
    programme_id: programmeId,
    kind: details.kind,
    name: details.name,
    town: details.town,
    room: details.room,
    households: details.households,
    languages: JSON.stringify(details.languages),
    skills: JSON.stringify(details.skills),
    has_school: Number(details.hasSchool),
    is_step_free: Number(details.isStepFree),
    ...daysIn(details),
    note: details.note || null,
    is_offered: Number(details.isOffered),
    ...changedNow(context),
  };
  await db
    .insertInto('place')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  announceChange(context, 'programmes');
  return { id };
}

export async function listSearches(context: CoreContext, { programmeId }: OfProgramme) {
  return { items: await lookingIn(registerOf(context).db, programmeId) };
}

/** Fails with `not_found`. */
export async function saveSearch(
  context: CoreContext,
  { enrolmentId, details }: { enrolmentId: string; details: SearchDetails },
) {
  const { db } = registerOf(context);
  await getEnrolment(db, enrolmentId);
  const columns = {
    size: details.size,
    skills: JSON.stringify(details.skills),
    kin_towns: JSON.stringify(details.kinTowns),
    has_school_children: Number(details.hasSchoolChildren),
    needs_step_free: Number(details.needsStepFree),
    ...daysIn(details),
    ...changedNow(context),
  };
  await db
    .insertInto('search_for_place')
    .values({ enrolment_id: enrolmentId, ...columns })
    .onConflict((conflict) => conflict.column('enrolment_id').doUpdateSet(columns))
    .execute();
  announceChange(context, 'programmes');
  return {};
}
