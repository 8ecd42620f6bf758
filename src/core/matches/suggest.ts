/*
 * Proposals: places for one person in an order with the reason of each point, or everybody and all places
 * together. Nothing is written and nobody is told anything; somebody looks at it and decides.
 */
import { ProcedureError } from '#api/errors.ts';
import type { Proposal } from '#api/matches.ts';
import type { MatchWeights } from '#domain/programmes/match-weights.ts';
import type { SearchDetails } from '#domain/programmes/matching.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import { arrange } from '#matching/arrange.ts';
import { type RankedPlace, rankPlaces, usualWeights, weighPair } from '#matching/weigh-pair.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getEnrolment } from '../programmes/enrolments.ts';
import { getProgramme } from '../programmes/programmes.ts';
import {
  asPlace,
  asSeeker,
  type ComparedWords,
  comparedWords,
  lookingIn,
  placesOf,
} from './match-sides.ts';

type PlaceWithRoom = Awaited<ReturnType<typeof placesOf>>[number];

const weightsOf = ({ weights }: Pick<ProgrammeTemplate, 'weights'>): MatchWeights =>
  weights ?? usualWeights;

interface Typed {
  place: PlaceWithRoom;
  search: SearchDetails;
  words: ComparedWords;
}

/** Towns as they were typed for the place and skills as for the person, and not as they are compared. */
function proposalOf(ranked: RankedPlace, { place, search, words }: Typed): Proposal {
  const { town, skills } = place.details;
  const asTyped = (word: string) =>
    word === words.town(town)
      ? town
      : ([...search.skills, ...skills].find((one) => words.skill(one) === word) ?? word);
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
  const { template } = await getProgramme(db, programmeId);
  const words = comparedWords(places, [search]);
  const ranked = rankPlaces(
    asSeeker(enrolmentId, search, { languages: looking.languages, words }),
    places.map((place) => asPlace(place, words)),
    weightsOf(template),
  );
  return {
    items: ranked.flatMap((one) => {
      const place = places.find(({ id }) => id === one.placeId);
      return place ? [proposalOf(one, { place, search, words })] : [];
    }),
  };
}

export async function tellWeights(context: CoreContext, { programmeId }: { programmeId: string }) {
  const { template } = await getProgramme(registerOf(context).db, programmeId);
  return { weights: weightsOf(template), isOwn: template.weights !== undefined };
}

export async function arrangeEverybody(
  context: CoreContext,
  { programmeId }: { programmeId: string },
) {
  const { db } = registerOf(context);
  const { template } = await getProgramme(db, programmeId);
  const looking = await lookingIn(db, programmeId);
  const places = (await placesOf(db, programmeId)).filter(({ details }) => details.isOffered);
  const asked = looking.flatMap((one) => (one.search ? [{ ...one, search: one.search }] : []));
  const words = comparedWords(
    places,
    asked.map(({ search }) => search),
  );
  const seekers = asked.map(({ enrolmentId, search, languages }) =>
    asSeeker(enrolmentId, search, { languages, words }),
  );
  const weights = weightsOf(template);
  const offered = places.map((place) => asPlace(place, words));
  const { pairs, without } = await arrange(seekers, offered, weights);
  const why = new Map(without.map((one) => [one.seekerId, one.why]));
  return {
    items: asked.flatMap((one, index) => {
      const pair = pairs.find(({ seekerId }) => seekerId === one.enrolmentId);
      const place = places.find(({ id }) => id === pair?.placeId);
      const seeker = seekers[index];
      if (!place || !seeker) return [];
      const weighed = { placeId: place.id, ...weighPair(seeker, asPlace(place, words), weights) };
      const { enrolmentId, personId, listedName, search } = one;
      return [
        { enrolmentId, personId, listedName, place: proposalOf(weighed, { place, search, words }) },
      ];
    }),
    without: looking.flatMap(({ enrolmentId, listedName, search }) => {
      const reason = search ? why.get(enrolmentId) : ('notAsked' as const);
      return reason ? [{ enrolmentId, listedName, why: reason }] : [];
    }),
  };
}
