/*
 * What group meetings somebody came to, for a school, an office or a job. Only those they were present at, and
 * nothing of the case: not its number, not why they came to the association.
 */
import type { SessionDetails } from '#domain/services/session.ts';
import type { Block } from '#typesetting/document.ts';
import {
  type DocumentSetting,
  facts,
  signedAt,
  titledDocument,
} from '../documents/titled-document.ts';
import { beside, label } from '../documents/voice.ts';
import { type FormPerson, whoRows } from './form-document.ts';

export interface AttendanceContents {
  /** Whoever has no case file is known by name alone. */
  person: Pick<FormPerson, 'name' | 'birth'>;
  /** Those the person was present at, oldest first. */
  sessions: Pick<SessionDetails, 'title' | 'heldOn' | 'minutes' | 'place'>[];
}

const MINUTES_OF_HOUR = 60;

/** Hours with half hours, as `12,5`. */
function hoursOf(minutes: number): string {
  return String(Math.round((minutes / MINUTES_OF_HOUR) * 2) / 2).replace('.', ',');
}

export function attendanceCertificate(
  { person, sessions }: AttendanceContents,
  setting: DocumentSetting,
) {
  const { voice, texts, association } = setting;
  const minutes = sessions.reduce((sum, { minutes: own = 0 }) => sum + own, 0);
  const [first, last] = [sessions[0]?.heldOn, sessions.at(-1)?.heldOn];
  const blocks: Block[] = [
    ...beside(voice, (words) => [{ type: 'paragraph', text: words.say('attendance.text') }]),
    facts(voice, whoRows(person)),
    {
      type: 'table',
      headerRows: 1,
      columns: [
        { header: label(voice, 'slip.day'), width: 0.2 },
        { header: label(voice, 'attendance.activity'), width: 0.36 },
        { header: label(voice, 'slip.place'), width: 0.3 },
        { header: label(voice, 'attendance.hours'), width: 0.14, align: 'end' },
      ],
      rows: sessions.map(({ heldOn, title, place, minutes: own }) => [
        texts.date(heldOn),
        title,
        place ?? '',
        own ? hoursOf(own) : '',
      ]),
    },
    ...beside(voice, (words) => [
      {
        type: 'paragraph',
        text: [
          words.say('attendance.total', { count: sessions.length, hours: hoursOf(minutes) }),
          first && last
            ? words.say('attendance.period', { from: texts.date(first), to: texts.date(last) })
            : '',
        ]
          .filter(Boolean)
          .join(' '),
      },
    ]),
    signedAt(voice, [{ role: label(voice, 'common.signature'), name: association.name }]),
  ];
  return titledDocument(setting, { title: 'attendance.title' }, blocks);
}
