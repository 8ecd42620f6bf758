/*
 * The proof that somebody was erased, without a word that says who: number, day, what went, who decided, what
 * was looked for afterwards. The association keeps it for whoever asks whether it does what it promises
 * (Art. 5(2) GDPR); the person can be given it as well.
 */
import type { AssociationDetails } from '#domain/casework/association.ts';
import type { Block, Text, TypesetDocument } from '#typesetting/document.ts';
import { framed } from '../documents/frame.ts';
import type { Texts } from '../documents/texts.ts';
import { type getErasureRow, placesOf } from './confirm-erasure.ts';

type Row = Awaited<ReturnType<typeof getErasureRow>>;

function checkText(row: Row, texts: Texts): string {
  if (row.found_places === null || row.is_cleaned === 0) return texts.say('certificate.cutShort');
  const count = row.searched_words ?? 0;
  const places = Object.entries(placesOf(row));
  if (places.length === 0) return texts.say('certificate.clean', { count });
  const where = places.map(([kind, n]) => `${texts.say(`certificate.kinds.${kind}`)} (${n})`);
  return texts.say('certificate.found', { count, where: where.join(', ') });
}

function removedTable(row: Row, texts: Texts): Block {
  const removed = Object.entries(JSON.parse(row.removed) as Record<string, number>);
  return {
    type: 'table',
    headerRows: 1,
    columns: [
      { header: texts.say('certificate.what'), width: 5 },
      { header: texts.say('certificate.rows'), width: 2, align: 'end' },
    ],
    rows: removed.map(([kind, n]) => [texts.say(`certificate.kinds.${kind}`), String(n)]),
  };
}

export function certificateDocument(
  row: Row,
  association: AssociationDetails,
  texts: Texts,
): TypesetDocument {
  const code: Text = [{ text: row.id, isolate: 'ltr' }];
  const facts: [string, Text][] = [
    ['number', code],
    ['manner', texts.say(`certificate.manners.${row.manner}`)],
    ['doneOn', texts.date(row.done_on)],
    ['ground', texts.say(`certificate.grounds.${row.ground}`)],
    ['proposedBy', row.proposer_name ?? ''],
    ['confirmedBy', row.confirmer_name ?? ''],
  ];
  return framed(
    {
      language: texts.language,
      title: texts.say('certificate.title'),
      association,
      texts,
      foot: [row.id],
    },
    [
      { type: 'heading', level: 1, text: texts.say('certificate.title') },
      { type: 'paragraph', text: texts.say('certificate.lead') },
      {
        type: 'facts',
        columns: 1,
        rows: facts.map(([key, value]) => ({ label: texts.say(`certificate.${key}`), value })),
      },
      { type: 'heading', level: 2, text: texts.say('certificate.removed') },
      removedTable(row, texts),
      { type: 'heading', level: 2, text: texts.say('certificate.check') },
      { type: 'paragraph', text: checkText(row, texts) },
      { type: 'heading', level: 2, text: texts.say('certificate.stays') },
      {
        type: 'list',
        ordered: false,
        items: [
          texts.say(`certificate.staysCount.${row.manner}`),
          texts.say('certificate.staysId'),
          texts.say('certificate.staysBackups'),
          texts.say('certificate.staysOutside'),
        ],
      },
    ],
  );
}
