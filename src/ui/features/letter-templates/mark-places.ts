import { type LetterText, marksOfSubjects } from '#domain/letters/letter-template.ts';

const MOST_ATTACHMENTS = 12;

/** Where words of a letter can have marks: a block by its name, a paragraph by its number. */
export type MarkPlace =
  | 'subject'
  | 'shortSubject'
  | 'introduction'
  | 'request'
  | 'legalBasis'
  | 'attachments'
  | 'closing'
  | number;

/** The words of a place as they stand in its field; enclosures are a line each. */
export function wordsAt(text: LetterText, place: MarkPlace): string {
  if (typeof place === 'number') return text.paragraphs[place]?.text ?? '';
  if (place === 'attachments') return text.attachments.join('\n');
  return text[place] ?? '';
}

export function withWords(text: LetterText, place: MarkPlace, words: string): LetterText {
  if (typeof place === 'number') {
    const paragraphs = text.paragraphs.map((one, at) =>
      at === place ? { ...one, text: words } : one,
    );
    return { ...text, paragraphs };
  }
  if (place === 'attachments') {
    return { ...text, attachments: words.split('\n').slice(0, MOST_ATTACHMENTS) };
  }
  return { ...text, [place]: words };
}

export function withMark(
  text: LetterText,
  { place, at }: { place: MarkPlace; at: number },
  mark: string,
): LetterText {
  const words = wordsAt(text, place);
  return withWords(text, place, `${words.slice(0, at)}{${mark}}${words.slice(at)}`);
}

export const isSubject = (place: MarkPlace) => place === 'subject' || place === 'shortSubject';

/** Whether a mark may stand there: a subject is read by whoever sorts the post, and tells no fact. */
export const fitsAt = (place: MarkPlace, mark: string): boolean =>
  !isSubject(place) || marksOfSubjects.includes(mark);
