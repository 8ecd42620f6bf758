import { useTranslation } from 'react-i18next';
import type { TodayItem } from '#api/today.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

/** What a line is about, in one phrase; what somebody wrote stands for itself. */
export function useItemWords() {
  const { t } = useTranslation(['today', 'vocabularies']);
  const words = useRuleWords();
  const { label } = useLabels();
  return (item: TodayItem): { what: string; about?: string | undefined } => {
    if (item.kind === 'ownDeadline' && item.about) return { what: item.about };
    if (item.appointmentKind) {
      return { what: label('appointmentKinds', item.appointmentKind), about: item.about };
    }
    const what = item.title ? words(item.title) : t(`vocabularies:todayKinds.${item.kind}`);
    return { what, about: item.about };
  };
}
