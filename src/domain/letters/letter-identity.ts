/*
 * Whether a letter has the name of the person or a reference in its place. Offices that must know whom they
 * write to get the name, shelters never do, and on the form that organisations refer people with it is one or
 * the other: "name, or case code if confidential" (inter-agency referral form; IASC guidance, 2017; domain
 * dossier 3.1). A code beside a telephone number, an address or a day of birth would hide nobody, so without
 * the name those stay here as well.
 */
import type { LetterDetails } from './letter.ts';
import type { LetterFact } from './letter-fact.ts';
import type { ExcludedContent, LetterTemplate } from './letter-template.ts';

/** Facts by which whoever reads them finds the person, as surely as by the name. */
export const factsThatName: readonly LetterFact[] = [
  'birth',
  'fiscalCode',
  'permit',
  'permitRequest',
  'address',
  'contact',
  'guardian',
  'caseNumber',
];

/** What is looked for in what people type, where no name may stand. */
const NAMING_CONTENTS: readonly ExcludedContent[] = [
  'ownName',
  'otherPeople',
  'phone',
  'permitNumber',
  'fiscalCode',
];

type Confidential = Pick<LetterDetails, 'isConfidential'>;

export function identityOf(
  { identity }: Pick<LetterTemplate, 'identity'>,
  { isConfidential }: Confidential,
): 'name' | 'code' {
  if (identity === 'either') return isConfidential ? 'code' : 'name';
  return identity;
}

/** What this letter may say, which without a name is less than its recipient may be told otherwise. */
export function allowedFactsOf(
  template: Pick<LetterTemplate, 'identity' | 'allowedFacts'>,
  details: Confidential,
): LetterFact[] {
  return identityOf(template, details) === 'code'
    ? template.allowedFacts.filter((fact) => !factsThatName.includes(fact))
    : template.allowedFacts;
}

/** Ticked when the dialog opens: in the place of a day of birth, how old about. */
export function usualFactsOf(
  template: Pick<LetterTemplate, 'identity' | 'allowedFacts' | 'usualFacts'>,
  details: Confidential,
): LetterFact[] {
  const allowed = allowedFactsOf(template, details);
  const usual = template.usualFacts.map((fact) =>
    fact === 'birth' && !allowed.includes('birth') ? 'ageBand' : fact,
  );
  return usual.filter((fact) => allowed.includes(fact));
}

export function excludedContentsOf(
  template: Pick<LetterTemplate, 'identity' | 'excluded'>,
  details: Confidential,
): ExcludedContent[] {
  return identityOf(template, details) === 'code'
    ? [...new Set([...template.excluded, ...NAMING_CONTENTS])]
    : template.excluded;
}
