/*
 * Risks and what was agreed against them, from a protected note, on a page of its own (domain dossier 2.2,
 * section 8). It is made only when somebody who may read the note asks for it, it is in no other print, and it
 * says on itself that it is not to be handed on: for a person in danger this page in the wrong hands is worse
 * than none.
 */
import type { ProtectedNote } from '#domain/notes/protected-note.ts';
import type { Block } from '#typesetting/document.ts';
import { framed } from '../documents/frame.ts';
import type { DocumentSetting } from '../documents/titled-document.ts';
import { type FormPerson, toFillIn } from './form-document.ts';

const EMPTY_MEASURES = 3;

export function safetyPage(
  { caseNumber }: Pick<FormPerson, 'caseNumber'>,
  note: ProtectedNote,
  setting: DocumentSetting,
) {
  const { texts, isDemo, voice } = setting;
  const [words] = voice;
  const say = (key: string) => texts.say(`safetyPage.${key}`);
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: say('title') },
    { type: 'box', blocks: [{ type: 'paragraph', text: [{ text: say('lead'), bold: true }] }] },
    {
      type: 'facts',
      columns: 1,
      rows: [
        { label: texts.say('fact.caseNumber'), value: [{ text: caseNumber, isolate: 'ltr' }] },
        { label: say('notedOn'), value: texts.date(note.notedOn) },
      ],
    },
    ...note.text.split(/\n{2,}/).map((text): Block => ({ type: 'paragraph', text })),
    { type: 'heading', level: 2, text: say('agreed') },
    toFillIn({ what: say('measure'), who: say('who'), byWhen: say('byWhen') }, EMPTY_MEASURES),
    { type: 'blanks', rows: [{ label: say('contact'), lines: 2 }] },
    { type: 'paragraph', text: say('signatures') },
    {
      type: 'signatures',
      placeAndDate: texts.say('plan.signPlaceAndDate'),
      fields: [{ role: words.say('role.person') }, { role: words.say('role.operator') }],
    },
  ];
  // No name of the person, and none of the association: it would tell whoever finds it where to ask.
  return framed({ language: 'it', title: say('title'), texts, isDemo }, blocks);
}
