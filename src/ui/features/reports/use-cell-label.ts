import { useTranslation } from 'react-i18next';
import { listed } from '#ui/i18n/one-line.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';

/** In words what a cell counts: `ageBand=18-59|sex=female` is "18–59, women". */
export function useCellLabel(): (cell: string) => string {
  const { t } = useTranslation('reports');
  const { label, country } = useLabels();
  const wordOf = (pair: string) => {
    const at = pair.indexOf('=');
    const [name, code] = [pair.slice(0, at), pair.slice(at + 1)];
    if (name === 'ageBand') return label('ageBands', code);
    if (name === 'sex') return label('sexes', code);
    return name === 'nationality' ? country(code) : label('legalStatuses', code);
  };
  return (cell) => (cell === 'ALL' ? t('total') : listed(cell.split('|').map(wordOf)));
}
