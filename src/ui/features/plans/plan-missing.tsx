import { Alert } from '@mantine/core';
import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './plan-page.module.css';

const known = [
  'goals',
  'actions',
  'droppedWhy',
  'operator',
  'reviewOn',
  'mediator',
  'interpretedIn',
  'guardian',
  'childOpinion',
] as const;

interface PlanMissingProps {
  missing: string[];
  isDirty: boolean;
}

/** What a plan still needs before it can be signed, as the vault said when it was last saved. */
export function PlanMissing({ missing, isDirty }: PlanMissingProps) {
  const { t } = useTranslation('plans');
  const items = known.filter((one) => missing.includes(one));
  if (items.length === 0) {
    if (isDirty) return null;
    return (
      <Alert color="petrol" icon={<IconCircleCheck aria-hidden />}>
        {t('complete')}
      </Alert>
    );
  }
  return (
    <Alert color="terracotta" icon={<IconListCheck aria-hidden />} title={t('missingTitle')}>
      <ul className={classes.missing}>
        {items.map((item) => (
          <li key={item}>{t(`missing.${item}`)}</li>
        ))}
      </ul>
    </Alert>
  );
}
