/*
 * Minutes of a group meeting, in Italian or English, for the association's own file: who was there, what was said, what
 * was decided. Places to write stand where the register knows nothing.
 */
import type { HeldSession } from '#api/services.ts';
import type { Block } from '#typesetting/document.ts';
import { framed } from '../documents/frame.ts';
import type { DocumentSetting } from '../documents/titled-document.ts';
import { toFillIn } from './form-document.ts';

const EMPTY_DECISIONS = 4;

export function minutesDocument(session: HeldSession, setting: DocumentSetting) {
  const { texts, association, isDemo } = setting;
  const { details, participants } = session;
  const say = (key: string) => texts.say(`minutes.${key}`);
  const named = (...wanted: string[]) =>
    participants
      .filter(({ attendance }) => wanted.includes(attendance))
      .map(({ listedName }) => listedName)
      .join(' · ') || say('nobody');
  const rows: [string, string | undefined][] = [
    ['date', texts.date(details.heldOn)],
    ['start', details.start],
    ['place', details.place],
    ['ledBy', details.ledBy],
    ['mediator', details.mediator],
    ['present', named('present', 'expected')],
    ['absent', named('absent', 'excused')],
  ];
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: say('title') },
    { type: 'paragraph', style: 'lead', text: details.title },
    {
      type: 'facts',
      columns: 1,
      rows: rows.flatMap(([key, value]) => (value ? [{ label: say(key), value }] : [])),
    },
    { type: 'heading', level: 2, text: say('content') },
    details.note
      ? { type: 'paragraph', text: details.note }
      : { type: 'blanks', rows: [{ label: '', lines: 8 }] },
    { type: 'heading', level: 2, text: say('decisions') },
    toFillIn({ what: say('decision'), who: say('who'), byWhen: say('byWhen') }, EMPTY_DECISIONS),
    {
      type: 'signatures',
      placeAndDate: texts.say('plan.signPlaceAndDate'),
      fields: [
        { role: say('writtenBy') },
        { role: say('signedBy'), ...(details.ledBy ? { name: details.ledBy } : {}) },
      ],
    },
  ];
  return framed(
    { language: texts.language, title: say('title'), association, texts, isDemo },
    blocks,
  );
}
