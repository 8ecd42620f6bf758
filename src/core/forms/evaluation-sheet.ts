/*
 * The sheet people fill in at the end of an activity, with the questions of the form in one language of the program.
 * It has no place for a name: who wants to say that it was of no use must be able to.
 */
import type { ActivityForm } from '#domain/activities/activity-form.ts';
import { wordsIn } from '#domain/vocabularies/words-in-languages.ts';
import type { Block } from '#typesetting/document.ts';
import { framed } from '../documents/frame.ts';
import type { DocumentSetting } from '../documents/titled-document.ts';

const BOX = '\u2610';

export function evaluationSheet(
  { title, form }: { title: string; form: ActivityForm },
  { texts, association, isDemo }: DocumentSetting,
) {
  const say = (key: string) => texts.say(`evaluation.${key}`);
  const asked = (question: string, answers: readonly string[]): Block[] => [
    { type: 'heading', level: 2, text: question },
    { type: 'paragraph', text: answers.map((answer) => `${BOX} ${answer}`).join('      ') },
  ];
  const { useful, satisfaction } = form;
  const { language } = texts;
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: say('title') },
    { type: 'paragraph', style: 'lead', text: title },
    { type: 'paragraph', text: say('noName') },
    ...asked(
      wordsIn(useful.asks, language),
      useful.answers.map(({ name }) => wordsIn(name, language)),
    ),
    ...asked(
      wordsIn(satisfaction.asks, language),
      satisfaction.steps.map(({ score, name }) => `${score} ${wordsIn(name, language)}`),
    ),
    { type: 'heading', level: 2, text: say('words') },
    { type: 'blanks', rows: [{ label: '', lines: 6 }] },
    { type: 'paragraph', text: say('thanks') },
  ];
  return framed({ language, title: say('title'), association, texts, isDemo }, blocks);
}
