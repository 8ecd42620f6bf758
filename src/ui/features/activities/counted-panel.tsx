import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '#api/activities.ts';
import { Panel } from '#ui/components/panel.tsx';
import { CountsDialog } from './counts-dialog.tsx';

/** Those who are counted at the door, without a name. */
export function CountedPanel({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities');
  const [isCounting, setCounting] = useState(false);
  const count = activity.counts.reduce((sum, { people }) => sum + people, 0);
  return (
    <Panel
      title={t('counted.title')}
      hint={t('counted.hint')}
      actions={
        <Button variant="light" onClick={() => setCounting(true)}>
          {t('counted.edit')}
        </Button>
      }
    >
      <p>{count > 0 ? t('counted.total', { count }) : t('counted.empty')}</p>
      {isCounting && <CountsDialog activity={activity} onClose={() => setCounting(false)} />}
    </Panel>
  );
}
