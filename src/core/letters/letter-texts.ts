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
  // The interface speaks Italian and English; codes without a label of the frame's own keep the English one.
  const base = textsFor(
    ports.localesDir,
    language === 'fr' ? 'en' : language,
    resources.vocabularies,
  );
  const say: Texts['say'] = (key, values = {}) => {
    const text = frame.words[key];
    if (text === undefined) throw new Error(`no word for ${key} in ${language}`);
    return filled(text, values);
  };
  if (language !== 'fr') {
    return { ...base, language, say, partialDate: partialDateIn(base, say) };
  }
  const regions = new Intl.DisplayNames('fr', { type: 'region' });
  const languages = new Intl.DisplayNames('fr', { type: 'language' });
  const { countries, languages: spoken } = resources.vocabularies;
  return {
    ...base,
    language,
    say,
    label: (list, code) => frame.labels?.[list]?.[code] ?? base.label(list, code),
    country: (alpha3) => {
      const item = countries.items.find((one) => one.alpha3 === alpha3);
      return (item?.alpha2 && regions.of(item.alpha2)) || base.country(alpha3);
    },
    languageName: (code) => {
      const item = spoken.items.find((one) => one.code === code);
      return (item?.tag && languages.of(item.tag)) || base.languageName(code);
    },
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
