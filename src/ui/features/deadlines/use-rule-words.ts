import { useTranslation } from 'react-i18next';
import type { RuleWords } from '#api/deadlines.ts';
import { isInterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { wordsIn } from '#domain/vocabularies/words-in-languages.ts';

/** The words of a rule, which are data and not in the page's own texts, in the language of the page. */
export function useRuleWords(): (words: RuleWords) => string {
  const { language } = useTranslation().i18n;
  return (words) => wordsIn(words, isInterfaceLanguage(language) ? language : 'it');
}
