/*
 * In a page that is read from right to left "60+" becomes "+60", "18-59" becomes "59-18" and the full stop of an
 * Italian sentence stands before it: signs without a direction go along with the page. So what has no letter of
 * the page's direction is kept whole as it was written, and a seal too; a figure that reads otherwise is wrong.
 */
import type { Run, Text } from '#typesetting/document.ts';
import { directionOf } from '#typesetting/font-catalogue.ts';

const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Words and numbers of the other direction with the signs between them: a seal, ages, a code, a command. */
const LEFT_TO_RIGHT_PART = /[A-Za-z0-9]+(?:[ .,:\-–/+]+[A-Za-z0-9]+)*\+?/g;

const isolated = (text: string): Run => ({ text, isolate: 'ltr' });

export function inOneDirection(text: string, language: string): Text {
  if (directionOf(language) === 'ltr' || text === '') return text;
  if (!RIGHT_TO_LEFT_LETTER.test(text)) return [isolated(text)];
  const runs: Run[] = [];
  let from = 0;
  for (const { 0: part, index } of text.matchAll(LEFT_TO_RIGHT_PART)) {
    if (index > from) runs.push({ text: text.slice(from, index) });
    runs.push(isolated(part));
    from = index + part.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs;
}
