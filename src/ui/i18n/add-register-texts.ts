import i18next from 'i18next';
import { english } from './english.ts';
import { italian } from './italian.ts';

/** Everything an open register says, beside what the door already knows. */
export function addRegisterTexts(): void {
  for (const [language, texts] of Object.entries({ it: italian, en: english })) {
    for (const [namespace, words] of Object.entries(texts)) {
      i18next.addResourceBundle(language, namespace, words);
    }
  }
}
