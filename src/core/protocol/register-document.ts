/* The protocol register on paper, in the order of the numbers, as an office or a funder asks to see it. */
import type { ProtocolEntry } from '#api/protocol.ts';
import type { AssociationDetails } from '#domain/casework/association.ts';
import type { TypesetDocument } from '#typesetting/document.ts';
import { letterheadOf } from '../documents/letterhead.ts';
import type { Texts } from '../documents/texts.ts';

interface RegisterContents {
  association: AssociationDetails;
  entries: ProtocolEntry[];
  printedOn: string;
  /** Said when there were more than fit. */
  isCutShort: boolean;
}

/** Initials stay on one line: "M." at the end of one and "F." on the next are nobody's. */
const unbroken = (subject: string) => subject.replaceAll(/(?<=\p{Lu}\.) (?=\p{Lu}\.)/gu, '\u00a0');

function subjectCell(entry: ProtocolEntry, texts: Texts): string {
  const { subject, annulledOn, annulledWhy, theirProtocol, documentOn, answers } = entry;
  const theirs =
    theirProtocol &&
    texts.say('protocol.theirs', {
      number: theirProtocol,
      date: documentOn ? texts.date(documentOn) : '–',
    });
  return [
    annulledOn &&
      texts.say('protocol.annulled', { date: texts.date(annulledOn), why: annulledWhy ?? '' }),
    subject ? unbroken(subject) : texts.say('protocol.covered'),
    theirs,
    answers && texts.say('protocol.answers', { protocol: answers.protocol }),
  ]
    .filter(Boolean)
    .join(' · ');
}

export function registerDocument(contents: RegisterContents, texts: Texts): TypesetDocument {
  const { association, entries, printedOn, isCutShort } = contents;
  return {
    language: texts.language,
    letterhead: letterheadOf(association, texts),
    footer: {
      text: texts.say('protocol.printedOn', { date: texts.date(printedOn) }),
      pageNumber: [texts.say('page')],
    },
    blocks: [
      { type: 'heading', level: 1, text: texts.say('protocol.title') },
      {
        type: 'paragraph',
        text: texts.say('protocol.count', { total: entries.length }),
      },
      ...(isCutShort ? [{ type: 'paragraph' as const, text: texts.say('protocol.cutShort') }] : []),
      {
        type: 'table',
        headerRows: 1,
        columns: [
          // Room for `1234/2026` on one line.
          { header: texts.say('protocol.number'), width: 3 },
          { header: texts.say('protocol.date'), width: 4 },
          { header: texts.say('protocol.direction'), width: 2 },
          { header: texts.say('protocol.correspondent'), width: 5 },
          { header: texts.say('protocol.subject'), width: 7 },
          { header: texts.say('protocol.way'), width: 3 },
        ],
        rows: entries.map((entry) => [
          `${entry.number}/${entry.year}`,
          texts.date(entry.enteredOn),
          texts.say(`protocol.${entry.direction}`),
          entry.correspondent || texts.say('protocol.covered'),
          subjectCell(entry, texts),
          entry.way ? texts.label('referralWays', entry.way) : '',
        ]),
      },
    ],
  };
}
