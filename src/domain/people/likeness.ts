/*
 * How likely two records are of one person. The rule is ours; no law or manual sets one. Points are added for
 * what agrees and taken away for what cannot both be true, and every point has a reason that is shown, since
 * somebody will decide by it. A birthday on 1 January counts as a year only: offices write it when they do
 * not know, and two thirds of some communities carry it (practice: UNHCR registration guidance). Without a
 * warning at intake one person ends up with two files, half a history in each, and is counted twice.
 */
import { looksAssigned, type PartialDate } from '../dates/partial-date.ts';
import type { NameWord } from '../names/name-words.ts';
import { wordLikeness } from '../names/word-likeness.ts';

export const likenessReasons = [
  'identity',
  'name',
  'nameSpelling',
  'namePart',
  'phone',
  'birth',
  'birthYear',
  'birthNear',
  'birthSwapped',
  'kin',
  'nationality',
  'birthDiffers',
  'sexDiffers',
  'nationalityDiffers',
] as const;
type LikenessReason = (typeof likenessReasons)[number];

export const likenessLevels = ['possible', 'likely', 'sure'] as const;
export type LikenessLevel = (typeof likenessLevels)[number];

export interface Comparable {
  /** Names of the person, each as its words. */
  names: NameWord[][];
  /** Names of mother and father. */
  kin: NameWord[][];
  birth?: PartialDate | undefined;
  sex: string;
  nationalities: string[];
  /** Last digits of phone numbers, without prefixes. */
  phones: string[];
  /** Numbers of papers and fiscal codes, without blanks. */
  identities: string[];
}

export interface Likeness {
  points: number;
  reasons: LikenessReason[];
}

/** Points from which a pair is likely to be one person. */
export const likelyFrom = 52;

/** Points from which a pair is worth showing, likely, and all but sure. */
const LEVELS: [LikenessLevel, number][] = [
  ['sure', 75],
  ['likely', likelyFrom],
  ['possible', 38],
];

export function levelOf({ points }: Likeness): LikenessLevel | undefined {
  return LEVELS.find(([, from]) => points >= from)?.[0];
}

type Found = [reason: LikenessReason, points: number];

interface NameMatch {
  /** Words that agree, and words of the shorter name. */
  matched: number;
  shorter: number;
  isExact: boolean;
}

function matchNames(a: NameWord[], b: NameWord[]): NameMatch {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const left = [...many];
  let matched = 0;
  let isExact = true;
  for (const word of few) {
    const scores = left.map((other) => wordLikeness(word, other) ?? -1);
    const best = Math.max(-1, ...scores);
    if (best < 0) continue;
    matched++;
    if (best < 1) isExact = false;
    left.splice(scores.indexOf(best), 1);
  }
  return { matched, shorter: few.length, isExact };
}

/** What an equal name can add at the most, and one that sounds alike. */
const MOST_FOR_A_NAME = 42;
const MOST_FOR_A_SPELLING = 38;

function pointsOfNames({ matched, shorter, isExact }: NameMatch): Found | undefined {
  if (matched === 0) return undefined;
  if (matched === shorter && shorter >= 2)
    return isExact ? ['name', MOST_FOR_A_NAME] : ['nameSpelling', MOST_FOR_A_SPELLING];
  if (matched >= 2) return ['namePart', 24];
  return ['namePart', shorter === 1 ? 14 : 8];
}

function bestName(a: Comparable, b: Comparable): Found | undefined {
  const found = a.names.flatMap((one) =>
    b.names.map((other) => pointsOfNames(matchNames(one, other))),
  );
  return found.filter((one) => one !== undefined).sort(([, one], [, other]) => other - one)[0];
}

/** True for a day that tells people apart: known whole, and no first of January that an office wrote. */
export const isWholeDay = (date: PartialDate) => date.day !== undefined && !looksAssigned(date);

function compareBirths(a: PartialDate, b: PartialDate): Found {
  if (isWholeDay(a) && isWholeDay(b)) {
    const isSameYear = a.year === b.year;
    if (isSameYear && a.month === b.month && a.day === b.day) return ['birth', 32];
    if (isSameYear && a.month === b.day && a.day === b.month) return ['birthSwapped', 22];
    if (a.month === b.month && a.day === b.day) return ['birthNear', 8];
    return ['birthDiffers', -26];
  }
  const [one, other] = [monthsOf(yearOnly(a)), monthsOf(yearOnly(b))];
  const overlaps = one.first <= other.last && other.first <= one.last;
  if (overlaps) return ['birthYear', a.lastYear || b.lastYear ? 8 : 12];
  const isGuess = [a, b].some((date) => date.certainty !== 'documented');
  return isGuess && Math.abs(a.year - b.year) <= 2 ? ['birthNear', 5] : ['birthDiffers', -26];
}

/** What of a date is worth believing: the first of January is a year. */
function yearOnly(date: PartialDate): PartialDate {
  if (!looksAssigned(date)) return date;
  return { year: date.year, certainty: date.certainty };
}

/** First and last month it can be, counted from the year 0; of dates of which at most one is known to the day. */
const monthsOf = ({ year, month, lastYear = year }: PartialDate) => ({
  first: year * 12 + (month ?? 1),
  last: lastYear * 12 + (month ?? 12),
});

const share = (a: string[], b: string[]) => a.some((one) => b.includes(one));

/** What of a person is compared in no time, and settles most pairs. */
export type ComparedFacts = Pick<Comparable, 'birth' | 'sex' | 'nationalities'>;

function compareFacts(a: ComparedFacts, b: ComparedFacts): Found[] {
  const found: Found[] = [];
  if (a.birth && b.birth) found.push(compareBirths(a.birth, b.birth));
  if (a.nationalities.length > 0 && b.nationalities.length > 0) {
    found.push(
      share(a.nationalities, b.nationalities) ? ['nationality', 5] : ['nationalityDiffers', -8],
    );
  }
  const isKnown = ({ sex }: ComparedFacts) => sex === 'female' || sex === 'male';
  if (a.sex !== b.sex && isKnown(a) && isKnown(b)) found.push(['sexDiffers', -18]);
  return found;
}

const KIN_POINTS = 14;

function compareRest(a: Comparable, b: Comparable): Found[] {
  const found = compareFacts(a, b);
  if (share(a.identities, b.identities)) found.push(['identity', 70]);
  if (share(a.phones, b.phones)) found.push(['phone', 20]);
  const isKin = a.kin.some((one) =>
    b.kin.some((other) => {
      const { matched, shorter } = matchNames(one, other);
      return shorter > 0 && matched === shorter;
    }),
  );
  if (isKin) found.push(['kin', KIN_POINTS]);
  return found;
}

const sumOf = (found: Found[]) => found.reduce((sum, [, points]) => sum + points, 0);

/** The most that a birth known to the year adds, with all that is neither a number nor parents in common. */
export const mostWithoutDay = MOST_FOR_A_NAME + 12 + 5;

/**
 * Points a pair without a number in common cannot exceed, whatever its names turn out to be. `sameName`: two
 * words of theirs are written alike; `hasKin`: both have parents in the register, who may be the same.
 */
export function mostPoints(
  a: ComparedFacts,
  b: ComparedFacts,
  { sameName, hasKin }: { sameName: boolean; hasKin: boolean },
): number {
  const name = sameName ? MOST_FOR_A_NAME : MOST_FOR_A_SPELLING;
  return sumOf(compareFacts(a, b)) + name + (hasKin ? KIN_POINTS : 0);
}

/**
 * Points and reasons, strongest first. With `atLeast`, names are not even compared when no name could lift
 * the pair so far: over a whole register that is nearly always so.
 */
export function likenessOf(
  a: Comparable,
  b: Comparable,
  atLeast = Number.NEGATIVE_INFINITY,
): Likeness {
  const found = compareRest(a, b);
  const rest = sumOf(found);
  if (rest + MOST_FOR_A_NAME >= atLeast) {
    const name = bestName(a, b);
    if (name) found.push(name);
  }
  found.sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]));
  return {
    points: sumOf(found),
    reasons: found.map(([reason]) => reason),
  };
}
