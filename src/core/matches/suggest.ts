/*
 * Proposals: places for one person in an order with the reason of each point, or everybody and all places
 * together. Nothing is written and nobody is told anything; somebody looks at it and decides.
 */
import { ProcedureError } from '#api/errors.ts';
import type { Proposal } from '#api/matches.ts';
import { asCompared, type SearchDetails } from '#domain/programmes/matching.ts';
import { arrange } from '#matching/arrange.ts';
import { type RankedPlace, rankPlaces, weighPair } from '#matching/weigh-pair.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getEnrolment } from '../programmes/enrolments.ts';
import { getProgramme } from '../programmes/programmes.ts';
import { asPlace, asSeeker, lookingIn, placesOf } from './match-sides.ts';

type PlaceWithRoom = Awaited<ReturnType<typeof placesOf>>[number];

/** Towns and skills as somebody typed them, and not as they are compared. */
function proposalOf(ranked: RankedPlace, place: PlaceWithRoom, search: SearchDetails): Proposal {
  const typed = [place.details.town, ...search.skills];
  const asTyped = (word: string) => typed.find((one) => asCompared(one) === word) ?? word;
  return {
    placeId: ranked.placeId,
    name: place.details.name,
    town: place.details.town,
    points: ranked.points,
    against: ranked.against,
    reasons: ranked.reasons.map((reason) => ({ ...reason, about: reason.about.map(asTyped) })),
  };
}

/** Places that are offered. Fails with `not_found` for who does not look, or was not asked what they need. */
export async function suggestPlaces(
  context: CoreContext,
  { enrolmentId }: { enrolmentId: string },
): Promise<{ items: Proposal[] }> {
  const { db } = registerOf(context);
  const { programme_id: programmeId } = await getEnrolment(db, enrolmentId);
  const looking = (await lookingIn(db, programmeId)).find((one) => one.enrolmentId === enrolmentId);
  if (!looking?.search) throw new ProcedureError('not_found');
  const { search } = looking;
  const places = (await placesOf(db, programmeId)).filter(({ details }) => details.isOffered);
  const ranked = rankPlaces(asSeeker(enrolmentId, search, looking.languages), places.map(asPlace));
  return {
    items: ranked.flatMap((one) => {
      const place = places.find(({ id }) => id === one.placeId);
      return place ? [proposalOf(one, place, search)] : [];
    }),
  };
}

export async function arrangeEverybody(
  context: CoreContext,
  { programmeId }: { programmeId: string },
) {
  const { db } = registerOf(context);
  await getProgramme(db, programmeId);
  const looking = await lookingIn(db, programmeId);
  const places = (await placesOf(db, programmeId)).filter(({ details }) => details.isOffered);
  const asked = looking.flatMap((one) => (one.search ? [{ ...one, search: one.search }] : []));
  const seekers = asked.map((one) => asSeeker(one.enrolmentId, one.search, one.languages));
  const { pairs, without } = await arrange(seekers, places.map(asPlace));
  const why = new Map(without.map((one) => [one.seekerId, one.why]));
  return {
    items: asked.flatMap((one, index) => {
      const pair = pairs.find(({ seekerId }) => seekerId === one.enrolmentId);
      const place = places.find(({ id }) => id === pair?.placeId);
      const seeker = seekers[index];
      if (!place || !seeker) return [];
      const weighed = { placeId: place.id, ...weighPair(seeker, asPlace(place)) };
      const { enrolmentId, listedName, search } = one;
      return [{ enrolmentId, listedName, place: proposalOf(weighed, place, search) }];
    }),
    without: looking.flatMap(({ enrolmentId, listedName, search }) => {
      const reason = search ? why.get(enrolmentId) : ('notAsked' as const);
      return reason ? [{ enrolmentId, listedName, why: reason }] : [];
    }),
  };
}
