import { Button, Title } from '@mantine/core';
import {
  IconClipboardCheck,
  IconHome,
  IconMailForward,
  IconMailQuestion,
  IconSignature,
  IconSunrise,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayItem } from '#api/casework.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { type DueGroup, dueGroupOf, dueGroups, dueKeyOf } from './due-phrase.ts';
import classes from './today-page.module.css';

const kinds = {
  consentExpiring: { icon: IconUserCheck, to: '/people/$personId/consents' },
  planReview: { icon: IconClipboardCheck, to: '/people/$personId/plans' },
  planUnsigned: { icon: IconSignature, to: '/people/$personId/plans' },
  replyOverdue: { icon: IconMailQuestion, to: '/people/$personId/letters' },
  replyAwaited: { icon: IconMailForward, to: '/people/$personId/letters' },
  receptionWindow: { icon: IconHome, to: '/people/$personId' },
} as const;

export function DueList({ items }: { items: TodayItem[] }) {
  const { t } = useTranslation('today');
  if (items.length === 0) {
    return (
      <Panel>
        <EmptyState icon={<IconSunrise size={28} />} title={t('calmTitle')}>
          {t('calmText')}
        </EmptyState>
      </Panel>
    );
  }
  return dueGroups.map((group) => {
    const due = items.filter((item) => dueGroupOf(item.daysLeft) === group);
    return due.length > 0 && <DueSection key={group} group={group} items={due} />;
  });
}

const tones = { overdue: 'bad', soon: 'attention', later: 'neutral' } as const;
const shownAtFirst = 8;

function DueSection({ group, items }: { group: DueGroup; items: TodayItem[] }) {
  const { t } = useTranslation('today');
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? items : items.slice(0, shownAtFirst);
  return (
    <section className={classes.group}>
      <Title order={2} className={classes.groupTitle}>
        {t(group)}
        <Tag tone={tones[group]}>{items.length}</Tag>
      </Title>
      <ul className={classes.items}>
        {shown.map((item) => (
          <li key={`${item.kind}-${item.personId}-${item.due}-${item.about ?? ''}`}>
            <DueItem item={item} />
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

function DueItem({ item }: { item: TodayItem }) {
  const { t } = useTranslation(['today', 'vocabularies']);
  const dates = useDates();
  const { icon: Icon, to } = kinds[item.kind];
  return (
    <Link to={to} params={{ personId: item.personId }} className={classes.item}>
      <Icon size={24} stroke={1.6} aria-hidden />
      <span>
        <NameText strong>{item.listedName}</NameText>
        <span className={classes.about}>
          {t(`vocabularies:todayKinds.${item.kind}`)}
          {item.about && (
            <>
              {' · '}
              <bdi>{item.about}</bdi>
            </>
          )}
        </span>
      </span>
      <span className={classes.due}>
        <span>{t(dueKeyOf(item.daysLeft), { count: Math.abs(item.daysLeft) })}</span>
        <span className={classes.day}>{dates.day(item.due)}</span>
      </span>
    </Link>
  );
}
