/*
 * The part of a page that an office tears off and sends back. It carries a reference that means nothing to anybody else, in
 * letters and as a code to scan, and no name: slips travel open, by hand and by fax.
 */
import { replyReference } from '#domain/protocol/reply-reference.ts';
import type { Block } from '#typesetting/document.ts';
import { type LetterContents, protocolText } from './letter-contents.ts';
import type { LetterTexts } from './letter-texts.ts';

/** Which letter it answers, in letters and as a code, and nothing of the case. */
function reference({ protocol, addressee, issuedOn }: LetterContents, texts: LetterTexts): Block[] {
  const to: Block = {
    type: 'paragraph',
    text: texts.say('slipTo', { organisation: addressee?.name ?? '' }),
  };
  if (!protocol) return [{ type: 'paragraph', text: texts.say('protocolDraft') }, to];
  const day = { protocol: protocolText(protocol), date: texts.date(issuedOn) };
  return [
    {
      type: 'paragraph',
      style: 'lead',
      text: [
        { text: texts.say('slipReference', { reference: replyReference(protocol) }), bold: true },
      ],
    },
    { type: 'paragraph', text: texts.say('slipProtocol', day) },
    to,
  ];
}

/** On what the letter rests and for whom it is; above the line, so that it stays with the letter. */
function notices({ association, addressee, consent }: LetterContents, texts: LetterTexts): Block[] {
  const small = (text: string): Block => ({ type: 'paragraph', style: 'small', text });
  const rests =
    consent && addressee
      ? [
          small(
            texts.say(consent.byOther ? 'consentOfOther' : 'consent', {
              date: texts.date(consent.givenOn),
              association: association.name,
              organisation: addressee.name,
              reference: consent.reference,
            }),
          ),
        ]
      : [];
  return [
    { type: 'keepTogether', blocks: [...rests, small(texts.say('confidentiality'))] },
    { type: 'space', points: 12 },
  ];
}

function answerBlocks(where: string, texts: LetterTexts): Block[] {
  return [
    {
      type: 'blanks',
      rows: [{ label: texts.say('slipReceivedOn') }, { label: texts.say('slipBy') }],
    },
    { type: 'paragraph', text: [{ text: texts.say('slipTaken'), bold: true }] },
    {
      type: 'checklist',
      items: ['slipYes', 'slipWaiting', 'slipNo'].map((key) => ({
        checked: false,
        text: texts.say(key),
      })),
    },
    {
      type: 'blanks',
      rows: [
        { label: texts.say('slipAppointment'), lines: 2 },
        { label: texts.say('slipReason'), lines: 2 },
        { label: texts.say('slipStamp'), lines: 3 },
      ],
    },
    { type: 'paragraph', style: 'small', text: texts.say('slipReturn', { where }) },
  ];
}

export function replySlip(contents: LetterContents, texts: LetterTexts): Block[] {
  const { association, protocol } = contents;
  const { name, address, city, email, pec, phone } = association;
  const where = [name, address, city, email, pec, phone].filter(Boolean).join(' · ');
  // The slip keeps together and finds a page by itself: a signature that ran over would stand alone on one.
  return [
    ...notices(contents, texts),
    {
      type: 'replySlip',
      title: texts.say('slipTitle', { association: name }),
      blocks: [
        { type: 'paragraph', text: texts.say('slipHow') },
        ...reference(contents, texts),
        ...answerBlocks(where, texts),
      ],
      ...(protocol ? { qr: { data: replyReference(protocol), caption: texts.say('slipQr') } } : {}),
    },
  ];
}
