/*
 * Who counts as an association of migrants. The criterion is that of the mappings by IDOS for the Ministry of
 * Labour, with which IN.CO.NT.RO looked for them: founded by migrants, or most of its members are migrants, or
 * most of its board (children of migrants count as well). One of the three is enough. A list that leaves this to
 * the ear counts charities that speak for migrants, and misses those that migrants run themselves.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { shortText } from '../text.ts';
import { code, countryCode } from '../vocabularies/code.ts';

const number = z.int().min(0).max(1_000_000);

/** How many of how many are migrants or children of migrants; numbers, never names. */
const share = z
  .strictObject({ all: number.min(1), migrants: number })
  .refine(({ all, migrants }) => migrants <= all, { message: 'more than all', path: ['migrants'] });
type MigrantShare = z.infer<typeof share>;

/** A country, or a region of the world where one country says too little. */
export const community = z.union([countryCode, code]);

const withoutRepeats = (list: string[]): boolean => new Set(list).size === list.length;

export const migrantAssociation = z.strictObject({
  foundedByMigrants: z.boolean().optional(),
  foundedIn: z.int().min(1850).max(2199).optional(),
  members: share.optional(),
  board: share.optional(),
  /** Code of `memberBands`, where nobody counted. */
  membersBand: code.optional(),
  /** Code of `associationForms`. */
  legalForm: code.optional(),
  /** Code of `associationReaches`. */
  reach: code.optional(),
  communities: z.array(community).max(20).refine(withoutRepeats, 'stands twice').default([]),
  /** Codes of `activityFields`. */
  fields: z.array(code).max(20).refine(withoutRepeats, 'stands twice').default([]),
  /** In the register of art. 42 D.lgs. 286/1998, which asks for a report by 30 January each year. */
  registered: z
    .strictObject({ number: shortText(60).optional(), on: calendarDate.optional() })
    .optional(),
  /** The association that keeps this register: its own entry among the others. */
  isOurs: z.boolean().default(false),
});
export type MigrantAssociation = z.output<typeof migrantAssociation>;

export const criteria = ['founded', 'members', 'board'] as const;
type Criterion = (typeof criteria)[number];
/** `unknown`: nobody asked yet. */
type Held = 'yes' | 'no' | 'unknown';

export interface CriterionResult {
  /** `included` as soon as one holds; `excluded` only when all three are known not to. */
  outcome: 'included' | 'excluded' | 'unknown';
  held: Record<Criterion, Held>;
}

/** More than half: exactly half is no majority. */
const isMajority = (part: MigrantShare | undefined): Held =>
  part === undefined ? 'unknown' : 2 * part.migrants > part.all ? 'yes' : 'no';

export function criterionOf(
  facts: Pick<MigrantAssociation, 'foundedByMigrants' | 'members' | 'board'>,
): CriterionResult {
  const { foundedByMigrants: founded, members, board } = facts;
  const held: Record<Criterion, Held> = {
    founded: founded === undefined ? 'unknown' : founded ? 'yes' : 'no',
    members: isMajority(members),
    board: isMajority(board),
  };
  const answers = Object.values(held);
  if (answers.includes('yes')) return { outcome: 'included', held };
  return { outcome: answers.includes('unknown') ? 'unknown' : 'excluded', held };
}

export interface MemberBand {
  code: string;
  from: number;
  to?: number | undefined;
}

/** The band of the members counted, or the one somebody estimated. */
export function memberBandOf(
  { members, membersBand }: Pick<MigrantAssociation, 'members' | 'membersBand'>,
  bands: readonly MemberBand[],
): string | undefined {
  if (!members) return membersBand;
  const { all } = members;
  return bands.find(({ from, to }) => all >= from && (to === undefined || all <= to))?.code;
}
