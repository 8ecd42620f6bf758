import type { LetterTemplateSummary } from '#api/referrals.ts';
import type { LetterFact } from '#domain/documents/letter-template.ts';
import type { LetterDetails } from '#domain/referrals/letter.ts';
import { replyByFor, type Urgency } from '#domain/referrals/referral.ts';

/** A letter while it is written. */
export interface LetterDraft {
  template: LetterTemplateSummary | undefined;
  organisationId: string | null;
  facts: LetterFact[];
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
    organisationId: null,
    facts: [],
    urgency: 'normal',
    situation: '',
    request: '',
    attachments: '',
    signedBy,
    contactHours: '',
    replyBy: undefined,
  };
}

/** What a template brings with it; what was already written about the situation stays. */
export function withTemplate(
  draft: LetterDraft,
  template: LetterTemplateSummary,
  today: string,
): LetterDraft {
  return {
    ...draft,
    template,
    organisationId: null,
    facts: [...template.usualFacts],
    request: template.request,
    attachments: template.attachments.join('\n'),
    replyBy: replyByFor(draft.urgency, today, template.replyWithinDays),
  };
}

const told = (text: string) => (text.trim() === '' ? undefined : text.trim());

/** The letter as the vault wants it, or nothing while something needed is missing. */
export function toLetterDetails(draft: LetterDraft): LetterDetails | undefined {
  const { template, organisationId } = draft;
  const signedBy = told(draft.signedBy);
  if (!template || organisationId === null || !signedBy) return undefined;
  const request = told(draft.request);
  return {
    templateCode: template.code,
    organisationId,
    facts: draft.facts,
    situation: told(draft.situation),
    // Unchanged words stay the template's own, so that a corrected template is used.
    request: request === template.request.trim() ? undefined : request,
    attachments: draft.attachments
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, 12),
    signedBy,
    contactHours: told(draft.contactHours),
    replyBy: draft.replyBy,
  };
}
