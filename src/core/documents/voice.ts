/*
 * A document in one language, or in two side by side: Italian for the office, and the person's own for the
 * person. Only fixed words are translated. What somebody wrote stays as it was written, and the other side
 * says that the interpreter reads it: a machine's guess at somebody's words has no place above a signature.
 */
import type { Block, Text } from '#typesetting/document.ts';
import type { Words } from './words.ts';

/** One language, or Italian and the person's. */
export type Voice = readonly [Words, Words?];

const both = (voice: Voice): Words[] => voice.flatMap((words) => words ?? []);

/** A short text in each language, a line each. */
export function lines(voice: Voice, make: (words: Words) => string): Text {
  const [first, second] = voice;
  if (!second) return make(first);
  return [
    { text: make(first) },
    { text: `\n\u2068${make(second)}\u2069`, language: second.language },
  ];
}

export const label = (voice: Voice, key: string): Text => lines(voice, (words) => words.say(key));

/** Blocks in each language, at the same height beside each other. */
export function beside(voice: Voice, make: (words: Words) => Block[]): Block[] {
  const [first, second] = voice;
  if (!second) return make(first);
  return [
    {
      type: 'sideBySide',
      start: make(first),
      startLanguage: first.language,
      end: make(second),
      endLanguage: second.language,
    },
  ];
}

export const heading = (voice: Voice, key: string, level: 1 | 2 | 3 = 2): Block[] =>
  beside(voice, (words) => [{ type: 'heading', level, text: words.say(key) }]);

export const paragraph = (voice: Voice, key: string, values = {}): Block[] =>
  beside(voice, (words) => [{ type: 'paragraph', text: words.say(key, values) }]);

/** A telephone number that is not torn at the end of a line. */
export const unbroken = (phone: string) => phone.replaceAll(' ', '\u00a0');

/** What somebody wrote, with the mark for the interpreter in the other language. */
export function asWritten(voice: Voice, blocks: Block[]): Block[] {
  const [first, second] = voice;
  if (!second || blocks.length === 0) return blocks;
  const [start, ...more] = blocks;
  const mark: Block = {
    type: 'paragraph',
    style: 'small',
    text: second.say('common.interpreterReads'),
  };
  return [
    {
      type: 'sideBySide',
      start: start ? [start] : [],
      startLanguage: first.language,
      end: [mark],
      endLanguage: second.language,
    },
    ...more,
  ];
}

/** The mark alone, for tables that hold what somebody wrote. */
export function interpreterMark([, second]: Voice): { caption?: Text } {
  if (!second) return {};
  const text = `\u2068${second.say('common.interpreterReads')}\u2069`;
  return { caption: [{ text, language: second.language }] };
}

export const pageNumbers = (voice: Voice): string[] =>
  both(voice).map((words) => words.say('common.page', { page: '{page}', pages: '{pages}' }));
