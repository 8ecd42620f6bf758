import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '#api/assessments.ts';
import { progressByDomain } from '#domain/assessments/progress.ts';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { AssessmentEditor } from './assessment-editor.tsx';
import classes from './assessment-page.module.css';

export function AssessmentPage() {
  const { t } = useTranslation('assessments');
  const dates = useDates();
  const { personId, assessmentId } = useParams({ from: '/people/$personId/needs/$assessmentId' });
  const { data, error, refetch } = useQuery({
    queryKey: ['assessments', 'list', personId],
    queryFn: () => vault.assessments.list({ personId }),
  });
  const assessment = data?.items.find(({ id }) => id === assessmentId);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={400} />;
  const completed = data.items.filter(({ state }) => state === 'completed');
  return (
    <>
      <BackLink to="/people/$personId/needs" params={{ personId }}>
        {t('back')}
      </BackLink>
      {assessment && (
        <>
          <PageHeading order={2} lead={t('pageLead')}>
            {t('pageTitle', { date: dates.day(assessment.details.assessedOn) })}{' '}
            <Tag tone={assessment.state === 'draft' ? 'attention' : 'good'}>
              {t(`states.${assessment.state}`)}
            </Tag>
          </PageHeading>
          {assessment.state === 'draft' ? (
            <AssessmentEditor
              key={assessment.id}
              assessment={assessment}
              before={progressByDomain(completed.map(({ details }) => details).reverse())}
            />
          ) : (
            <CompletedAssessment assessment={assessment} />
          )}
        </>
      )}
    </>
  );
}

function CompletedAssessment({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation('assessments');
  const labels = useLabels();
  const { scores, ownView, note } = assessment.details;
  const reopen = useMutation({
    mutationFn: () => vault.assessments.reopen({ id: assessment.id }),
  });
  return (
    <Stack gap="lg">
      <Alert color="petrol" icon={<IconLock aria-hidden />}>
        <Group justify="space-between">
          <span>{t('isCompleted')}</span>
          <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()}>
            {t('reopen')}
          </Button>
        </Group>
      </Alert>
      <ErrorNotice error={reopen.error} />
      <Panel>
        <dl className={classes.scores}>
          {scores.map(({ domain, level, words }) => (
            <div key={domain}>
              <dt>{labels.label('lifeDomains', domain)}</dt>
              <dd>
                {level} · {labels.label('needLevels', String(level))}
                {words && <q dir="auto">{words}</q>}
              </dd>
            </div>
          ))}
        </dl>
        {ownView && (
          <p dir="auto">
            <strong>{t('ownView')}</strong> {ownView}
          </p>
        )}
        {note && (
          <p dir="auto">
            <strong>{t('note')}</strong> {note}
          </p>
        )}
      </Panel>
    </Stack>
  );
}
