import {
  actsForChild,
  type ConsentDetails,
  type ConsentGiver,
  type ConsentInput,
  newConsent,
} from '#domain/consents/consent.ts';
import type { Vocabularies } from '#domain/vocabularies/vocabulary.ts';

/** A consent while it is written. */
export interface ConsentDraft {
  purpose: string;
  /** Empty: the usual one of the purpose. */
  legalBasis: string;
  organisationId: string | undefined;
  recipient: string;
  dataCategories: string[];
  givenBy: ConsentGiver;
  giverName: string;
  giverAuthority: string;
  stance: NonNullable<ConsentDetails['childOpinion']>['stance'] | '';
  childWords: string;
  way: ConsentDetails['way'];
  witness: string;
  interpreter: string;
  language: string | undefined;
  scope: string;
  givenOn: string | undefined;
  expiresOn: string | undefined;
}

export interface ConsentAbout {
  organisationId?: string | undefined;
  /** Code of the purpose, and who is named, where it is not for an office. */
  purpose?: string | undefined;
  recipient?: string | undefined;
  /** Data the consent is asked for, when a letter asks for it. */
  categories?: string[] | undefined;
}

export function emptyConsent(
  today: string,
  isUnderAge: boolean,
  { organisationId, purpose = 'referral', recipient = '', categories = [] }: ConsentAbout,
): ConsentDraft {
  return {
    purpose,
    legalBasis: '',
    organisationId,
    recipient,
    dataCategories: categories,
    givenBy: isUnderAge ? 'parent' : 'self',
    giverName: '',
    giverAuthority: '',
    stance: '',
    childWords: '',
    way: 'signed',
    witness: '',
    interpreter: '',
    language: undefined,
    scope: '',
    givenOn: today,
    expiresOn: undefined,
  };
}

type PurposeRules = Pick<
  Vocabularies['consentPurposes']['items'][number],
  'recipient' | 'usualBasis'
>;

const told = (text: string) => (text.trim() === '' ? undefined : text.trim());

/** What the draft says, when it says all that a consent must; what its purpose does not ask is left out. */
export function toNewConsent(
  draft: ConsentDraft,
  notice: { version: string; givenOn: string } | undefined,
  { recipient: recipientKind, usualBasis }: PurposeRules,
): ConsentInput | undefined {
  const { givenBy, way, stance } = draft;
  const input = {
    purpose: draft.purpose,
    legalBasis: draft.legalBasis || usualBasis,
    organisationId: recipientKind === 'organisation' ? draft.organisationId : undefined,
    recipient: recipientKind === 'named' ? told(draft.recipient) : undefined,
    dataCategories: draft.dataCategories,
    givenBy,
    giverName: givenBy === 'self' ? undefined : told(draft.giverName),
    giverAuthority: givenBy === 'self' ? undefined : told(draft.giverAuthority),
    childOpinion:
      actsForChild(givenBy) && stance !== ''
        ? { stance, words: told(draft.childWords) }
        : undefined,
    way,
    witness: way === 'oral' ? told(draft.witness) : undefined,
    interpreter: told(draft.interpreter),
    language: draft.language,
    noticeVersion: notice?.version,
    noticeGivenOn: notice?.givenOn,
    scope: told(draft.scope),
    givenOn: draft.givenOn,
    expiresOn: draft.expiresOn,
  };
  const parsed = newConsent.safeParse(input);
  return parsed.success ? parsed.data : undefined;
}
