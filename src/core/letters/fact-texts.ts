/* What a letter states, in the words of its language: on the page, in the preview and for the marks of a text. */
import type { LetterFact } from '#domain/letters/letter-fact.ts';
import { letterFacts } from '#domain/letters/letter-fact.ts';
import { listedName } from '#domain/names/person-name.ts';
import { replyReference } from '#domain/protocol/reply-reference.ts';
import type { LetterTexts } from './letter-texts.ts';
import type { StatedFacts } from './stated-facts.ts';

export interface FactLine {
  key: LetterFact | 'name' | 'code';
  label: string;
  value: string;
  isBold?: boolean;
  /** A number or an address of the left-to-right kind. */
  isIsolated?: boolean;
}

const joined = (parts: (string | false | undefined)[]) => parts.filter(Boolean).join(', ');

function expiryText(
  { expiry, expiresOn }: Pick<NonNullable<StatedFacts['permit']>, 'expiry' | 'expiresOn'>,
  texts: LetterTexts,
  key: 'expiresOn' | 'validUntil',
): string | undefined {
  if (expiresOn) return texts.say(key, { date: texts.date(expiresOn) });
  return expiry === 'none' ? texts.say('noExpiry') : undefined;
}

const stateKeys: Readonly<Record<string, string>> = {
  askedFor: 'asked',
  receipt: 'receipt',
  underRenewal: 'renewal',
};

function stateText(state: string, texts: LetterTexts): string | undefined {
  const key = stateKeys[state];
  return key && texts.say(key);
}

const titleText = (title: string | undefined, texts: LetterTexts) =>
  title && texts.label('residenceTitles', title);

const numberText = (number: string | undefined, texts: LetterTexts) =>
  number && texts.say('permitNumber', { number });

type Teller = (facts: StatedFacts, texts: LetterTexts) => string | undefined;

/** How each fact is said; nothing when it was not picked. */
const tellers: Readonly<Record<LetterFact, Teller>> = {
  birth: ({ birth }, texts) => birth && texts.partialDate(birth),
  ageBand: ({ ageBand }, texts) => {
    if (!ageBand) return undefined;
    const { from, to } = ageBand;
    return to === undefined
      ? texts.say('yearsAndMore', { from })
      : texts.say('years', { from, to });
  },
  sex: ({ sex }, texts) => sex && texts.label('sexes', sex),
  nationality: ({ nationalities }, texts) => nationalities?.map(texts.country).join(', '),
  fiscalCode: ({ fiscalCode }) => fiscalCode,
  legalStatus: ({ legalStatus }, texts) => legalStatus && texts.label('legalStatuses', legalStatus),
  permit: ({ permit }, texts) =>
    permit &&
    joined([
      titleText(permit.title, texts),
      numberText(permit.number, texts),
      stateText(permit.state, texts),
      expiryText(permit, texts, 'expiresOn'),
    ]),
  permitExpiry: ({ permitExpiry }, texts) =>
    permitExpiry && expiryText(permitExpiry, texts, 'validUntil'),
  permitRequest: ({ permitRequest }, texts) =>
    permitRequest &&
    joined([
      stateText(permitRequest.state, texts),
      titleText(permitRequest.title, texts),
      numberText(permitRequest.number, texts),
      permitRequest.askedOn && texts.say('askedOn', { date: texts.date(permitRequest.askedOn) }),
    ]),
  decision: ({ decision }, texts) =>
    decision &&
    joined([
      texts.say('notifiedOn', { date: texts.date(decision.notifiedOn) }),
      decision.due &&
        texts.say(decision.isAssumed ? 'dueAssumed' : 'dueBy', { date: texts.date(decision.due) }),
    ]),
  receptionExit: ({ receptionExitOn }, texts) => receptionExitOn && texts.date(receptionExitOn),
  address: ({ address }) => address,
  city: ({ city }) => city,
  contact: ({ contact }) => contact?.value,
  safeContact: ({ safeContact }, texts) =>
    safeContact &&
    (safeContact.hours
      ? texts.say('safeHours', { value: safeContact.value, hours: safeContact.hours })
      : safeContact.value),
  languages: ({ languages }, texts) =>
    languages
      ?.map((one) => {
        const language = texts.languageName(one.language);
        return one.needsInterpreter ? texts.say('needsInterpreter', { language }) : language;
      })
      .join(', '),
  household: ({ household }, texts) =>
    household &&
    joined([
      household.people === 1
        ? texts.say('onePerson')
        : texts.say('people', { count: household.people }),
      household.people > 1 &&
        household.minors > 0 &&
        texts.say('minors', { count: household.minors }),
    ]),
  guardian: ({ guardian }, texts) =>
    guardian &&
    joined([
      guardian.name,
      guardian.decree && texts.say('decree', { decree: guardian.decree }),
      guardian.court,
    ]),
  education: ({ education }, texts) =>
    education &&
    joined([
      texts.label('educationLevels', education.level),
      education.subject,
      education.country && texts.country(education.country),
      education.years !== undefined && texts.say('schoolYears', { count: education.years }),
      texts.label('titleHoldings', education.titleHeld),
    ]),
  work: ({ work }, texts) =>
    work
      ?.map(({ occupation, years }) =>
        joined([occupation, years !== undefined && texts.say('workYears', { count: years })]),
      )
      .join('; '),
  caseNumber: ({ caseNumber, showsCaseNumber }) => (showsCaseNumber ? caseNumber : undefined),
};

const ISOLATED: readonly LetterFact[] = ['contact', 'safeContact', 'caseNumber', 'fiscalCode'];
const BOLD: readonly LetterFact[] = ['decision'];

/** What stands in the place of a name: the reference of the reply slip, once the letter has its number. */
export function referenceText(
  protocol: { year: number; number: number } | undefined,
  texts: LetterTexts,
): string {
  return protocol ? replyReference(protocol) : texts.say('referenceDraft');
}

interface Told {
  facts: StatedFacts;
  identity: 'name' | 'code';
  protocol?: { year: number; number: number } | undefined;
}

/** The lines of the person, the name or the code first. */
export function factLines({ facts, identity, protocol }: Told, texts: LetterTexts): FactLine[] {
  const first: FactLine =
    identity === 'name'
      ? { key: 'name', label: texts.say('fact.name'), value: listedName(facts), isBold: true }
      : {
          key: 'code',
          label: texts.say('fact.code'),
          value: referenceText(protocol, texts),
          isBold: true,
          isIsolated: true,
        };
  const lines = letterFacts.flatMap((fact): FactLine[] => {
    const value = tellers[fact](facts, texts);
    // Letters from before the reference may have ticked it.
    if (!value || (fact === 'caseNumber' && identity === 'code')) return [];
    return [
      {
        key: fact,
        label: texts.say(`fact.${fact}`),
        value,
        ...(BOLD.includes(fact) ? { isBold: true } : {}),
        ...(ISOLATED.includes(fact) ? { isIsolated: true } : {}),
      },
    ];
  });
  return [first, ...lines];
}

/** Values for the marks of a text; only what was picked has one. */
export function factMarks(facts: StatedFacts, texts: LetterTexts): Record<string, string> {
  return Object.fromEntries(
    letterFacts.flatMap((fact) => {
      const value = tellers[fact](facts, texts);
      return value ? [[fact, value]] : [];
    }),
  );
}
