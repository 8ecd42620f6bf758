import { useTranslation } from 'react-i18next';
import { maySeeTier } from '#domain/assessments/specific-need.ts';
import {
  type ChoiceList,
  type FilterFieldKey,
  filterFields,
  nobody,
  ownLists,
  ownSelf,
} from '#domain/lists/filter-field.ts';
import { useSession } from '#ui/app/session.tsx';
import { type Choice, choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useLists } from '#ui/i18n/use-lists.ts';
import { useWorkers } from '../people/use-workers.ts';

const isOwn = (list: ChoiceList): list is keyof typeof ownLists => Object.hasOwn(ownLists, list);

/** The answers a field of a list can have, in words. */
export function useListChoices(): (field: FilterFieldKey) => Choice[] {
  const { t } = useTranslation('lists');
  const labels = useLabels();
  const lists = useLists();
  const workers = useWorkers();
  const { user } = useSession();
  const ofList = (list: ChoiceList): Choice[] => {
    if (list === 'workers') {
      return [
        { value: ownSelf, label: t('me') },
        { value: nobody, label: t('nobody') },
        ...workers.filter((one) => one.value !== user.id),
      ];
    }
    if (list === 'countries') return labels.countries;
    if (list === 'languages') return labels.languages;
    if (isOwn(list)) return choicesOf(ownLists[list], list, labels.label);
    if (list !== 'specificNeeds') return labels.choices(list);
    const visible = (lists?.specificNeeds.items ?? []).filter(({ tier }) =>
      maySeeTier(user.role, tier),
    );
    return choicesOf(
      visible.map(({ code }) => code),
      list,
      labels.label,
    );
  };
  return (field) => {
    const spec: { kind: string; choices?: ChoiceList } = filterFields[field];
    return spec.choices ? ofList(spec.choices) : [];
  };
}
