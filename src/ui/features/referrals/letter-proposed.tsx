import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './letter-dialog.module.css';

/** It waits for somebody else, and says so plainly: nothing has left. */
export function LetterProposed({ onFinish }: { onFinish: () => void }) {
  const { t } = useTranslation('letters');
  return (
    <>
      <Text mb="sm">{t('proposedText')}</Text>
      <div className={classes.foot}>
        <span className={classes.hint}>{t('proposedHint')}</span>
        <Button onClick={onFinish}>{t('finish')}</Button>
      </div>
    </>
  );
}
