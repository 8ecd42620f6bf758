/*
 * What the words of a spreadsheet mean as codes: "nigeriana", "F", "rif. politico". A word is matched with the
 * labels in every language of the program and with the codes of the lists; what fits nothing, or fits two
 * things, stays open for the coordinator, because a wrong nationality ends in a report.
 */
import type { CodedField } from '#domain/imports/import-field.ts';
import { plainWord } from '#domain/imports/person-from-row.ts';
import { sexes } from '#domain/people/person.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import type { CoreContext } from '../context.ts';
import { type Texts, textsFor } from '../documents/texts.ts';

/** Shortest common beginning by which "somala" is Somalia and "maliana" Mali. */
const LEAST_STEM = 4;

const SHORT_SEXES: Record<string, string> = {
  f: 'female',
  donna: 'female',
  femmina: 'female',
  woman: 'female',
  m: 'male',
  uomo: 'male',
  maschio: 'male',
  man: 'male',
};

type Words = Map<string, string>;

function add(words: Words, word: string, code: string): void {
  if (word) words.set(plainWord(word), code);
}

function sexWords(texts: Texts[]): Words {
  const words: Words = new Map(Object.entries(SHORT_SEXES));
  for (const sex of sexes) for (const text of texts) add(words, text.label('sexes', sex), sex);
  return words;
}

function countryWords({ resources }: CoreContext, texts: Texts[]): Words {
  const words: Words = new Map();
  for (const { alpha3, alpha2 } of resources.vocabularies.countries.items) {
    for (const text of texts) add(words, text.country(alpha3), alpha3);
    add(words, alpha3, alpha3);
    if (alpha2) add(words, alpha2, alpha3);
  }
  return words;
}

function languageWords({ resources }: CoreContext, texts: Texts[]): Words {
  const words: Words = new Map();
  for (const { code } of resources.vocabularies.languages.items) {
    for (const text of texts) add(words, text.languageName(code), code);
    add(words, code, code);
  }
  return words;
}

function listWords(
  { resources }: CoreContext,
  texts: Texts[],
  list: 'legalStatuses' | 'receptionTypes',
): Words {
  const words: Words = new Map();
  for (const { code } of resources.vocabularies[list].items) {
    for (const text of texts) add(words, text.label(list, code), code);
    add(words, code, code);
  }
  return words;
}

const WORDS_OF: Record<CodedField, (context: CoreContext, texts: Texts[]) => Words> = {
  sex: (_, texts) => sexWords(texts),
  nationality: countryWords,
  language: languageWords,
  legalStatus: (context, texts) => listWords(context, texts, 'legalStatuses'),
  receptionType: (context, texts) => listWords(context, texts, 'receptionTypes'),
};

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** The one code whose word begins most like this one; undefined when two codes do equally well. */
function codeByStem(word: string, words: Words): string | undefined {
  let best = LEAST_STEM - 1;
  let codes = new Set<string>();
  for (const [known, code] of words) {
    const length = commonStart(word, known);
    // "mali" against "maliana" counts although the label is over.
    if (length < Math.min(known.length, word.length) - 3) continue;
    if (length > best) {
      best = length;
      codes = new Set([code]);
    } else if (length === best) {
      codes.add(code);
    }
  }
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** A lookup from words as typed to codes, for one field. */
export function wordCodes(
  context: CoreContext,
  field: CodedField,
): (word: string) => string | undefined {
  const texts = interfaceLanguages.map((language) =>
    textsFor(context.ports.localesDir, language, context.resources.vocabularies),
  );
  const words = WORDS_OF[field](context, texts);
  return (word) => {
    const plain = plainWord(word);
    return words.get(plain) ?? (plain.length >= LEAST_STEM ? codeByStem(plain, words) : undefined);
  };
}
