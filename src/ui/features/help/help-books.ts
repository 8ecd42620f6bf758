import type { HelpBook } from '#domain/help/help-book.ts';

type BookLanguage = 'it' | 'en';

const books: Record<BookLanguage, () => Promise<HelpBook>> = {
  it: async () => (await import('#resources/help/it.json', { with: { type: 'json' } })).default,
  en: async () => (await import('#resources/help/en.json', { with: { type: 'json' } })).default,
};

/**
 * The help is written in Italian and English, which are read from the left; whoever reads another language gets the
 * English one.
 */
export function bookLanguageOf(language: string): BookLanguage {
  return language === 'it' ? 'it' : 'en';
}

export function loadBook(language: string): Promise<HelpBook> {
  return books[bookLanguageOf(language)]();
}
