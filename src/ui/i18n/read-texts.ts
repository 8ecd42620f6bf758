import i18next from 'i18next';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import type { DoorTexts, RegisterTexts } from './texts.ts';

interface TextsOfLanguage {
  door: () => Promise<{ texts: DoorTexts }>;
  register: () => Promise<{ texts: RegisterTexts }>;
}

const languages: Record<InterfaceLanguage, TextsOfLanguage> = {
  it: {
    door: () => import('virtual:door-texts/it'),
    register: () => import('virtual:register-texts/it'),
  },
  en: {
    door: () => import('virtual:door-texts/en'),
    register: () => import('virtual:register-texts/en'),
  },
  fr: {
    door: () => import('virtual:door-texts/fr'),
    register: () => import('virtual:register-texts/fr'),
  },
  es: {
    door: () => import('virtual:door-texts/es'),
    register: () => import('virtual:register-texts/es'),
  },
  ar: {
    door: () => import('virtual:door-texts/ar'),
    register: () => import('virtual:register-texts/ar'),
  },
  uk: {
    door: () => import('virtual:door-texts/uk'),
    register: () => import('virtual:register-texts/uk'),
  },
};

/** What a closed register says. */
export async function readDoorTexts(language: InterfaceLanguage): Promise<DoorTexts> {
  return (await languages[language].door()).texts;
}

function add(language: InterfaceLanguage, texts: DoorTexts | RegisterTexts): void {
  for (const [namespace, words] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, words);
  }
}

let isRegisterRead = false;

async function readMissing(language: InterfaceLanguage): Promise<void> {
  const { door, register } = languages[language];
  if (!i18next.hasResourceBundle(language, 'common')) add(language, (await door()).texts);
  if (isRegisterRead && !i18next.hasResourceBundle(language, 'today')) {
    add(language, (await register()).texts);
  }
}

/** From now on everything an open register says is read as well, also of languages chosen later. */
export async function readRegisterTexts(): Promise<void> {
  isRegisterRead = true;
  await readMissing(i18next.language as InterfaceLanguage);
}

let wanted: InterfaceLanguage | undefined;

/** Changes the language of the page when its texts are there. The one asked for last is the one that is spoken. */
export async function speak(language: InterfaceLanguage): Promise<void> {
  wanted = language;
  await readMissing(language);
  if (wanted === language) await i18next.changeLanguage(language);
}
