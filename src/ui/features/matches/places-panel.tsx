import { Button, Skeleton } from '@mantine/core';
import { IconHomeHeart } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferedPlace } from '#api/matches.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { PlaceDialog } from './place-dialog.tsx';

/** Hosts, sponsors, homes, buddies: what is offered, and how much of it is left. */
export function PlacesPanel({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('matches');
  const [edited, setEdited] = useState<OfferedPlace | 'new'>();
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'places', programmeId],
    queryFn: () => vault.places.list({ programmeId }),
  });
  return (
    <Panel
      title={t('places.title')}
      actions={
        <Button variant="light" onClick={() => setEdited('new')}>
          {t('places.add')}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={90} />}
      {data?.items.length === 0 && (
        <EmptyState icon={<IconHomeHeart size={28} />} title={t('places.empty')}>
          {t('places.emptyText')}
        </EmptyState>
      )}
      <ul className={lines.lines} aria-label={t('places.title')}>
        {data?.items.map((place) => (
          <li key={place.id} className={lines.line}>
            <PlaceLine place={place} onEdit={() => setEdited(place)} />
          </li>
        ))}
      </ul>
      {edited && (
        <PlaceDialog
          programmeId={programmeId}
          place={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}

function PlaceLine({ place, onEdit }: { place: OfferedPlace; onEdit: () => void }) {
  const { t } = useTranslation('matches');
  const { label, language } = useLabels();
  const dates = useDates();
  const { details, room, households } = place;
  const isFull = room === 0 || households === 0;
  const facts = [
    label('placeKinds', details.kind),
    details.town,
    t('places.room', { left: room, count: details.room }),
    listed(details.languages.map(language)),
    listed(details.skills),
    details.hasSchool && t('places.school'),
    details.isStepFree && t('places.stepFree'),
    details.from && t('places.from', { date: dates.day(details.from) }),
    details.until && t('places.until', { date: dates.day(details.until) }),
  ];
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          {details.name}{' '}
          {!details.isOffered ? (
            <Tag>{t('places.notOffered')}</Tag>
          ) : (
            <Tag tone={isFull ? 'calm' : 'good'}>{t(isFull ? 'places.full' : 'places.free')}</Tag>
          )}
        </p>
        <p className={lines.soft}>{inOneLine(facts)}</p>
        {details.note && <p className={lines.soft}>{details.note}</p>}
      </div>
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('places.editOf', { name: details.name })}
        onClick={onEdit}
      >
        {t('places.edit')}
      </Button>
    </>
  );
}
