import { Button, Group, Menu, Skeleton } from '@mantine/core';
import { IconCalendarDue, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeadlineItem } from '#api/deadlines.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { DeadlineLine } from './deadline-line.tsx';
import classes from './deadlines.module.css';
import { EventDialog } from './event-dialog.tsx';
import { EventsList } from './events-list.tsx';
import { TaskDialog } from './task-dialog.tsx';

/** What is open now, what comes later, and what is over, folded away. */
const parts = {
  now: ['overdue', 'upcoming'],
  later: ['ahead', 'snoozed'],
  over: ['done', 'notApplicable', 'past'],
} as const;

type Adding = 'event' | 'ownDeadline' | 'callBack';

interface DeadlinesPanelProps {
  /** Absent for the deadlines of the association. */
  personId?: string;
}

export function DeadlinesPanel({ personId }: DeadlinesPanelProps) {
  const { t } = useTranslation('deadlines');
  const [adding, setAdding] = useState<Adding>();
  const { data, error, refetch } = useQuery({
    queryKey: ['deadlines', 'list', personId ?? 'association'],
    queryFn: () => vault.deadlines.list(personId ? { personId } : {}),
  });
  const items = data?.items ?? [];
  const stop = () => setAdding(undefined);
  return (
    <Panel
      title={t(personId ? 'title' : 'associationTitle')}
      hint={t('hint')}
      actions={<AddMenu isForPerson={personId !== undefined} onChoose={setAdding} />}
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={90} />}
      {data && items.length === 0 && (
        <EmptyState icon={<IconCalendarDue size={28} />} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      )}
      <Lines items={items} part="now" personId={personId} />
      {(['later', 'over'] as const).map((part) => {
        const own = itemsOf(items, part);
        return (
          own.length > 0 && (
            <details key={part} className={classes.folded}>
              <summary>{t(`parts.${part}`, { count: own.length })}</summary>
              <Lines items={items} part={part} personId={personId} />
            </details>
          )
        );
      })}
      <EventsList personId={personId} />
      {adding === 'event' && <EventDialog personId={personId} onDone={stop} />}
      {adding && adding !== 'event' && (
        <TaskDialog personId={personId} kind={adding} onDone={stop} />
      )}
    </Panel>
  );
}

function itemsOf(items: readonly DeadlineItem[], part: keyof typeof parts): DeadlineItem[] {
  return items.filter((one) => parts[part].some((state) => state === one.state));
}

interface LinesProps {
  items: readonly DeadlineItem[];
  part: keyof typeof parts;
  personId: string | undefined;
}

function Lines({ items, part, personId }: LinesProps) {
  const own = itemsOf(items, part);
  if (own.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {own.map((item) => (
        <li key={`${item.rule}-${item.factKey}`}>
          <DeadlineLine item={item} personId={personId} />
        </li>
      ))}
    </ul>
  );
}

interface AddMenuProps {
  isForPerson: boolean;
  onChoose: (adding: Adding) => void;
}

function AddMenu({ isForPerson, onChoose }: AddMenuProps) {
  const { t } = useTranslation('deadlines');
  return (
    <Group gap="sm">
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onChoose('event')}>{t('addEvent')}</Menu.Item>
          <Menu.Item onClick={() => onChoose('ownDeadline')}>{t('addOwn')}</Menu.Item>
          {isForPerson && (
            <Menu.Item onClick={() => onChoose('callBack')}>{t('addCallBack')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
