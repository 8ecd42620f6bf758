/*
 * The plan of a firm somebody wants to open, in the sections that lenders and Chambers of Commerce ask for
 * (Start it up: customer, offer, costs, permits, funding; A.Mi.C.I. adds the feasibility study). Which sections
 * there are is data, of the program or of a programme's template. A plan with a hole in it is refused by the
 * lender and costs the person their one good impression: as a draft it may have them, as final it may not.
 */
import { z } from 'zod';
import { longText, requiredText } from '../text.ts';
import { code } from '../vocabularies/code.ts';
import { sourced } from '../vocabularies/vocabulary.ts';
import { wordsInLanguages } from '../vocabularies/words-in-languages.ts';

/** What a section holds besides words: sums that go out, sums that come in, or none. */
const holds = ['words', 'costs', 'funding'] as const;

const section = z.strictObject({
  code,
  name: wordsInLanguages(requiredText(120)),
  /** What belongs in it, as one asks a person. */
  asks: wordsInLanguages(requiredText(400)),
  holds: z.enum(holds).default('words'),
  /** Without it the plan is never final. */
  isNeeded: z.boolean().default(true),
  /** How a letter lists it among its enclosures, where it goes with it as a paper of its own. */
  enclosure: requiredText(120).optional(),
});
type PlanSection = z.output<typeof section>;

export const businessPlanModel = z
  .strictObject({
    ...sourced,
    sections: z.array(section).min(1).max(20),
  })
  .refine(
    ({ sections }) => new Set(sections.map((one) => one.code)).size === sections.length,
    'a section twice',
  );
export type BusinessPlanModel = z.output<typeof businessPlanModel>;

const amount = z.strictObject({
  what: requiredText(120),
  cents: z.int().min(1).max(1_000_000_000),
});

export const sectionContent = z.strictObject({
  words: longText(3000),
  amounts: z.array(amount).max(20).default([]),
});
export type SectionContent = z.output<typeof sectionContent>;

export const centsIn = ({ amounts }: Pick<SectionContent, 'amounts'>) =>
  amounts.reduce((sum, { cents }) => sum + cents, 0);

export interface PlanGap {
  section: string;
  /** Nothing written; no sum in it; or the money does not cover what the firm costs to open. */
  why: 'empty' | 'noAmounts' | 'notCovered';
}

const sumOf = (
  { sections }: Pick<BusinessPlanModel, 'sections'>,
  contents: ReadonlyMap<string, SectionContent>,
  kind: PlanSection['holds'],
) =>
  sections
    .filter((one) => one.holds === kind)
    .reduce((sum, one) => sum + centsIn(contents.get(one.code) ?? { amounts: [] }), 0);

/** What keeps the plan from being final, in the order of its sections. */
export function planGaps(
  model: Pick<BusinessPlanModel, 'sections'>,
  contents: ReadonlyMap<string, SectionContent>,
): PlanGap[] {
  const costs = sumOf(model, contents, 'costs');
  const funding = sumOf(model, contents, 'funding');
  return model.sections.flatMap((one): PlanGap[] => {
    if (!one.isNeeded) return [];
    const content = contents.get(one.code);
    const gap = (why: PlanGap['why']) => [{ section: one.code, why }];
    if (one.holds === 'words') return content && content.words !== '' ? [] : gap('empty');
    if (!content || content.amounts.length === 0) return gap('noAmounts');
    return one.holds === 'funding' && funding < costs ? gap('notCovered') : [];
  });
}
