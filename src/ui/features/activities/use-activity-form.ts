import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

/** What is asked after an activity and by what people are counted, in the language of the page. */
export function useActivityForm() {
  const { t } = useTranslation('activities');
  const words = useRuleWords();
  const { data } = useQuery({
    queryKey: ['activities', 'form'],
    queryFn: () => vault.activities.form({}),
  });
  const form = data?.form;
  const answers = (question: 'useful' | 'usesSkills') =>
    (form?.[question].answers ?? []).map(({ code, name }) => ({ value: code, label: words(name) }));
  const unknown = { value: 'unknown', label: t('people.unknown') };
  const origins = (form?.origins ?? []).map(({ code, name }) => ({
    value: code,
    label: words(name),
  }));
  const bandsOf = (list: string) => {
    const found = data?.bandLists.find(({ code }) => code === list);
    return (found?.bands ?? []).map((band) => ({ value: band, label: band }));
  };
  return {
    isReady: data !== undefined,
    words,
    satisfaction: form?.satisfaction,
    steps: (form?.satisfaction.steps ?? []).map(({ score, name }) => ({
      value: String(score),
      label: `${score} · ${words(name)}`,
    })),
    useful: answers('useful'),
    usesSkills: answers('usesSkills'),
    origins: [...origins, unknown],
    bands: (list: string) => [...bandsOf(list), unknown],
    bandLists: (data?.bandLists ?? []).map(({ code, name, bands }) => ({
      value: code,
      label: `${words(name)} (${bands.join(', ')})`,
    })),
  };
}
