import {
  type InterfaceLanguage,
  interfaceLanguages,
} from '#domain/vocabularies/interface-language.ts';

/** Languages call themselves by their own name, whatever the page is in now. */
export const languageNames: Record<InterfaceLanguage, string> = { it: 'Italiano', en: 'English' };

export function isInterfaceLanguage(value: string): value is InterfaceLanguage {
  return interfaceLanguages.some((language) => language === value);
}

export function startLanguage(preferred: InterfaceLanguage | null): InterfaceLanguage {
  if (preferred) return preferred;
  const system = navigator.language.slice(0, 2);
  return isInterfaceLanguage(system) ? system : 'it';
}

/** British conventions for English: the day comes before the month, as on every Italian paper. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
