/*
 * The referral letter as Italian offices expect it: letterhead, own protocol number, place and date, way of
 * sending, office, subject, who we are, the person, the situation, one precise request, enclosures, a date for
 * the reply; and on a page of its own a slip the office can send back (domain dossier 3.1).
 */
import { identityOf } from '#domain/letters/letter-identity.ts';
import { fillIfKnown, textIn } from '#domain/letters/letter-template.ts';
import type { Block, Text, TypesetDocument } from '#typesetting/document.ts';
import { letterheadOf } from '../documents/letterhead.ts';
import { factLines } from './fact-texts.ts';
import {
  enclosuresOf,
  type LetterContents,
  markValues,
  paragraphsOf,
  protocolText,
  subjectsOf,
} from './letter-contents.ts';
import type { LetterTexts } from './letter-texts.ts';
import { replySlip } from './reply-slip.ts';

const isolated = (text: string): Text => [{ text, isolate: 'ltr' }];

function labelled(label: string, text: string, style: 'body' | 'small'): Block {
  return { type: 'paragraph', style, text: [{ text: `${label}: `, bold: true }, { text }] };
}

export function factsBlock(
  { facts, template, details, protocol }: LetterContents,
  texts: LetterTexts,
): Block {
  const lines = factLines({ facts, identity: identityOf(template, details), protocol }, texts);
  return {
    type: 'facts',
    columns: 2,
    rows: lines.map(({ label, value, isBold, isIsolated }) => ({
      label,
      value: [
        {
          text: value,
          ...(isBold ? { bold: true } : {}),
          ...(isIsolated ? { isolate: 'ltr' as const } : {}),
        },
      ],
    })),
  };
}

function addressBlock(contents: LetterContents, texts: LetterTexts): Block {
  const { addressee, details, facts } = contents;
  if (!addressee) {
    return {
      type: 'address',
      lines: [[{ text: `${facts.given} ${facts.family}`.trim(), bold: true }]],
    };
  }
  const { name, office, address, pec } = addressee;
  const lines: Text[] = [[{ text: name, bold: true }]];
  if (office) lines.push(office);
  if (details.attention) lines.push(texts.say('attention', { who: details.attention }));
  if (address) lines.push(...address.split('\n'));
  if (pec) lines.push(isolated(texts.say('letterhead.pec', { value: pec })));
  return { type: 'address', lines };
}

function answersBlocks({ template, details }: LetterContents, texts: LetterTexts): Block[] {
  const rows = template.questions.flatMap(({ key, label, isBold }) => {
    const text = details.answers.find((one) => one.key === key)?.text;
    return text
      ? [
          {
            label: label[texts.language] ?? label.it,
            value: [{ text, ...(isBold ? { bold: true } : {}) }],
          },
        ]
      : [];
  });
  const topics = details.special.map(({ topic, text }) => ({
    label: texts.say(`topic.${topic}`),
    value: text,
  }));
  const all = [...rows, ...topics];
  return all.length === 0
    ? []
    : [
        { type: 'heading', level: 3, text: texts.say('moreFacts') },
        { type: 'facts', columns: 1, rows: all },
      ];
}

function minorBlocks({ facts, template }: LetterContents, texts: LetterTexts): Block[] {
  if (!facts.isMinor || template.recipient === 'person') return [];
  const warning: Block[] = facts.lacksGuardian
    ? [
        {
          type: 'box',
          blocks: [{ type: 'paragraph', text: [{ text: texts.say('noGuardian'), bold: true }] }],
        },
      ]
    : [];
  return [...warning, { type: 'paragraph', text: texts.say('minor') }];
}

function endBlocks(contents: LetterContents, texts: LetterTexts): Block[] {
  const { details, template } = contents;
  const isForOffice = template.recipient === 'organisation';
  const hours = details.contactHours;
  const contact = hours ? [{ text: ` ${texts.say('contact', { hours })}` }] : [];
  const replyBy = texts.say('replyBy', { date: texts.date(contents.replyBy) });
  const wanted: Text = isForOffice ? [{ text: replyBy, bold: true }, ...contact] : contact;
  const blocks: Block[] = [
    ...(wanted.length > 0 ? [{ type: 'paragraph' as const, text: wanted }] : []),
    ...(isForOffice
      ? [
          labelled(
            texts.say('attachments'),
            enclosuresOf(contents, texts).join('; ') || texts.say('noAttachments'),
            'body',
          ),
        ]
      : []),
    {
      type: 'signatures',
      fields: [
        { role: `${texts.say('regards')}. ${texts.say('signedBy')}`, name: details.signedBy },
      ],
    },
  ];
  // A signature on a page without a word of what it signs is nobody's.
  return [{ type: 'keepTogether', blocks }];
}

/** From the introduction to the signature. */
function bodyBlocks(contents: LetterContents, texts: LetterTexts): Block[] {
  const { template, details } = contents;
  const words = textIn(template, details.language);
  const values = markValues(contents, texts);
  const filled = (text: string) => fillIfKnown(text, values) ?? '';
  const legalBasis = words.legalBasis && filled(words.legalBasis);
  const paragraph = (text: string): Block[] => (text ? [{ type: 'paragraph', text }] : []);
  const section = (key: string, text: string | undefined): Block[] =>
    text ? [{ type: 'heading', level: 3, text: texts.say(key) }, ...paragraph(text)] : [];
  const isForOffice = template.recipient === 'organisation';
  return [
    ...paragraph(filled(words.introduction)),
    ...(isForOffice
      ? [
          { type: 'heading' as const, level: 3 as const, text: texts.say('person') },
          factsBlock(contents, texts),
        ]
      : []),
    ...minorBlocks(contents, texts),
    ...section('situation', details.situation),
    ...answersBlocks(contents, texts),
    ...paragraphsOf(contents, words, texts).flatMap(paragraph),
    ...(isForOffice
      ? section('request', details.request || filled(words.request))
      : paragraph(details.request || filled(words.request))),
    ...(legalBasis ? [labelled(texts.say('legalBasis'), legalBasis, 'small')] : []),
    ...paragraph(filled(words.closing)),
    ...endBlocks(contents, texts),
  ];
}

function headBlocks(contents: LetterContents, texts: LetterTexts): Block[] {
  const { association, details, protocol, urgency } = contents;
  const date = texts.date(contents.issuedOn);
  const protocolLine = protocol
    ? texts.say('protocol', { protocol: protocolText(protocol) })
    : texts.say('protocolDraft');
  const priority = texts.say(`priority.${urgency}`);
  const way = details.way && texts.say(`way.${details.way}`);
  const start: Block[] = [
    { type: 'paragraph', text: [protocolLine, way].filter(Boolean).join(' · ') },
  ];
  const end: Block[] = [
    {
      type: 'paragraph',
      align: 'end',
      text: association.city ? texts.say('placeAndDate', { place: association.city, date }) : date,
    },
  ];
  if (priority)
    end.push({ type: 'paragraph', align: 'end', text: [{ text: priority, bold: true }] });
  return [
    { type: 'sideBySide', start, end },
    addressBlock(contents, texts),
    {
      type: 'paragraph',
      style: 'lead',
      text: [
        { text: `${texts.say('subject')}: `, bold: true },
        { text: subjectsOf(contents, texts).subject },
      ],
    },
  ];
}

function watermarkOf({ protocol, isHeld }: LetterContents, texts: LetterTexts) {
  if (isHeld) return { watermark: texts.say('held') };
  return protocol ? {} : { watermark: texts.say('draft') };
}

/** The page around any letter: letterhead, watermark and foot. */
export function letterPage(
  contents: LetterContents,
  texts: LetterTexts,
  blocks: Block[],
): TypesetDocument {
  const { association, letterhead = {} } = contents;
  const { footer, logo, accent } = letterhead;
  const isForOffice = contents.template.recipient === 'organisation';
  const foot = [
    contents.isDemo ? texts.say('demoFooter') : footer,
    isForOffice ? texts.say('confidentialFoot') : undefined,
  ]
    .filter(Boolean)
    .join(' · ');
  return {
    language: texts.language,
    title: textIn(contents.template, contents.details.language).title,
    ...(accent ? { accent } : {}),
    letterhead: { ...letterheadOf(association, texts), ...(logo ? { logo } : {}) },
    ...watermarkOf(contents, texts),
    footer: { ...(foot ? { text: foot } : {}), pageNumber: [texts.say('page')] },
    blocks,
  };
}

/** The letter itself, without the slip. */
export const letterBlocks = (contents: LetterContents, texts: LetterTexts): Block[] => [
  ...headBlocks(contents, texts),
  ...bodyBlocks(contents, texts),
];

export function letterDocument(contents: LetterContents, texts: LetterTexts): TypesetDocument {
  return letterPage(contents, texts, [
    ...letterBlocks(contents, texts),
    ...(contents.template.recipient === 'organisation' ? replySlip(contents, texts) : []),
  ]);
}
