import { Alert, Checkbox } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './consents-page.module.css';

interface TaskListProps {
  tasks: string[];
  /** Ticks one of them off; without it they are only told. */
  onDone?: (task: string) => void;
}

/** What a withdrawal asks people to do, because no program can do it for them. */
export function TaskList({ tasks, onDone }: TaskListProps) {
  const { t } = useTranslation('consents');
  const { label } = useLabels();
  return (
    <Alert mt="xs" color="terracotta" icon={<IconListCheck aria-hidden />} title={t('tasksTitle')}>
      <ul className={onDone ? classes.ticks : classes.tasks}>
        {tasks.map((task) => (
          <li key={task}>
            {onDone ? (
              <Checkbox
                label={label('withdrawalTasks', task)}
                checked={false}
                onChange={() => onDone(task)}
              />
            ) : (
              label('withdrawalTasks', task)
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
