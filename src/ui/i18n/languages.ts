import {
  type InterfaceLanguage,
  isInterfaceLanguage,
} from '#domain/vocabularies/interface-language.ts';

/** Languages call themselves by their own name, whatever the page is in now. */
export const languageNames: Record<InterfaceLanguage, string> = {
  it: 'Italiano',
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  uk: 'Українська',
};

/** In which the program was written; every other language is a translation of it. */
export const originalLanguage: InterfaceLanguage = 'it';

/** Whose texts somebody who grew up with the language has read from the first to the last (docs/translating.md). */
export const readByNatives: readonly InterfaceLanguage[] = [];

export function startLanguage(preferred: InterfaceLanguage | null): InterfaceLanguage {
  if (preferred) return preferred;
  const system = navigator.language.slice(0, 2);
  return isInterfaceLanguage(system) ? system : 'it';
}

/** British conventions for English: the day comes before the month, as on every Italian paper. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
