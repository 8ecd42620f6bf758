import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { isInterfaceLanguage } from '#ui/i18n/languages.ts';
import { vault } from './vault-client.ts';

export function useLanguage() {
  const { i18n } = useTranslation();
  const current: InterfaceLanguage = isInterfaceLanguage(i18n.language) ? i18n.language : 'it';
  const choose = (language: InterfaceLanguage) => {
    void i18n.changeLanguage(language);
    // The page speaks the language already; a preference that is not kept costs one click next time.
    vault.shell.setPreferences({ language }).catch(() => undefined);
  };
  return { current, choose };
}
