import { useTranslation } from 'react-i18next';
import type { SimilarPerson } from '#api/duplicates.ts';
import { Tag } from '#ui/components/tag.tsx';
import { listed } from '#ui/i18n/one-line.ts';
import classes from './duplicates.module.css';

const tones = { possible: 'neutral', likely: 'attention', sure: 'attention' } as const;

/** Why two records are alike, and what speaks against it: whoever decides must see both. */
export function LikenessReasons({ level, reasons }: Pick<SimilarPerson, 'level' | 'reasons'>) {
  const { t } = useTranslation('duplicates');
  return (
    <p className={classes.reasons}>
      <Tag tone={tones[level]}>{t(`levels.${level}`)}</Tag>{' '}
      {listed(reasons.map((reason) => t(`reasons.${reason}`)))}
    </p>
  );
}
