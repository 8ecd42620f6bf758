/**
 * Languages the program itself speaks; one stands here when all its texts do (tests/ui/locales.test.ts). Apart
 * from the schemas, because the first page needs nothing else.
 */
export const interfaceLanguages = ['it', 'en', 'fr', 'es', 'ar', 'uk'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** Their codes in the list of the world's languages. */
export const languageCodes: Record<InterfaceLanguage, string> = {
  it: 'ita',
  en: 'eng',
  fr: 'fra',
  es: 'spa',
  ar: 'ara',
  uk: 'ukr',
};

export function isInterfaceLanguage(value: string): value is InterfaceLanguage {
  return interfaceLanguages.some((language) => language === value);
}
