import { useTranslation } from 'react-i18next';
import { listed } from '#ui/i18n/one-line.ts';
import { usePlaceWords } from './use-place-words.ts';

/** In words what a cell counts: `ageBand=18-59|sex=female` is "18–59, women". */
export function useCellLabel(): (cell: string) => string {
  const { t } = useTranslation('reports');
  const { category } = usePlaceWords();
  const wordOf = (pair: string) => {
    const at = pair.indexOf('=');
    return category(pair.slice(0, at), pair.slice(at + 1));
  };
  return (cell) => (cell === 'ALL' ? t('total') : listed(cell.split('|').map(wordOf)));
}
