import type { ProgrammeFacts } from './programme-fact.ts';

/** What can be better after a programme than before it; a birth or an arrival cannot. */
export const comparedFacts = [
  'legalStatus',
  'employmentStatus',
  'italianLevel',
  'receptionType',
  'city',
  'permitExpiry',
] as const;
type ComparedFact = (typeof comparedFacts)[number];

export interface ComparedFacts {
  fact: ComparedFact;
  before?: string;
  after?: string;
}

/** Facts of which at least one side is known, in the order above. */
export function compareFacts(before: ProgrammeFacts, after: ProgrammeFacts): ComparedFacts[] {
  return comparedFacts.flatMap((fact) => {
    const [was, is] = [before[fact], after[fact]];
    if (was === undefined && is === undefined) return [];
    return [
      {
        fact,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}
