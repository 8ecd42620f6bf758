import { Skeleton } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { NameText } from '#ui/components/name-text.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { ProgrammeTabs } from '../programmes/programme-tabs.tsx';

/** Everybody who speaks in public, over all activities: whom a journalist may be put through to. */
export function SpokespeoplePage() {
  const { t } = useTranslation('activities');
  const { data, error, refetch } = useQuery({
    queryKey: ['activities', 'spokespeople'],
    queryFn: () => vault.spokespeople.list({}),
  });
  return (
    <>
      <PageHeading lead={t('spokespeople.lead')}>{t('spokespeople.title')}</PageHeading>
      <ProgrammeTabs />
      <Panel>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton height={120} />}
        {data?.items.length === 0 && (
          <EmptyState icon={<IconSpeakerphone size={28} />} title={t('spokespeople.emptyTitle')}>
            {t('spokespeople.emptyText')}
          </EmptyState>
        )}
        <ul className={lines.lines} aria-label={t('spokespeople.title')}>
          {data?.items.map((one) => (
            <li key={one.participantId} className={lines.line}>
              <div className={lines.words}>
                <p className={lines.name}>
                  <NameText strong>{one.name}</NameText>{' '}
                  <Tag tone={one.mayBeShown ? 'good' : 'bad'}>
                    {t(one.mayBeShown ? 'spokespeople.valid' : 'spokespeople.invalid')}
                  </Tag>
                </p>
                <p className={lines.soft}>
                  <Link
                    to="/programmes/activities/$activityId/media"
                    params={{ activityId: one.activityId }}
                  >
                    {one.activityTitle}
                  </Link>
                </p>
              </div>
              <span>{t('spokespeople.outputs', { count: one.outputs })}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
