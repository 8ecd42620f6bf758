import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { letterDetails } from '#domain/letters/letter.ts';
import { letterFacts, specialTopics } from '#domain/letters/letter-fact.ts';
import {
  excludedContents,
  letterTemplate,
  recipientSides,
} from '#domain/letters/letter-template.ts';
import { urgencies } from '#domain/referrals/referral.ts';
import { desk, mediating, procedure } from './procedure.ts';

const shape = letterTemplate.shape;

const words = z.strictObject({
  title: z.string(),
  request: z.string(),
  attachments: z.array(z.string()),
  nativeRead: z.boolean(),
});

const letterTemplateSummary = z.strictObject({
  code: z.string(),
  title: z.string(),
  source: z.string(),
  checkedOn: calendarDate,
  evidence: shape.evidence,
  recipient: z.enum(recipientSides),
  identity: shape.identity,
  organisationKinds: z.array(z.string()),
  allowedFacts: z.array(z.enum(letterFacts)),
  usualFacts: z.array(z.enum(letterFacts)),
  questions: shape.questions,
  specialTopics: z.array(z.enum(specialTopics)),
  needsSecondPerson: z.boolean(),
  replyWithinDays: z.int(),
  /** The words of each language the letter exists in; Italian always. */
  texts: z.strictObject({ it: words, en: words.optional(), fr: words.optional() }),
  /** The association's own words, by the number of their version; 0 for the original. */
  version: z.int(),
});
export type LetterTemplateSummary = z.infer<typeof letterTemplateSummary>;

const leavingFact = z.strictObject({
  /** A fact, `name`, `code` or `situation`; `answers.` or `special.` and the question or topic. */
  key: z.string(),
  /** As the letter says it, in its language. */
  value: z.string(),
  source: z.enum([
    'personSheet',
    'identityDocument',
    'legalStatus',
    'procedureEvent',
    'reception',
    'address',
    'contact',
    'tie',
    'education',
    'work',
    'caseFile',
    'typed',
  ]),
  /** When it was last written there. */
  changedOn: calendarDate.optional(),
});
export type LeavingFact = z.infer<typeof leavingFact>;

/** What to think of before it leaves, beyond the words of the text. */
const letterNotices = [
  'minorWithoutGuardian',
  'minor',
  'secondPerson',
  'nameBesideDanger',
  'enclosuresMayName',
] as const;

const letterCheck = z.strictObject({
  /** Empty when the letter is for the person. */
  recipient: z.string(),
  leaving: z.array(leavingFact),
  /** Ticked facts the register does not know, or must not say because a contact is not safe. */
  missing: z.array(z.enum(letterFacts)),
  categories: z.array(z.string()),
  warnings: z.array(
    z.strictObject({ content: z.enum(excludedContents), field: z.string(), found: z.string() }),
  ),
  notices: z.array(z.enum(letterNotices)),
  /** Goes back with the order to issue. */
  seal: z.string(),
});
export type LetterCheck = z.infer<typeof letterCheck>;

const seal = z.string().length(64);
const ofLetter = { personId: z.uuid(), details: letterDetails };
const toIssue = z.strictObject({
  ...ofLetter,
  urgency: z.enum(urgencies).default('normal'),
  /** The referral it is for, when that was opened before; otherwise the letter opens one. */
  referralId: z.uuid().optional(),
  /** What `letters.check` answered: only what somebody has looked at is issued. */
  seal,
});

const issued = z.strictObject({
  id: z.uuid(),
  protocol: z.string(),
  /** For the subject line of an e-mail: at most 64 characters, and says nothing about anybody. */
  shortSubject: z.string(),
  /** None for a letter to the person. */
  referralId: z.uuid().optional(),
});

const proposal = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  listedName: z.string(),
  details: letterDetails,
  urgency: z.enum(urgencies),
  proposedOn: calendarDate,
  proposedBy: z.string(),
  isOwn: z.boolean(),
});
export type LetterProposal = z.infer<typeof proposal>;

const byId = z.strictObject({ id: z.uuid() });

export const letterProcedures = {
  'letters.templates': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(letterTemplateSummary) }),
    role: desk,
    kind: 'query',
  }),
  /** Exactly what would leave with a letter, where each fact stands, and what to look at twice. */
  'letters.check': procedure({
    input: z.strictObject(ofLetter),
    output: letterCheck,
    role: desk,
    kind: 'query',
  }),
  /** Gives the letter its protocol number and keeps it as it leaves; refused without valid consent. */
  'letters.issue': procedure({ input: toIssue, output: issued, role: desk, kind: 'mutation' }),
  /** Lays a letter before a second user, where it needs one. */
  'letters.propose': procedure({ input: toIssue, output: byId, role: desk, kind: 'mutation' }),
  'letters.proposals': procedure({
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(proposal) }),
    role: desk,
    kind: 'query',
  }),
  'letters.confirm': procedure({
    input: z.strictObject({ id: z.uuid(), seal }),
    output: issued,
    role: mediating,
    kind: 'mutation',
  }),
  'letters.withdraw': procedure({
    input: byId,
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** Notes that a copy was printed; one that is saved is noted by itself. */
  'letters.recordCopy': procedure({
    input: z.strictObject({ letterId: z.uuid(), kind: z.enum(['office', 'person']) }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};
