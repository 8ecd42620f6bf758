import type { LetterFrame } from '#domain/letters/letter-frame.ts';
import type { CoreContext } from '../context.ts';
import { type Texts, textsFor } from '../documents/texts.ts';

/** The words of a letter in one language, and how it writes dates, countries and codes. */
export type LetterTexts = Omit<Texts, 'language'> & { language: LetterFrame['language'] };

const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{\{(\w+)\}\}/g, (mark, key: string) => String(values[key] ?? mark));

/** A missing word is an error, never an empty line in a letter. */
export function letterTexts(context: CoreContext, language: LetterFrame['language']): LetterTexts {
  const { resources, ports } = context;
  const frame = resources.letterFrames.get(language);
  if (!frame) throw new Error(`no letter frame in ${language}`);
  const base = textsFor(ports.localesDir, language, resources.vocabularies);
  const say: Texts['say'] = (key, values = {}) => {
    const text = frame.words[key];
    if (text === undefined) throw new Error(`no word for ${key} in ${language}`);
    return filled(text, values);
  };
  return {
    ...base,
    language,
    say,
    // Offices are told in other words than those who work here.
    label: (list, code) => frame.labels?.[list]?.[code] ?? base.label(list, code),
    partialDate: partialDateIn(base, say),
  };
}

/** The date as every language writes it, with how sure it is in the words of the letter. */
function partialDateIn(base: Texts, say: Texts['say']): Texts['partialDate'] {
  return (date) => {
    const known = base.partialDate({ ...date, certainty: 'documented' });
    return date.certainty === 'documented' ? known : say(`date.${date.certainty}`, { date: known });
  };
}
