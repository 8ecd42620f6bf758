import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HelpTopic } from '#domain/help/help-book.ts';
import { plainLetters } from '#domain/text.ts';
import { bookLanguageOf, loadBook } from './help-books.ts';

const MARK = /\[\[([a-z-]+:[\w.]+)\]\]/;

interface Part {
  text: string;
  /** The words of a button or a page of the program. */
  isLabel: boolean;
}

/** The text with the program's own words in the place of their marks. */
export function partsOf(text: string, t: TFunction): Part[] {
  // Every second piece is the key between the brackets.
  return text.split(MARK).map((piece, index) => {
    const isLabel = index % 2 === 1;
    // The keys come from data; a test finds those that are no text of the program.
    const words: unknown = isLabel ? t(piece as never) : piece;
    return { text: typeof words === 'string' ? words : piece, isLabel };
  });
}

function answers(topic: HelpTopic, words: string[], t: TFunction): boolean {
  const texts = [topic.title, topic.lead, ...topic.steps, ...topic.notes];
  const whole = plainLetters(
    texts.flatMap((text) => partsOf(text, t).map((part) => part.text)).join(' '),
  );
  return words.every((word) => whole.includes(word));
}

/** The groups of topics that answer what is searched; all of them when nothing is. */
export function useHelp(search = '') {
  const { t, i18n } = useTranslation();
  const language = bookLanguageOf(i18n.language);
  const { data: book } = useQuery({
    queryKey: ['vocabularies', 'help', language],
    queryFn: () => loadBook(language),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const words = plainLetters(search).split(/\s+/).filter(Boolean);
  const groups = book?.groups
    .map((group) => ({
      ...group,
      topics: group.topics.filter((topic) => answers(topic, words, t)),
    }))
    .filter(({ topics }) => topics.length > 0);
  return { language, groups };
}
