import type { i18n as I18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Vocabularies, VocabularyName } from '#domain/vocabularies/vocabulary.ts';
import { localeOf } from './languages.ts';
import { useLists } from './use-lists.ts';

export interface Choice {
  value: string;
  label: string;
}

function nameBy(names: Intl.DisplayNames, tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : names.of(tag);
  } catch {
    return undefined;
  }
}

/** Words for codes in one language. Sorting the countries takes longer than a page: done when asked for. */
function makeLabels(i18n: I18n, lists: Vocabularies | undefined) {
  const locale = localeOf(i18n.language);
  const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const tongues = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const alpha2 = new Map(lists?.countries.items.map((one) => [one.alpha3, one.alpha2]));
  const tags = new Map(lists?.languages.items.map((one) => [one.code, one.tag]));
  // Codes come from data, so their keys cannot be checked when the page is compiled.
  const word = (key: string): string | undefined => {
    const name = `vocabularies:${key}`;
    const found: unknown = i18n.exists(name) ? i18n.t(name as never) : undefined;
    return typeof found === 'string' ? found : undefined;
  };
  const country = (code: string) =>
    word(`countries.${code}`) ?? nameBy(regions, alpha2.get(code)) ?? code;
  const language = (code: string) =>
    word(`languages.${code}`) ?? nameBy(tongues, tags.get(code) ?? code) ?? code;
  const label = (list: string, code: string) => word(`${list}.${code}`) ?? code;
  const choices = (list: VocabularyName): Choice[] =>
    (lists?.[list].items ?? []).map(({ code }) => ({ value: code, label: label(list, code) }));
  const byLabel = new Intl.Collator(locale);
  const sorted = (items: Choice[]) => items.sort((a, b) => byLabel.compare(a.label, b.label));
  let countries: Choice[] | undefined;
  let languages: Choice[] | undefined;
  return {
    country,
    language,
    label,
    choices,
    get countries(): Choice[] {
      countries ??= sorted(
        (lists?.countries.items ?? []).map(({ alpha3 }) => ({
          value: alpha3,
          label: country(alpha3),
        })),
      );
      return countries;
    },
    get languages(): Choice[] {
      languages ??= sorted(
        (lists?.languages.items ?? []).map(({ code }) => ({ value: code, label: language(code) })),
      );
      return languages;
    },
    tags,
  };
}

type Labels = ReturnType<typeof makeLabels>;

const noLists = {};
/** By the lists they were made from, then by language: one set serves every part of the page. */
const made = new WeakMap<object, Map<string, Labels>>();

/** Words for codes, in the language of the page. A code nobody named is shown as it is. */
export function useLabels(): Labels {
  const { i18n } = useTranslation('vocabularies');
  const lists = useLists();
  const ofLists = made.get(lists ?? noLists) ?? new Map<string, Labels>();
  made.set(lists ?? noLists, ofLists);
  const labels = ofLists.get(i18n.language) ?? makeLabels(i18n, lists);
  ofLists.set(i18n.language, labels);
  return labels;
}

/** Choices of a closed list that is part of the program and not of the vocabularies. */
export function choicesOf(
  codes: readonly string[],
  list: string,
  label: (list: string, code: string) => string,
): Choice[] {
  return codes.map((code) => ({ value: code, label: label(list, code) }));
}
