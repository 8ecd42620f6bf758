/*
 * The referral letter as Italian offices expect it: letterhead, own protocol number, place and date, office,
 * subject, who we are, the person, the situation, one precise request, enclosures, a date for the reply, and
 * on a page of its own the person's consent and a slip the office can send back (domain dossier 3.1).
 */
import type { AssociationDetails } from '#domain/casework/association.ts';
import type { OrganisationDetails } from '#domain/directory/organisation.ts';
import { fillMarks, type LetterTemplate } from '#domain/documents/letter-template.ts';
import { listedName } from '#domain/names/person-name.ts';
import type { LetterDetails } from '#domain/referrals/letter.ts';
import type { Block, Text, TypesetDocument } from '#typesetting/document.ts';
import { letterheadOf } from './letterhead.ts';
import type { StatedFacts } from './stated-facts.ts';
import type { Texts } from './texts.ts';

/** The office as the letter addresses it. */
export type Addressee = Pick<OrganisationDetails, 'name' | 'office' | 'address' | 'pec'>;

export interface LetterContents {
  association: AssociationDetails;
  organisation: Addressee;
  template: LetterTemplate;
  details: LetterDetails;
  facts: StatedFacts;
  /** Absent while the letter is a draft. */
  protocol?: string | undefined;
  /** It shows what was sent, and must not leave again. */
  isHeld?: boolean;
  issuedOn: string;
  replyBy: string;
  isDemo: boolean;
}

const isolated = (text: string): Text => [{ text, isolate: 'ltr' }];

function factRows(facts: StatedFacts, texts: Texts): { label: Text; value: Text }[] {
  const rows: [string, Text | undefined][] = [
    ['name', [{ text: listedName(facts), bold: true }]],
    ['birth', facts.birth && texts.partialDate(facts.birth)],
    ['sex', facts.sex && texts.label('sexes', facts.sex)],
    ['nationality', facts.nationalities?.map(texts.country).join(', ')],
    ['legalStatus', facts.legalStatus && texts.label('legalStatuses', facts.legalStatus)],
    ['address', facts.address],
    ['contact', facts.contact && isolated(facts.contact.value)],
    ['languages', facts.languages?.map((one) => spokenLanguage(one, texts)).join(', ')],
    ['receptionExit', facts.receptionExitOn && texts.date(facts.receptionExitOn)],
    ['caseNumber', isolated(facts.caseNumber)],
  ];
  return rows.flatMap(([key, value]) =>
    value && value.length > 0 ? [{ label: texts.say(`fact.${key}`), value }] : [],
  );
}

export function spokenLanguage(
  one: { language: string; needsInterpreter: boolean },
  texts: Texts,
): string {
  const language = texts.languageName(one.language);
  return one.needsInterpreter ? texts.say('fact.needsInterpreter', { language }) : language;
}

function labelled(label: string, text: string, style: 'body' | 'small'): Block {
  return { type: 'paragraph', style, text: [{ text: `${label}: `, bold: true }, { text }] };
}

function addressBlock({ organisation }: LetterContents, texts: Texts): Block {
  const { name, office, address, pec } = organisation;
  const lines: Text[] = [[{ text: name, bold: true }]];
  if (office) lines.push(texts.say('letter.office', { office }));
  if (address) lines.push(...address.split('\n'));
  if (pec) lines.push(isolated(texts.say('letterhead.pec', { value: pec })));
  return { type: 'address', lines };
}

function bodyBlocks(contents: LetterContents, texts: Texts): Block[] {
  const { template, details, facts } = contents;
  const words = template.text.it;
  const section = (key: string, text: string | undefined): Block[] =>
    text
      ? [
          { type: 'heading', level: 3, text: texts.say(`letter.${key}`) },
          { type: 'paragraph', text },
        ]
      : [];
  const attachments = details.attachments;
  return [
    { type: 'paragraph', text: words.introduction },
    { type: 'heading', level: 3, text: texts.say('letter.person') },
    { type: 'facts', columns: 2, rows: factRows(facts, texts) },
    ...(facts.isMinor ? section('situation', texts.say('letter.minor')) : []),
    ...section('situation', details.situation),
    ...section('request', details.request || words.request),
    ...(words.legalBasis
      ? [labelled(texts.say('letter.legalBasis'), words.legalBasis, 'small')]
      : []),
    { type: 'paragraph', text: words.closing },
    {
      type: 'paragraph',
      text: [
        {
          text: texts.say('letter.replyBy', { date: texts.date(contents.replyBy) }),
          bold: true,
        },
        ...(details.contactHours
          ? [{ text: ` ${texts.say('letter.contactHours', { hours: details.contactHours })}` }]
          : []),
      ],
    },
    ...(attachments.length > 0
      ? [labelled(texts.say('letter.attachments'), attachments.join('; '), 'body')]
      : []),
    { type: 'paragraph', text: texts.say('letter.regards') },
    {
      type: 'signatures',
      fields: [{ role: texts.say('letter.signedBy'), name: details.signedBy }],
    },
    { type: 'paragraph', style: 'small', text: texts.say('letter.confidentiality') },
  ];
}

function secondPage(contents: LetterContents, texts: Texts): Block[] {
  const { association, organisation, facts, protocol } = contents;
  const values = { association: association.name, organisation: organisation.name };
  const signer = facts.isMinor ? 'letter.guardianSignature' : 'letter.consentSignature';
  return [
    { type: 'pageBreak' },
    { type: 'heading', level: 2, text: texts.say('letter.consentTitle') },
    { type: 'paragraph', text: texts.say('letter.consentText', values) },
    {
      type: 'signatures',
      placeAndDate: texts.say('plan.signPlaceAndDate'),
      fields: [{ role: texts.say(signer), name: listedName(facts) }],
    },
    { type: 'space', points: 24 },
    { type: 'cutLine', text: texts.say('letter.replySlip', values) },
    {
      type: 'paragraph',
      text: [
        {
          text: texts.say('letter.slipReference', {
            protocol: protocol
              ? texts.say('letter.protocol', { protocol })
              : texts.say('letter.protocolDraft'),
            caseNumber: facts.caseNumber,
          }),
          bold: true,
        },
      ],
    },
    {
      type: 'blanks',
      rows: [{ label: texts.say('letter.slipReceivedOn') }, { label: texts.say('letter.slipBy') }],
    },
    {
      type: 'checklist',
      items: [
        { checked: false, text: texts.say('letter.slipTakenOn') },
        { checked: false, text: texts.say('letter.slipWaiting') },
        { checked: false, text: texts.say('letter.slipRefused') },
      ],
    },
    {
      type: 'blanks',
      rows: [
        { label: texts.say('letter.slipAppointment'), lines: 2 },
        { label: texts.say('letter.slipStamp'), lines: 2 },
      ],
    },
  ];
}

function watermarkOf({ protocol, isHeld }: LetterContents, texts: Texts) {
  if (isHeld) return { watermark: texts.say('letter.held') };
  return protocol ? {} : { watermark: texts.say('draft') };
}

export function letterDocument(contents: LetterContents, texts: Texts): TypesetDocument {
  const { association, template, facts, protocol } = contents;
  const subject = fillMarks(template.text.it.subject, {
    initials: facts.initials,
    caseNumber: facts.caseNumber,
  });
  const placeAndDate = association.city
    ? texts.say('letter.placeAndDate', {
        place: association.city,
        date: texts.date(contents.issuedOn),
      })
    : texts.date(contents.issuedOn);
  return {
    language: 'it',
    letterhead: letterheadOf(association, texts),
    ...watermarkOf(contents, texts),
    footer: {
      ...(contents.isDemo ? { text: texts.say('demoFooter') } : {}),
      pageNumber: [texts.say('page')],
    },
    blocks: [
      {
        type: 'sideBySide',
        start: [
          {
            type: 'paragraph',
            text: protocol
              ? texts.say('letter.protocol', { protocol })
              : texts.say('letter.protocolDraft'),
          },
        ],
        end: [{ type: 'paragraph', align: 'end', text: placeAndDate }],
      },
      addressBlock(contents, texts),
      {
        type: 'paragraph',
        style: 'lead',
        text: [{ text: `${texts.say('letter.subject')}: `, bold: true }, { text: subject }],
      },
      ...bodyBlocks(contents, texts),
      ...secondPage(contents, texts),
    ],
  };
}
