import { Alert, Button, Group, Skeleton, Stack, Title } from '@mantine/core';
import { IconChartLine, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#api/assessments.ts';
import { progressByDomain } from '#domain/assessments/progress.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { usePersonId } from '../people/use-person.ts';
import { AssessmentList } from './assessment-list.tsx';
import { DomainCard } from './domain-card.tsx';
import classes from './needs-page.module.css';
import { ScoreDialog } from './score-dialog.tsx';
import { SpecificNeedsPanel } from './specific-needs-panel.tsx';

export function NeedsPage() {
  const { t } = useTranslation('assessments');
  const personId = usePersonId();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['assessments', 'list', personId],
    queryFn: () => vault.assessments.list({ personId }),
  });
  const open = (assessmentId: string) =>
    void navigate({
      to: '/people/$personId/needs/$assessmentId',
      params: { personId, assessmentId },
    });
  const start = useMutation({
    mutationFn: () => vault.assessments.start({ personId }),
    onSuccess: ({ id }) => open(id),
  });
  const items = data?.items ?? [];
  const drafts = items.filter(({ state }) => state === 'draft');
  const completed = items.filter(({ state }) => state === 'completed');
  return (
    <>
      <PageHeading
        order={2}
        lead={t('lead')}
        actions={
          drafts.length === 0 && (
            <Button loading={start.isPending} onClick={() => start.mutate()}>
              {t('start')}
            </Button>
          )
        }
      >
        {t('title')}
      </PageHeading>
      <Stack gap="lg">
        <ErrorNotice error={error ?? start.error} onRetry={() => void refetch()} />
        {drafts.map((draft) => (
          <DraftNotice key={draft.id} draft={draft} onOpen={() => open(draft.id)} />
        ))}
        {data ? (
          <Domains personId={personId} completed={completed} />
        ) : (
          !error && <Skeleton height={240} aria-hidden />
        )}
        <AssessmentList assessments={completed} onOpen={open} />
        <SpecificNeedsPanel personId={personId} />
      </Stack>
    </>
  );
}

function DraftNotice({ draft, onOpen }: { draft: Assessment; onOpen: () => void }) {
  const { t } = useTranslation('assessments');
  const dates = useDates();
  return (
    <Alert color="terracotta" icon={<IconPencil aria-hidden />}>
      <Group justify="space-between">
        <span>{t('draftOpen', { date: dates.day(draft.details.assessedOn) })}</span>
        <Button variant="default" onClick={onOpen}>
          {t('continue')}
        </Button>
      </Group>
    </Alert>
  );
}

function Domains({ personId, completed }: { personId: string; completed: Assessment[] }) {
  const { t } = useTranslation('assessments');
  const labels = useLabels();
  const [updating, setUpdating] = useState<string>();
  const progress = progressByDomain(completed.map(({ details }) => details).reverse());
  const domains = labels.choices('lifeDomains');
  const waiting = domains.filter(({ value }) => !progress.has(value));
  return (
    <div>
      {progress.size === 0 && (
        <Panel>
          <EmptyState icon={<IconChartLine size={28} />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        </Panel>
      )}
      <ul className={classes.cards}>
        {domains.map(({ value }) => {
          const found = progress.get(value);
          return found ? (
            <li key={value}>
              <DomainCard
                progress={found}
                assessments={completed}
                onUpdate={() => setUpdating(value)}
              />
            </li>
          ) : null;
        })}
      </ul>
      {waiting.length > 0 && (
        <>
          <Title order={3} className={classes.section}>
            {t('notYet')}
          </Title>
          <ul className={classes.waiting}>
            {waiting.map(({ value, label }) => (
              <li key={value}>
                <Button variant="default" size="compact-md" onClick={() => setUpdating(value)}>
                  {label}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {updating && (
        <ScoreDialog personId={personId} domain={updating} onClose={() => setUpdating(undefined)} />
      )}
    </div>
  );
}
