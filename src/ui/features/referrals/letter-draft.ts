import type { LetterTemplateSummary } from '#api/letters.ts';
import type { LetterInput } from '#domain/letters/letter.ts';
import type { LetterFact, SpecialTopic } from '#domain/letters/letter-fact.ts';
import { allowedFactsOf, usualFactsOf } from '#domain/letters/letter-identity.ts';
import type { LetterLanguage } from '#domain/letters/letter-template.ts';
import { type ReferralWay, replyByFor, type Urgency } from '#domain/referrals/referral.ts';

/** A letter while it is written. */
export interface LetterDraft {
  template: LetterTemplateSummary | undefined;
  language: LetterLanguage;
  organisationId: string | null;
  attention: string;
  way: ReferralWay | '';
  facts: LetterFact[];
  /** A reference in the place of the name, where there is a choice. */
  isConfidential?: boolean;
  /** By the key of the question. */
  answers: Record<string, string>;
  /** Topics that were ticked, with what is said about them. */
  special: Partial<Record<SpecialTopic, string>>;
  urgency: Urgency;
  situation: string;
  request: string;
  attachments: string;
  signedBy: string;
  contactHours: string;
  replyBy: string | undefined;
}

export function emptyLetter(signedBy: string): LetterDraft {
  return {
    template: undefined,
    language: 'it',
    organisationId: null,
    attention: '',
    way: '',
    facts: [],
    answers: {},
    special: {},
    urgency: 'normal',
    situation: '',
    request: '',
    attachments: '',
    signedBy,
    contactHours: '',
    replyBy: undefined,
  };
}

export function wordsIn(template: LetterTemplateSummary, language: LetterLanguage) {
  return template.texts[language] ?? template.texts.it;
}

/** What a language of the template brings with it. */
export function inLanguage(draft: LetterDraft, language: LetterLanguage): LetterDraft {
  if (!draft.template) return draft;
  const { request, attachments } = wordsIn(draft.template, language);
  const enclosed = draft.isConfidential ? draft.attachments : attachments.join('\n');
  return { ...draft, language, request, attachments: enclosed };
}

/** With the name or without: what may be said beside it changes, and papers with a name stay here. */
export function inConfidence(draft: LetterDraft, isConfidential: boolean): LetterDraft {
  const { template, language } = draft;
  if (!template) return draft;
  const before = usualFactsOf(template, { isConfidential: !isConfidential });
  const allowed = allowedFactsOf(template, { isConfidential });
  const added = draft.facts.filter((fact) => !before.includes(fact) && allowed.includes(fact));
  const attachments = isConfidential ? [] : wordsIn(template, language).attachments;
  return {
    ...draft,
    isConfidential,
    facts: [...new Set([...usualFactsOf(template, { isConfidential }), ...added])],
    attachments: attachments.join('\n'),
  };
}

/** What a template brings with it; what was already written about the situation stays. */
export function withTemplate(
  draft: LetterDraft,
  template: LetterTemplateSummary,
  today: string,
): LetterDraft {
  const next: LetterDraft = {
    ...draft,
    template,
    organisationId: null,
    isConfidential: false,
    facts: [...template.usualFacts],
    answers: {},
    special: {},
    replyBy: replyByFor(draft.urgency, today, template.replyWithinDays),
  };
  return inLanguage(next, 'it');
}

/** A letter as the vault drafts it from what it knows. */
export type WrittenLetter = Pick<
  LetterInput,
  'templateCode' | 'organisationId' | 'facts' | 'answers' | 'attachments'
>;

/** The template, filled with what was drafted. */
export function withWritten(
  draft: LetterDraft,
  template: LetterTemplateSummary,
  { organisationId, facts, answers = [], attachments }: WrittenLetter,
  today: string,
): LetterDraft {
  return {
    ...withTemplate(draft, template, today),
    organisationId: organisationId ?? null,
    facts: [...facts],
    answers: Object.fromEntries(answers.map(({ key, text }) => [key, text])),
    attachments: attachments.join('\n'),
  };
}

const told = (text: string) => (text.trim() === '' ? undefined : text.trim());

const MOST_ATTACHMENTS = 12;

function contentOf({ answers, special }: LetterDraft): Pick<LetterInput, 'answers' | 'special'> {
  return {
    answers: Object.entries(answers).flatMap(([key, text]) =>
      told(text) ? [{ key, text: text.trim() }] : [],
    ),
    special: (Object.entries(special) as [SpecialTopic, string][]).flatMap(([topic, text]) =>
      told(text) ? [{ topic, text: text.trim(), isTicked: true as const }] : [],
    ),
  };
}

/** The letter as the vault wants it, or nothing while something needed is missing. */
export function toLetterDetails(draft: LetterDraft): LetterInput | undefined {
  const { template, organisationId, language } = draft;
  const signedBy = told(draft.signedBy);
  if (!template || !signedBy) return undefined;
  const isForPerson = template.recipient === 'person';
  if (!isForPerson && organisationId === null) return undefined;
  const request = told(draft.request);
  return {
    templateCode: template.code,
    language,
    ...(isForPerson || organisationId === null ? {} : { organisationId }),
    attention: told(draft.attention),
    way: draft.way === '' ? undefined : draft.way,
    facts: draft.facts,
    isConfidential: draft.isConfidential ?? false,
    ...contentOf(draft),
    situation: told(draft.situation),
    // Unchanged words stay the template's own, so that a corrected template is used.
    request: request === wordsIn(template, language).request.trim() ? undefined : request,
    attachments: draft.attachments
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, MOST_ATTACHMENTS),
    signedBy,
    contactHours: told(draft.contactHours),
    replyBy: draft.replyBy,
  };
}
