import { Button, Skeleton } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { vault } from '#ui/app/vault-client.ts';
import classes from '#ui/components/card-list.module.css';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { usePersonId } from '../people/use-person.ts';

export function PlansPage() {
  const { t } = useTranslation('plans');
  const personId = usePersonId();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', 'list', personId],
    queryFn: () => vault.plans.list({ personId }),
  });
  const start = useMutation({
    mutationFn: () => vault.plans.start({ personId }),
    onSuccess: ({ id }) =>
      void navigate({
        to: '/people/$personId/plans/$planId',
        params: { personId, planId: id },
      }),
  });
  const plans = [...(data?.items ?? [])].sort((a, b) => b.version - a.version);
  const mayStart = data !== undefined && plans.every((plan) => plan.state === 'signed');
  const startButton = (
    <Button loading={start.isPending} onClick={() => start.mutate()}>
      {t(plans.length === 0 ? 'start' : 'startNext')}
    </Button>
  );
  return (
    <>
      <PageHeading order={2} lead={t('lead')} actions={mayStart && plans.length > 0 && startButton}>
        {t('title')}
      </PageHeading>
      <ErrorNotice error={error ?? start.error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={90} />}
      {data && plans.length === 0 && (
        <Panel>
          <EmptyState icon={<IconRoute size={28} />} title={t('emptyTitle')} action={startButton}>
            {t('emptyText')}
          </EmptyState>
        </Panel>
      )}
      <ul className={classes.cards}>
        {plans.map((plan) => (
          <li key={plan.id}>
            <PlanCard plan={plan} />
          </li>
        ))}
      </ul>
    </>
  );
}

function PlanCard({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['plans', 'vocabularies']);
  const dates = useDates();
  const facts = [
    t('madeOn', { date: dates.day(plan.details.madeOn) }),
    t('goals', { count: plan.details.goals.length }),
    plan.signedOn && t('signedOn', { date: dates.day(plan.signedOn) }),
    plan.isLatest && plan.reviewDueOn && t('reviewOn', { date: dates.day(plan.reviewDueOn) }),
    plan.closedOn && t('closedShort', { date: dates.day(plan.closedOn) }),
  ].filter(Boolean);
  return (
    <article className={classes.card}>
      <div className={classes.words}>
        <h3 className={classes.title}>
          {t('version', { version: plan.version })}{' '}
          <Tag tone={plan.state === 'signed' ? 'good' : 'attention'}>
            {t(`vocabularies:planStates.${plan.state}`)}
          </Tag>
        </h3>
        <p className={classes.facts}>{inOneLine(facts)}</p>
      </div>
      <LinkButton
        to="/people/$personId/plans/$planId"
        params={{ personId: plan.personId, planId: plan.id }}
        variant={plan.isLatest ? 'light' : 'default'}
      >
        {t('open')}
      </LinkButton>
    </article>
  );
}
