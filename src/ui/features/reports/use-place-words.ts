import { useTranslation } from 'react-i18next';
import type { Figure, Summary } from '#api/reports.ts';
import { elsewhere } from '#domain/reports/area-map.ts';
import { listed } from '#ui/i18n/one-line.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';

/** Codes of totals, and of people about whom a fact is not recorded, in every table. */
export const all = 'all';
export const unknown = 'unknown';

type Named = Pick<Summary, 'figures' | 'groupNames'>;

const nothing: Named = { figures: [], groupNames: {} };

/** Words for dimensions of a report and their categories, in the language of the page. */
export function usePlaceWords({ figures, groupNames }: Named = nothing) {
  const { t } = useTranslation(['reports', 'report-plans']);
  const { label, country } = useLabels();
  const words = useRuleWords();
  const figureWords = ({ code, wording }: Pick<Figure, 'code' | 'wording'>) =>
    `${code} ${words(wording)}`;
  const bandWords = (code: string) => {
    const known = label('ageBands', code);
    if (known !== code) return known;
    const [from, to] = code.replace('+', '').split('-');
    if (to === undefined) return t('report-plans:age.from', { from });
    return from === to
      ? t('report-plans:age.one', { from })
      : t('report-plans:age.between', { from, to });
  };
  const category = (dimension: string, code: string): string => {
    if (code === all) return t('totalColumn');
    if (dimension === 'ageBand') return bandWords(code);
    if (dimension === 'sex') return label('sexes', code);
    if (dimension === 'legalStatus') return label('legalStatuses', code);
    if (dimension === 'area') {
      return (
        groupNames[code] ?? t(`report-plans:areas.${code === elsewhere ? 'elsewhere' : 'unknown'}`)
      );
    }
    if (dimension === 'nationality') {
      return groupNames[code] ?? listed(code.split('+').map(country));
    }
    const figure = figures.find(({ id }) => id === dimension || id === code);
    return figure ? figureWords(figure) : dimension;
  };
  return { category, figureWords };
}
