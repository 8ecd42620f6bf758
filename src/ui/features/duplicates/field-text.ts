import type { PersonDetails } from '#domain/people/person.ts';
import { listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import type { ChosenField } from './merged-details.ts';

/** What a record says in a field, in words; empty when it says nothing. */
export function useFieldText(): (details: PersonDetails, field: ChosenField) => string {
  const dates = useDates();
  const labels = useLabels();
  const label = (list: string, code: string | undefined) => (code ? labels.label(list, code) : '');
  return (details, field) => {
    switch (field) {
      case 'birth':
        return details.birth ? dates.partial(details.birth) : '';
      case 'enteredItaly':
        return details.enteredItaly ? dates.partial(details.enteredItaly) : '';
      case 'sex':
        return labels.label('sexes', details.sex);
      case 'nationalities':
        return listed(details.nationalities.map(labels.country));
      case 'languages':
        return listed(details.languages.map((one) => labels.language(one.language)));
      case 'firstEntry':
        return details.firstEntry ? dates.partial(details.firstEntry) : '';
      case 'birthCountry':
      case 'originCountry':
      case 'firstEntryCountry': {
        const country = details[field];
        return country ? labels.country(country) : '';
      }
      case 'urgency':
        return label('urgencies', details.urgency);
      case 'dependants':
        return details.dependants === undefined ? '' : String(details.dependants);
      case 'literacy':
        return label('literacies', details.literacy);
      case 'civilStatus':
        return label('civilStatuses', details.civilStatus);
      case 'interpreterWish':
        return label('interpreterWishes', details.interpreterWish);
      case 'arrivalWay':
        return label('arrivalWays', details.arrivalWay);
      case 'cameThrough':
        return label('doors', details.cameThrough);
      default:
        return details[field] ?? '';
    }
  };
}
