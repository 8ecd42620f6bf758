import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { isolate } from './one-line.ts';
import { readDoorTexts } from './read-texts.ts';

export async function startI18n(language: InterfaceLanguage): Promise<void> {
  i18next.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
    document.documentElement.dir = i18next.dir(changed);
  });
  const texts = await readDoorTexts(language);
  void i18next.use(initReactI18next).init({
    lng: language,
    // Every language has every text (tests/ui/locales.test.ts), so that none has to be read beside the chosen one.
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: texts },
    // Nothing is escaped, React does that: what is filled in gets a wall against the words around it.
    interpolation: { escapeValue: true, escape: isolate },
    initAsync: false,
  });
}
