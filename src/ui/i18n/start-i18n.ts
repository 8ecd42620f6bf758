import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { doorTexts } from './door-texts.ts';
import { isolate } from './one-line.ts';

export function startI18n(language: InterfaceLanguage): void {
  i18next.on('languageChanged', (changed) => {
    document.documentElement.lang = changed;
    document.documentElement.dir = i18next.dir(changed);
  });
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'it',
    defaultNS: 'common',
    resources: doorTexts,
    // Nothing is escaped, React does that: what is filled in gets a wall against the words around it.
    interpolation: { escapeValue: true, escape: isolate },
    initAsync: false,
  });
}
