/*
 * What a letter can state about a person from the register, and to which category of data it belongs: the
 * consent has to cover the category before the fact may leave. Health, violence, trafficking and the reasons
 * for asylum are not among them: they are topics, typed and ticked one by one (domain dossier 3.1).
 */

export const letterFacts = [
  'birth',
  'ageBand',
  'sex',
  'nationality',
  'fiscalCode',
  'legalStatus',
  'permit',
  'permitExpiry',
  'permitRequest',
  'decision',
  'receptionExit',
  'address',
  'city',
  'contact',
  'safeContact',
  'languages',
  'household',
  'guardian',
  'education',
  'work',
  'caseNumber',
] as const;
export type LetterFact = (typeof letterFacts)[number];

export const specialTopics = ['health', 'violence', 'trafficking', 'asylumReasons'] as const;
export type SpecialTopic = (typeof specialTopics)[number];

/** Which category of data (vocabulary `dataCategories`) each fact belongs to. */
export const categoryOfFact: Readonly<Record<LetterFact, string>> = {
  birth: 'identity',
  ageBand: 'identity',
  sex: 'identity',
  nationality: 'identity',
  caseNumber: 'identity',
  fiscalCode: 'documents',
  permit: 'documents',
  permitExpiry: 'documents',
  permitRequest: 'documents',
  legalStatus: 'legalStatus',
  decision: 'legalStatus',
  receptionExit: 'legalStatus',
  address: 'contact',
  city: 'contact',
  contact: 'contact',
  safeContact: 'contact',
  languages: 'languages',
  household: 'family',
  guardian: 'family',
  education: 'education',
  work: 'work',
};

export const categoryOfTopic: Readonly<Record<SpecialTopic, string>> = {
  health: 'health',
  violence: 'violence',
  trafficking: 'violence',
  asylumReasons: 'asylumStory',
};

/** Facts that show on what ground somebody stays in the country, or that they have none. */
export const factsOfStay: readonly LetterFact[] = [
  'legalStatus',
  'permit',
  'permitExpiry',
  'permitRequest',
  'decision',
  'receptionExit',
];
