import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { isUnderAge } from '#domain/consents/coming-of-age.ts';
import { asItStands } from '#domain/plans/review.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { usePerson } from '../people/use-person.ts';
import { FinishedPlan } from './finished-plan.tsx';
import { PlanEditor } from './plan-editor.tsx';

const standingOf = ({ details, progress, reviews }: Plan) =>
  asItStands(
    details,
    progress,
    reviews.map(({ review }) => review),
  );

export function PlanPage() {
  const { t } = useTranslation(['plans', 'vocabularies']);
  const dates = useDates();
  const { today } = useSession();
  const { personId, planId } = useParams({ from: '/people/$personId/plans/$planId' });
  const person = usePerson(personId).data;
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', 'list', personId],
    queryFn: () => vault.plans.list({ personId }),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const plan = data?.items.find(({ id }) => id === planId);
  if (!plan || !person) return <Skeleton height={400} />;
  const previous = data?.items.find(({ version }) => version === plan.version - 1);
  const before = previous && standingOf(previous);
  return (
    <>
      <BackLink to="/people/$personId/plans" params={{ personId }}>
        {t('back')}
      </BackLink>
      <PageHeading
        order={2}
        lead={plan.signedOn && t('signedOn', { date: dates.day(plan.signedOn) })}
      >
        {t('title')} · {t('version', { version: plan.version })}{' '}
        <Tag tone={plan.state === 'signed' ? 'good' : 'attention'}>
          {t(`vocabularies:planStates.${plan.state}`)}
        </Tag>
      </PageHeading>
      {plan.state === 'draft' && plan.isLatest ? (
        <PlanEditor
          key={plan.id}
          plan={plan}
          previous={before}
          isMinor={isUnderAge(person.details.birth, today)}
          onReload={() => void refetch()}
        />
      ) : (
        <FinishedPlan plan={plan} standing={standingOf(plan)} previous={before} />
      )}
    </>
  );
}
