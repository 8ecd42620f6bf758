import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabularies, VocabularyName } from '#domain/vocabularies/vocabulary.ts';
import { vault } from '#ui/app/vault-client.ts';
import { localeOf } from './languages.ts';

export interface Choice {
  value: string;
  label: string;
}

/** The lists of the register; they do not change while it is open. */
function useVocabularies(): Vocabularies | undefined {
  return useQuery({
    queryKey: ['vocabularies', 'get'],
    queryFn: () => vault.vocabularies.get({}),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

function nameBy(names: Intl.DisplayNames, tag: string | undefined): string | undefined {
  try {
    return tag === undefined ? undefined : names.of(tag);
  } catch {
    return undefined;
  }
}

/** Words for codes, in the language of the page. A code nobody named is shown as it is. */
export function useLabels() {
  const { t, i18n } = useTranslation('vocabularies');
  const lists = useVocabularies();
  return useMemo(() => {
    const locale = localeOf(i18n.language);
    const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    const tongues = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
    const alpha2 = new Map(lists?.countries.items.map((one) => [one.alpha3, one.alpha2]));
    const tags = new Map(lists?.languages.items.map((one) => [one.code, one.tag]));
    // Codes come from data, so their keys cannot be checked when the page is compiled.
    const word = (key: string): string | undefined => {
      const found: unknown = i18n.exists(`vocabularies:${key}`) ? t(key as never) : undefined;
      return typeof found === 'string' ? found : undefined;
    };
    const country = (code: string) =>
      word(`countries.${code}`) ?? nameBy(regions, alpha2.get(code)) ?? code;
    const language = (code: string) =>
      word(`languages.${code}`) ?? nameBy(tongues, tags.get(code) ?? code) ?? code;
    const label = (list: string, code: string) => word(`${list}.${code}`) ?? code;
    const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label, locale);
    const choices = (list: VocabularyName): Choice[] =>
      (lists?.[list].items ?? []).map(({ code }) => ({ value: code, label: label(list, code) }));
    const countries = (lists?.countries.items ?? [])
      .map(({ alpha3 }) => ({ value: alpha3, label: country(alpha3) }))
      .sort(byLabel);
    const languages = (lists?.languages.items ?? [])
      .map(({ code }) => ({ value: code, label: language(code) }))
      .sort(byLabel);
    return { country, language, label, choices, countries, languages, tags };
  }, [i18n, i18n.language, lists, t]);
}

/** Choices of a closed list that is part of the program and not of the vocabularies. */
export function choicesOf(
  codes: readonly string[],
  list: string,
  label: (list: string, code: string) => string,
): Choice[] {
  return codes.map((code) => ({ value: code, label: label(list, code) }));
}
