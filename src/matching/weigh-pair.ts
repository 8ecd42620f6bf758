/*
 * How well a place suits somebody who looks for one, and why. Some conditions must hold (there is room, the house
 * can be entered, the days meet); the rest are reasons with points that stand beside the suggestion, so that a
 * person can look at each and decide otherwise. Nothing here knows who anybody is, and nothing is decided here.
 */

/** A person or a household that looks for a place. Words are compared as they are. */
export interface Seeker {
  id: string;
  /** How many people are to live there. */
  size: number;
  languages: readonly string[];
  skills: readonly string[];
  /** Towns where relatives live. */
  kinTowns: readonly string[];
  hasSchoolChildren: boolean;
  needsStepFree: boolean;
  /** First and last day on which they could move; ISO dates. */
  from?: string;
  until?: string;
}

/** A host, a sponsor, a home, a buddy, a university. */
export interface Place {
  id: string;
  town: string;
  /** How many more people there is room for. */
  room: number;
  /** How many households it takes at once. */
  households: number;
  languages: readonly string[];
  /** Skills that are looked for there. */
  skills: readonly string[];
  hasSchool: boolean;
  isStepFree: boolean;
  from?: string;
  until?: string;
}

const conditions = ['room', 'stepFree', 'dates'] as const;
type Condition = (typeof conditions)[number];

const reasonKinds = ['family', 'language', 'skills', 'school', 'fits'] as const;
type ReasonKind = (typeof reasonKinds)[number];

export type Weights = Readonly<Record<ReasonKind, number>>;

/** Points of each reason; a relative nearby weighs more than all that can be learnt. */
export const usualWeights: Weights = { family: 40, language: 25, skills: 15, school: 10, fits: 10 };

interface Reason {
  kind: ReasonKind;
  points: number;
  /** The town, languages or skills it is about. */
  about: readonly string[];
}

export interface Weighed {
  /** Conditions that do not hold; with one of them the pair is not possible. */
  against: Condition[];
  reasons: Reason[];
  points: number;
}

const meets = (a: Pick<Seeker, 'from' | 'until'>, b: Pick<Seeker, 'from' | 'until'>) =>
  (a.from ?? '') <= (b.until ?? '9999') && (b.from ?? '') <= (a.until ?? '9999');

const shared = (a: readonly string[], b: readonly string[]) => a.filter((one) => b.includes(one));

export function weighPair(seeker: Seeker, place: Place, weights: Weights = usualWeights): Weighed {
  const holds: Record<Condition, boolean> = {
    room: seeker.size <= place.room && place.households > 0,
    stepFree: !seeker.needsStepFree || place.isStepFree,
    dates: meets(seeker, place),
  };
  const found: Record<ReasonKind, readonly string[] | undefined> = {
    family: seeker.kinTowns.includes(place.town) ? [place.town] : undefined,
    language: shared(seeker.languages, place.languages),
    skills: shared(seeker.skills, place.skills),
    school: seeker.hasSchoolChildren && place.hasSchool ? [] : undefined,
    // Nobody who comes later finds the bed that is left empty.
    fits: seeker.size === place.room ? [] : undefined,
  };
  const reasons = reasonKinds.flatMap((kind): Reason[] => {
    const about = found[kind];
    const isMet = about !== undefined && (about.length > 0 || kind === 'school' || kind === 'fits');
    return isMet && weights[kind] > 0 ? [{ kind, points: weights[kind], about }] : [];
  });
  return {
    against: conditions.filter((one) => !holds[one]),
    reasons,
    points: reasons.reduce((sum, { points }) => sum + points, 0),
  };
}

export interface RankedPlace extends Weighed {
  placeId: string;
}

/** Places in the order of their points, those that are not possible last; the same for the same input. */
export function rankPlaces(
  seeker: Seeker,
  places: readonly Place[],
  weights: Weights = usualWeights,
): RankedPlace[] {
  return places
    .map((place) => ({ placeId: place.id, ...weighPair(seeker, place, weights) }))
    .sort(
      (a, b) =>
        a.against.length - b.against.length ||
        b.points - a.points ||
        (a.placeId < b.placeId ? -1 : 1),
    );
}
