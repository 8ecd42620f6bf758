import { Button } from '@mantine/core';
import { IconCalendarPlus, IconSpeakerphone } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityLine } from '#api/activities.ts';
import { vault } from '#ui/app/vault-client.ts';
import cards from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PagedList } from '#ui/components/paged-list.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ActivityDialog } from './activity-dialog.tsx';

/** A new one leads to its page. */
export function AddActivity({ programmeId }: { programmeId?: string | undefined }) {
  const { t } = useTranslation('activities');
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Button
        leftSection={<IconCalendarPlus size={20} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        {t('add')}
      </Button>
      {isAdding && (
        <ActivityDialog
          programmeId={programmeId}
          onClose={() => setAdding(false)}
          onSaved={(activityId) =>
            void navigate({ to: '/programmes/activities/$activityId', params: { activityId } })
          }
        />
      )}
    </>
  );
}

/** Newest first. */
export function ActivityList(wanted: { programmeId?: string; kind?: string }) {
  const { t } = useTranslation('activities');
  const list = usePagedList({
    queryKey: ['activities', 'list', wanted],
    load: (page) => vault.activities.list({ ...wanted, ...page }),
  });
  return (
    <PagedList
      list={list}
      skeletonHeight={120}
      empty={
        <EmptyState icon={<IconSpeakerphone size={28} />} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      }
    >
      <ul className={cards.cards}>
        {list.data?.items.map((activity) => (
          <li key={activity.id}>
            <ActivityCard activity={activity} />
          </li>
        ))}
      </ul>
    </PagedList>
  );
}

function ActivityCard({ activity }: { activity: ActivityLine }) {
  const { t } = useTranslation('activities');
  const dates = useDates();
  const { label } = useLabels();
  const { id, details, programmeName, participants } = activity;
  const { from, to } = details;
  const facts = [
    from === to ? dates.day(from) : `${dates.day(from)} – ${dates.day(to)}`,
    label('activityKinds', details.kind),
    programmeName,
    details.place,
  ];
  return (
    <article className={cards.card}>
      <div className={cards.words}>
        <h2 className={cards.title}>
          <Link to="/programmes/activities/$activityId" params={{ activityId: id }}>
            {details.title}
          </Link>{' '}
          {details.isCancelled && <Tag>{t('cancelled')}</Tag>}
        </h2>
        <p className={cards.facts}>{inOneLine(facts)}</p>
      </div>
      <span>{t('participants', { count: participants })}</span>
    </article>
  );
}
