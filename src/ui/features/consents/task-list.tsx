import { Alert } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './consents-page.module.css';

/** What a withdrawal asks people to do, because no program can do it for them. */
export function TaskList({ tasks }: { tasks: string[] }) {
  const { t } = useTranslation('consents');
  const { label } = useLabels();
  return (
    <Alert mt="xs" color="terracotta" icon={<IconListCheck aria-hidden />} title={t('tasksTitle')}>
      <ul className={classes.tasks}>
        {tasks.map((task) => (
          <li key={task}>{label('withdrawalTasks', task)}</li>
        ))}
      </ul>
    </Alert>
  );
}
