import { useTranslation } from 'react-i18next';
import type { Activity } from '#api/activities.ts';
import { FactList } from '#ui/components/fact-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { listed } from '#ui/i18n/one-line.ts';
import classes from './activities.module.css';

/** What the line under its title does not say; nothing where nobody wrote any of it. */
export function AboutActivity({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const { details, workerName, partners } = activity;
  const facts = [
    { label: t('fields.topic'), value: details.topic },
    { label: t('fields.community'), value: details.community },
    { label: t('fields.territory'), value: details.territory },
    { label: t('fields.organiser'), value: details.organiser },
    { label: t('fields.partners'), value: listed(partners) },
    { label: t('fields.worker'), value: workerName },
  ];
  if (!details.note && facts.every(({ value }) => !value)) return null;
  return (
    <Panel>
      <FactList facts={facts} />
      {details.note && <p className={classes.note}>{details.note}</p>}
    </Panel>
  );
}
