import type { LetterFact } from '../documents/letter-template.ts';

/** Which category of data (vocabulary `dataCategories`) each fact of a letter belongs to. */
const categoryOfFact: Record<LetterFact, string> = {
  birth: 'identity',
  sex: 'identity',
  nationality: 'identity',
  caseNumber: 'identity',
  legalStatus: 'legalStatus',
  receptionExit: 'legalStatus',
  address: 'contact',
  contact: 'contact',
  languages: 'languages',
};

/** The name is always in a letter, so identity always is. */
export function categoriesOf(facts: readonly LetterFact[]): string[] {
  return [...new Set(['identity', ...facts.map((fact) => categoryOfFact[fact])])];
}
