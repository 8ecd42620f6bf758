import type { AssociationDetails } from '#domain/casework/association.ts';
import type { OrganisationDetails } from '#domain/directory/organisation.ts';
import type { LetterDetails } from '#domain/letters/letter.ts';
import { identityOf } from '#domain/letters/letter-identity.ts';
import {
  fillIfKnown,
  fillLine,
  fillMarks,
  type LetterTemplate,
  type LetterText,
  type ParagraphCondition,
  textIn,
} from '#domain/letters/letter-template.ts';
import { listedName, spokenName } from '#domain/names/person-name.ts';
import type { Urgency } from '#domain/referrals/referral.ts';
import type { Letterhead } from '#typesetting/document.ts';
import { factMarks, referenceText } from './fact-texts.ts';
import type { LetterTexts } from './letter-texts.ts';
import type { StatedFacts } from './stated-facts.ts';

/** The office as the letter addresses it. */
export type Addressee = Pick<OrganisationDetails, 'name' | 'office' | 'address' | 'pec'>;

/** What the letter says about the consent it rests on. */
export interface StatedConsent {
  givenOn: string;
  byOther: boolean;
  /** So that the sheet can be found again; says nothing. */
  reference: string;
}

export interface LetterContents {
  association: AssociationDetails;
  letterhead?: Pick<Letterhead, 'logo'> & { footer?: string; accent?: string };
  /** Missing when the letter is for the person. */
  addressee?: Addressee;
  template: LetterTemplate;
  details: LetterDetails;
  facts: StatedFacts;
  consent?: StatedConsent;
  urgency: Urgency;
  /** Absent while the letter is a draft. */
  protocol?: { year: number; number: number };
  /** It shows what was sent, and must not leave again. */
  isHeld?: boolean;
  issuedOn: string;
  replyBy: string;
  isDemo: boolean;
}

export const protocolText = ({ year, number }: { year: number; number: number }) =>
  `${number}/${year}`;

export function markValues(contents: LetterContents, texts: LetterTexts): Record<string, string> {
  const { association, addressee, facts, replyBy, issuedOn, template, details } = contents;
  const reference = referenceText(contents.protocol, texts);
  return {
    ...factMarks(facts, texts),
    association: association.name,
    ...(addressee ? { office: addressee.office || addressee.name } : {}),
    reference,
    replyBy: texts.date(replyBy),
    today: texts.date(issuedOn),
    ...(identityOf(template, details) === 'name'
      ? {
          name: template.recipient === 'person' ? spokenName(facts) : listedName(facts),
          initials: facts.initials,
          caseNumber: facts.caseNumber,
        }
      : // In the words of a letter that may have the name, so that no sentence is about nobody.
        { name: reference, initials: reference, caseNumber: reference }),
  };
}

export function subjectsOf(contents: LetterContents, texts: LetterTexts) {
  const words = textIn(contents.template, contents.details.language);
  const values = markValues(contents, texts);
  return {
    subject: fillMarks(words.subject, values),
    shortSubject: fillMarks(words.shortSubject, values).slice(0, 64),
  };
}

function holds(condition: ParagraphCondition, contents: LetterContents): boolean {
  const { facts, urgency, details } = contents;
  switch (condition) {
    case 'always':
      return true;
    case 'minor':
      return facts.isMinor;
    case 'adult':
      return !facts.isMinor;
    case 'needsInterpreter':
      return facts.needsInterpreter;
    case 'urgent':
      return urgency === 'within24h' || urgency === 'within72h';
    case 'withAttachments':
      return details.attachments.length > 0;
  }
}

/** The paragraphs that apply; one whose marks have no value is about nothing and left out. */
export function paragraphsOf(
  contents: LetterContents,
  words: LetterText,
  texts: LetterTexts,
): string[] {
  const values = markValues(contents, texts);
  return words.paragraphs.flatMap(({ when, text }) =>
    holds(when, contents) ? (fillIfKnown(text, values) ?? []) : [],
  );
}

/** What goes along, a line each, as the office reads it. */
export function enclosuresOf(contents: LetterContents, texts: LetterTexts): string[] {
  const values = markValues(contents, texts);
  return contents.details.attachments.flatMap((line) => fillLine(line, values) ?? []);
}
