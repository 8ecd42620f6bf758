import { Button, Group, Progress, Skeleton, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PossibleDuplicate } from '#api/duplicates.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import cards from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useProgress } from '#ui/components/use-progress.ts';
import classes from './duplicates.module.css';
import { LikenessReasons } from './likeness-reasons.tsx';
import { MergesPanel } from './merges-panel.tsx';
import { PersonFacts } from './person-facts.tsx';

/** Records that may be of one person; nothing happens by itself. */
export function DuplicatesPage() {
  const { t } = useTranslation('duplicates');
  const { user } = useSession();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['duplicates', 'list'],
    queryFn: () => vault.duplicates.list({}),
  });
  return (
    <>
      <PageHeading
        lead={t('list.lead')}
        actions={
          <LinkButton to="/people" variant="default">
            {t('list.allPeople')}
          </LinkButton>
        }
      >
        {t('list.title')}
      </PageHeading>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Looking />}
      {data?.isStopped && (
        <Stopped
          hasFound={data.items.length > 0}
          onResume={() => void refetch()}
          isResuming={isFetching}
        />
      )}
      {data?.items.length === 0 && !data.isStopped && (
        <Panel>
          <EmptyState icon={<IconUsersGroup size={28} />} title={t('list.emptyTitle')}>
            {t('list.emptyText')}
          </EmptyState>
        </Panel>
      )}
      <ul className={cards.cards}>
        {data?.items.map((pair) => (
          <li key={`${pair.a.id} ${pair.b.id}`}>
            <PairCard pair={pair} />
          </li>
        ))}
      </ul>
      {data?.hasMore && <Text mt="sm">{t('list.more')}</Text>}
      {data?.isCutShort && <Text mt="sm">{t('list.cutShort')}</Text>}
      {user.role !== 'volunteer' && <MergesPanel mayUndo={user.role === 'coordinator'} />}
    </>
  );
}

/** A large register takes a while; a small one is done before this is read. */
function Looking() {
  const { t } = useTranslation('duplicates');
  const progress = useProgress('duplicates');
  if (!progress) return <Skeleton height={110} />;
  const percent = Math.round((progress.done / progress.total) * 100);
  return (
    <Panel>
      <Group justify="space-between" mb="xs">
        <Text>{t('list.looking', { percent })}</Text>
        <Button
          variant="default"
          size="sm"
          onClick={() => void vault.duplicates.stop({}).catch(() => undefined)}
        >
          {t('list.stop')}
        </Button>
      </Group>
      <Progress value={percent} aria-label={t('list.title')} />
    </Panel>
  );
}

interface StoppedProps {
  hasFound: boolean;
  onResume: () => void;
  isResuming: boolean;
}

function Stopped({ hasFound, onResume, isResuming }: StoppedProps) {
  const { t } = useTranslation('duplicates');
  if (isResuming) return <Looking />;
  return (
    <Panel>
      <Group justify="space-between">
        <Text>{t(hasFound ? 'list.stopped' : 'list.stoppedAtOnce')}</Text>
        <Button variant="default" size="sm" onClick={onResume}>
          {t('list.again')}
        </Button>
      </Group>
    </Panel>
  );
}

function PairCard({ pair: { a, b, level, reasons } }: { pair: PossibleDuplicate }) {
  const { t } = useTranslation('duplicates');
  const queries = useQueryClient();
  const dismiss = useMutation({
    mutationFn: vault.duplicates.dismiss,
    onSuccess: () => {
      notifyDone(t('list.dismissed'));
      void queries.invalidateQueries({ queryKey: ['duplicates'] });
    },
  });
  return (
    <article className={cards.card}>
      <div className={classes.pair}>
        <PersonFacts person={a} />
        <PersonFacts person={b} />
        <LikenessReasons level={level} reasons={reasons} />
        <div className={classes.actions}>
          <LinkButton
            to="/people/compare/$personId/$otherId"
            params={{ personId: a.id, otherId: b.id }}
            aria-label={`${t('list.compare')}: ${a.listedName}, ${b.listedName}`}
          >
            {t('list.compare')}
          </LinkButton>
          <Button
            variant="default"
            loading={dismiss.isPending}
            onClick={() => dismiss.mutate({ personId: a.id, otherId: b.id })}
          >
            {t('list.different')}
          </Button>
        </div>
        <ErrorNotice error={dismiss.error} />
      </div>
    </article>
  );
}
