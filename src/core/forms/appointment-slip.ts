/*
 * The slip somebody puts into their pocket: when, where, with whom, what to bring. Why they go is not on it: it
 * is found by others, and a hearing or a doctor is nobody's business but theirs beyond the kind they must know.
 */
import type { Appointment } from '#api/appointments.ts';
import type { Block } from '#typesetting/document.ts';
import { type DocumentSetting, facts, titledDocument } from '../documents/titled-document.ts';
import { beside, label, lines, unbroken } from '../documents/voice.ts';
import type { FormPerson } from './form-document.ts';

export interface SlipContents {
  person: FormPerson;
  appointment: Appointment;
  bring?: string | undefined;
}

export function appointmentSlip(
  { person, appointment, bring }: SlipContents,
  setting: DocumentSetting,
) {
  const { voice, association } = setting;
  const { on, start, kind, place } = appointment.details;
  const day = lines(voice, (words) => `${words.weekday(on)} ${words.date(on)}`);
  const { phone } = association;
  const blocks: Block[] = [
    facts(voice, [
      ['common.name', person.name],
      [
        'slip.day',
        (typeof day === 'string' ? [{ text: day }] : day).map((run) => ({ ...run, bold: true })),
      ],
      ['slip.time', start && [{ text: start, bold: true, isolate: 'ltr' }]],
      ['slip.kind', label(voice, `kind.${kind}`)],
      ['slip.place', place],
      ['slip.with', appointment.workerName],
      ['slip.bring', bring],
    ]),
    ...(phone
      ? beside(voice, (words) => [
          { type: 'paragraph', text: words.say('slip.cannotCome', { phone: unbroken(phone) }) },
        ])
      : []),
  ];
  return titledDocument(setting, { title: 'slip.title', isLarge: true }, blocks);
}
