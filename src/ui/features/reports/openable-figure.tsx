import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OpenNumber } from './open-number.tsx';
import classes from './reports-page.module.css';

/** A figure with what it is about, in codes and in words. */
export interface FigurePlace {
  place: Record<string, string>;
  words: string;
}

interface OpenableFigureProps extends FigurePlace {
  value: number | null;
  onOpen?: ((figure: FigurePlace) => void) | undefined;
}

/** A number of a report, or the mark of a hidden one; a button for those who may see who is behind it. */
export function OpenableFigure({ value, place, words, onOpen }: OpenableFigureProps) {
  const shown = <ShownNumber value={value} />;
  if (!onOpen || value === 0) return shown;
  return (
    <OpenNumber words={words} onOpen={() => onOpen({ place, words })}>
      {shown}
    </OpenNumber>
  );
}

export function ShownNumber({ value }: { value: number | null }) {
  const { t } = useTranslation('reports');
  if (value !== null) return value;
  return (
    <>
      <span className={classes.hidden} aria-hidden>
        {t('hiddenMark')}
      </span>
      <VisuallyHidden>{t('hiddenCell')}</VisuallyHidden>
    </>
  );
}
