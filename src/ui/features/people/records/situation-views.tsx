import { addressDetails, addressKinds } from '#domain/people/address.ts';
import { contactDetails, contactKinds, contactOwners } from '#domain/people/contact.ts';
import {
  documentStateOn,
  documentStates,
  expiryKinds,
  identityDocumentDetails,
  seenKinds,
} from '#domain/people/identity-document.ts';
import { decisions, legalStatusDetails } from '#domain/people/legal-status.ts';
import { isWithin } from '#domain/people/period.ts';
import { receptionExits, receptionStayDetails } from '#domain/people/reception-stay.ts';
import { vault } from '#ui/app/vault-client.ts';
import type { TagTone } from '#ui/components/tag.tsx';
import type { ListedRecordView } from './record-view.ts';
import { periodText } from './use-line-tools.ts';

const isPast = (toOn: string | undefined, today: string) => toOn !== undefined && toOn < today;

export const contactView: ListedRecordView<typeof contactDetails> = {
  name: 'personContacts',
  schema: contactDetails,
  calls: vault.personContacts,
  start: { kind: 'phone', owner: 'self', safe: false, noMessages: false, isPreferred: false },
  fields: [
    { name: 'kind', kind: 'codes', codes: contactKinds, list: 'contactKinds' },
    { name: 'value', kind: 'text', max: 160, isLtr: true },
    { name: 'owner', kind: 'codes', codes: contactOwners, list: 'contactOwners' },
    { name: 'ownerName', kind: 'text', max: 120, isShown: ({ owner }) => owner !== 'self' },
    { name: 'hours', kind: 'text', max: 160, isWide: true },
    { name: 'safe', kind: 'flag', hasHint: true },
    { name: 'noMessages', kind: 'flag' },
    { name: 'isPreferred', kind: 'flag' },
    { name: 'isEmergency', kind: 'flag' },
  ],
  lineOf: (contact, { labels, say }) => ({
    title: <bdi dir="ltr">{contact.value}</bdi>,
    facts: [
      labels.label('contactKinds', contact.kind),
      contact.isPreferred && say('personContacts.preferred'),
      contact.isEmergency && say('inEmergency'),
      contact.owner !== 'self' && labels.label('contactOwners', contact.owner),
      contact.ownerName,
      contact.noMessages && say('personContacts.noMessages'),
      contact.hours,
    ],
    ...(contact.safe ? {} : { tag: { tone: 'bad' as const, text: say('personContacts.unsafe') } }),
  }),
};

export const addressView: ListedRecordView<typeof addressDetails> = {
  name: 'personAddresses',
  schema: addressDetails,
  calls: vault.personAddresses,
  start: { kind: 'domicile', safeForPost: false },
  fields: [
    { name: 'kind', kind: 'codes', codes: addressKinds, list: 'addressKinds' },
    { name: 'careOf', kind: 'text', max: 120 },
    { name: 'address', kind: 'text', max: 200, isWide: true },
    { name: 'fromOn', kind: 'date' },
    { name: 'toOn', kind: 'date' },
    { name: 'safeForPost', kind: 'flag' },
  ],
  lineOf: (address, tools) => ({
    title: address.address,
    facts: [
      tools.labels.label('addressKinds', address.kind),
      address.careOf && `c/o ${address.careOf}`,
      periodText(address, tools),
      address.safeForPost && tools.say('personAddresses.post'),
    ],
    isPast: isPast(address.toOn, tools.today),
  }),
};

const STATE_TONES: Record<(typeof documentStates)[number], TagTone> = {
  askedFor: 'calm',
  receipt: 'calm',
  issued: 'good',
  underRenewal: 'attention',
  longTerm: 'good',
  expired: 'bad',
  revoked: 'bad',
  lost: 'bad',
  replaced: 'neutral',
};

export const documentView: ListedRecordView<typeof identityDocumentDetails> = {
  name: 'identityDocuments',
  schema: identityDocumentDetails,
  calls: vault.identityDocuments,
  start: { type: 'residencePermit', state: 'issued', expiry: 'known', seen: 'original' },
  fields: [
    { name: 'type', kind: 'vocabulary', list: 'documentTypes' },
    { name: 'state', kind: 'codes', codes: documentStates, list: 'documentStates' },
    {
      name: 'title',
      kind: 'vocabulary',
      list: 'residenceTitles',
      isOptional: true,
      isWide: true,
      isShown: ({ type }) => type === 'residencePermit',
    },
    { name: 'number', kind: 'text', max: 80, isLtr: true },
    { name: 'issuer', kind: 'text', max: 160 },
    { name: 'askedOn', kind: 'date' },
    { name: 'issuedOn', kind: 'date' },
    { name: 'expiry', kind: 'codes', codes: expiryKinds, list: 'expiryKinds' },
    { name: 'expiresOn', kind: 'date', isShown: ({ expiry }) => expiry === 'known' },
    {
      name: 'country',
      kind: 'country',
      isShown: ({ type }) => type !== 'residencePermit' && type !== 'asylumForm',
    },
    { name: 'seen', kind: 'codes', codes: seenKinds, list: 'seenKinds' },
    { name: 'replacedBy', kind: 'row', isShown: ({ state }) => state === 'replaced' },
    { name: 'note', kind: 'note', max: 400 },
  ],
  lineOf: (document, { today, dates, labels, say }) => {
    const state = documentStateOn(document, today);
    const { expiresOn, expiry } = document;
    return {
      title: labels.label('documentTypes', document.type),
      facts: [
        document.title && labels.label('residenceTitles', document.title),
        document.number && say('number', { number: document.number }),
        document.askedOn && say('askedOn', { date: dates.day(document.askedOn) }),
        document.issuedOn && say('issuedOn', { date: dates.day(document.issuedOn) }),
        expiresOn
          ? say(expiresOn < today ? 'expiredOn' : 'expiresOn', { date: dates.day(expiresOn) })
          : expiry !== 'known' && say(`expiry.${expiry}`),
        document.issuer,
        document.country && labels.country(document.country),
        document.seen !== 'original' && labels.label('seenKinds', document.seen),
        document.note,
      ],
      tag: { tone: STATE_TONES[state], text: labels.label('documentStates', state) },
      isPast: ['expired', 'revoked', 'lost', 'replaced'].includes(state),
    };
  },
};

export const legalStatusView: ListedRecordView<typeof legalStatusDetails> = {
  name: 'legalStatusPeriods',
  schema: legalStatusDetails,
  calls: vault.legalStatusPeriods,
  start: {},
  fields: [
    { name: 'status', kind: 'vocabulary', list: 'legalStatuses', isWide: true },
    { name: 'fromOn', kind: 'date' },
    { name: 'toOn', kind: 'date' },
    { name: 'decision', kind: 'codes', codes: decisions, list: 'decisions', isOptional: true },
    { name: 'authority', kind: 'text', max: 160 },
    { name: 'decidedOn', kind: 'date' },
    { name: 'notifiedOn', kind: 'date', hasHint: true },
    { name: 'reference', kind: 'text', max: 80 },
    { name: 'lawyer', kind: 'text', max: 160 },
    { name: 'note', kind: 'note', max: 400 },
  ],
  lineOf: (period, tools) => {
    const { dates, labels, say, today } = tools;
    return {
      title: labels.label('legalStatuses', period.status),
      facts: [
        periodText(period, tools),
        period.decision &&
          say('decision', { decision: labels.label('decisions', period.decision) }),
        period.notifiedOn && say('notifiedOn', { date: dates.day(period.notifiedOn) }),
        period.authority,
        period.reference,
        period.lawyer && say('lawyer', { name: period.lawyer }),
        period.note,
      ],
      isPast: !isWithin(period, today),
    };
  },
};

export const receptionView: ListedRecordView<typeof receptionStayDetails> = {
  name: 'receptionStays',
  schema: receptionStayDetails,
  calls: vault.receptionStays,
  start: {},
  fields: [
    { name: 'type', kind: 'vocabulary', list: 'receptionTypes' },
    { name: 'place', kind: 'text', max: 160 },
    { name: 'fromOn', kind: 'date' },
    { name: 'toOn', kind: 'date' },
    {
      name: 'exitReason',
      kind: 'codes',
      codes: receptionExits,
      list: 'receptionExits',
      isOptional: true,
      isShown: ({ toOn }) => Boolean(toOn),
    },
    {
      name: 'exitProof',
      kind: 'text',
      max: 160,
      hasHint: true,
      isShown: ({ toOn }) => Boolean(toOn),
    },
    { name: 'note', kind: 'note', max: 400 },
  ],
  lineOf: (stay, tools) => ({
    title: tools.labels.label('receptionTypes', stay.type),
    facts: [
      stay.place,
      periodText(stay, tools),
      stay.exitReason && tools.labels.label('receptionExits', stay.exitReason),
      stay.exitProof,
      stay.note,
    ],
    isPast: isPast(stay.toOn, tools.today),
  }),
};
