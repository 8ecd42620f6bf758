import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './reports-page.module.css';

interface OpenNumberProps {
  /** What the number counts, in words. */
  words: string;
  onOpen: () => void;
  children: ReactNode;
}

/** A number that opens to the people it counts. */
export function OpenNumber({ words, onOpen, children }: OpenNumberProps) {
  const { t } = useTranslation('report-plans');
  return (
    <UnstyledButton className={classes.figure} title={t('open.hint')} onClick={onOpen}>
      {children}
      <VisuallyHidden>{t('open.label', { words })}</VisuallyHidden>
    </UnstyledButton>
  );
}
