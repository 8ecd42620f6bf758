import type { Texts } from './texts.ts';

/** A language by its name, with the words that somebody must interpret where they must. */
export function spokenLanguage(
  one: { language: string; needsInterpreter: boolean },
  texts: Texts,
): string {
  const language = texts.languageName(one.language);
  return one.needsInterpreter ? texts.say('fact.needsInterpreter', { language }) : language;
}
