import type { PlaceDetails, SearchDetails } from '#domain/programmes/matching.ts';
import { sameWords } from '#domain/programmes/same-words.ts';
import type { Place, Seeker } from '#matching/weigh-pair.ts';
import type { Db } from '../context.ts';
import type { PlaceTable, SearchForPlaceTable } from '../database/tables/matching-tables.ts';

const list = (json: string): string[] => JSON.parse(json);
const days = (row: { from_on: string | null; until_on: string | null }) => ({
  ...(row.from_on === null ? {} : { from: row.from_on }),
  ...(row.until_on === null ? {} : { until: row.until_on }),
});

const placeFrom = (row: PlaceTable): PlaceDetails => ({
  kind: row.kind,
  name: row.name,
  town: row.town,
  room: row.room,
  households: row.households,
  languages: list(row.languages),
  skills: list(row.skills),
  hasSchool: row.has_school === 1,
  isStepFree: row.is_step_free === 1,
  ...days(row),
  ...(row.note === null ? {} : { note: row.note }),
  isOffered: row.is_offered === 1,
});

const searchFrom = (row: SearchForPlaceTable): SearchDetails => ({
  size: row.size,
  skills: list(row.skills),
  kinTowns: list(row.kin_towns),
  hasSchoolChildren: row.has_school_children === 1,
  needsStepFree: row.needs_step_free === 1,
  ...days(row),
});

/** Places of a programme with what is left of them: whoever was matched and has not gone takes room. */
export async function placesOf(db: Db, programmeId: string) {
  const rows = await db
    .selectFrom('place')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('is_offered', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute();
  const taken = await db
    .selectFrom('placement')
    .innerJoin('place', 'place.id', 'place_id')
    .select((eb) => [
      'place_id',
      eb.fn.sum<number>('size').as('people'),
      eb.fn.countAll<number>().as('households'),
    ])
    .where('programme_id', '=', programmeId)
    .where('ended_on', 'is', null)
    .groupBy('place_id')
    .execute();
  const takenOf = new Map(taken.map((one) => [one.place_id, one]));
  return rows.map((row) => {
    const gone = takenOf.get(row.id);
    return {
      id: row.id,
      details: placeFrom(row),
      room: Math.max(0, row.room - (gone?.people ?? 0)),
      households: Math.max(0, row.households - (gone?.households ?? 0)),
    };
  });
}

type PlaceWithRoom = Awaited<ReturnType<typeof placesOf>>[number];

/** What stands for each town and each skill, in whatever spelling. */
export interface ComparedWords {
  town: (word: string) => string;
  skill: (word: string) => string;
}

export function comparedWords(
  places: readonly { details: PlaceDetails }[],
  searches: readonly SearchDetails[],
): ComparedWords {
  return {
    town: sameWords(
      places.map(({ details }) => details.town),
      searches.flatMap(({ kinTowns }) => kinTowns),
    ),
    skill: sameWords(
      places.flatMap(({ details }) => details.skills),
      searches.flatMap(({ skills }) => skills),
    ),
  };
}

export const asPlace = (
  { id, details, room, households }: PlaceWithRoom,
  words: ComparedWords,
): Place => ({
  id,
  town: words.town(details.town),
  room: details.isOffered ? room : 0,
  households: details.isOffered ? households : 0,
  languages: details.languages,
  skills: details.skills.map(words.skill),
  hasSchool: details.hasSchool,
  isStepFree: details.isStepFree,
  ...(details.from === undefined ? {} : { from: details.from }),
  ...(details.until === undefined ? {} : { until: details.until }),
});

/** Words to compare; the words as they were typed are found again for people to read. */
export const asSeeker = (
  id: string,
  search: SearchDetails,
  { languages, words }: { languages: readonly string[]; words: ComparedWords },
): Seeker => ({
  id,
  size: search.size,
  languages,
  skills: search.skills.map(words.skill),
  kinTowns: search.kinTowns.map(words.town),
  hasSchoolChildren: search.hasSchoolChildren,
  needsStepFree: search.needsStepFree,
  ...(search.from === undefined ? {} : { from: search.from }),
  ...(search.until === undefined ? {} : { until: search.until }),
});

/** Who is in the programme, does not only wait and has no place; with what they need, where somebody asked. */
export async function lookingIn(db: Db, programmeId: string) {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person_line', 'person_line.person_id', 'enrolment.person_id')
    .select(['enrolment.id', 'enrolment.person_id', 'listed_name'])
    .where('programme_id', '=', programmeId)
    .where('is_waiting', '=', 0)
    .where('left_on', 'is', null)
    .where('enrolment.id', 'not in', (placed) =>
      placed.selectFrom('placement').select('enrolment_id').where('ended_on', 'is', null),
    )
    .orderBy('sort_name')
    .orderBy('enrolment.id')
    .execute();
  const searches = await db
    .selectFrom('search_for_place')
    .innerJoin('enrolment', 'enrolment.id', 'enrolment_id')
    .selectAll('search_for_place')
    .where('programme_id', '=', programmeId)
    .execute();
  const spoken = await db
    .selectFrom('person_language')
    .innerJoin('enrolment', 'enrolment.person_id', 'person_language.person_id')
    .select(['enrolment.id', 'language'])
    .where('programme_id', '=', programmeId)
    .orderBy('position')
    .execute();
  return rows.map((row) => {
    const search = searches.find((one) => one.enrolment_id === row.id);
    return {
      enrolmentId: row.id,
      personId: row.person_id,
      listedName: row.listed_name,
      languages: spoken.flatMap((one) => (one.id === row.id ? [one.language] : [])),
      ...(search ? { search: searchFrom(search) } : {}),
    };
  });
}
