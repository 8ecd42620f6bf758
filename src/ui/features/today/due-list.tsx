import { Button, Title } from '@mantine/core';
import { IconSunrise } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayItem, WhoseWork } from '#api/today.ts';
import { type DueGroup, dueGroups } from '#domain/today/due-group.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { DueRow } from './due-row.tsx';
import classes from './today-page.module.css';

interface DueListProps {
  items: TodayItem[];
  /** How many there are in all, where only the nearest are in the list. */
  total: number | undefined;
  whose: WhoseWork;
  /** Otherwise only what is nearest: the rest is drawn a moment later. */
  isWhole: boolean;
}

export function DueList({ items, total, whose, isWhole }: DueListProps) {
  const { t } = useTranslation('today');
  if (items.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<IconSunrise size={28} />} title={t('calmTitle')}>
          {t(whose === 'mine' ? 'calmMine' : 'calmText')}
        </EmptyState>
      </Panel>
    );
  }
  const groups = dueGroups
    .map((group) => ({ group, due: items.filter((item) => item.group === group) }))
    .filter(({ due }) => due.length > 0);
  return (
    <>
      {groups.slice(0, isWhole ? undefined : 1).map(({ group, due }) => (
        <DueSection key={group} group={group} items={due} />
      ))}
      {total !== undefined && (
        <p className={classes.quiet}>{t('moreThanShown', { shown: items.length, total })}</p>
      )}
    </>
  );
}

const tones = {
  overdue: 'bad',
  today: 'attention',
  week: 'calm',
  month: 'neutral',
  ahead: 'neutral',
} as const;
/** Together no longer than two screens: what is nearest must be seen without a search. */
const shownAtFirst: Record<DueGroup, number> = {
  overdue: 5,
  today: 6,
  week: 3,
  month: 2,
  ahead: 1,
};

function DueSection({ group, items }: { group: DueGroup; items: TodayItem[] }) {
  const { t } = useTranslation('today');
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? items : items.slice(0, shownAtFirst[group]);
  return (
    <section className={classes.group}>
      <Title order={2} className={classes.groupTitle}>
        {t(`groups.${group}`)}
        <Tag tone={tones[group]}>{items.length}</Tag>
      </Title>
      <ul className={classes.items}>
        {shown.map((item) => (
          <li key={item.key} className={classes.row}>
            <DueRow item={item} />
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <Button mt="xs" size="compact-md" variant="subtle" onClick={() => setShowsAll(true)}>
          {t('showAll', { count: items.length })}
        </Button>
      )}
    </section>
  );
}
