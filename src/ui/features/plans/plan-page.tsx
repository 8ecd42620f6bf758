import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft, IconFileText, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '#api/plans.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { DocumentDrawer } from '../documents/document-drawer.tsx';
import { PlanEditor } from './plan-editor.tsx';
import classes from './plan-page.module.css';
import { PlanSummary } from './plan-summary.tsx';

export function PlanPage() {
  const { t } = useTranslation(['plans', 'vocabularies']);
  const dates = useDates();
  const { personId, planId } = useParams({ from: '/people/$personId/plans/$planId' });
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', 'get', planId],
    queryFn: () => vault.plans.get({ id: planId }),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={400} />;
  return (
    <>
      <Link to="/people/$personId/plans" params={{ personId }} className={classes.back}>
        <IconArrowLeft size={16} className={classes.arrow} aria-hidden />
        {t('back')}
      </Link>
      <PageHeading
        order={2}
        lead={data.signedOn && t('signedOn', { date: dates.day(data.signedOn) })}
      >
        {t('title')} · {t('version', { version: data.version })}{' '}
        <Tag tone={data.state === 'signed' ? 'good' : 'attention'}>
          {t(`vocabularies:planStates.${data.state}`)}
        </Tag>
      </PageHeading>
      {data.state === 'draft' && data.isLatest ? (
        <PlanEditor key={data.id} plan={data} onReload={() => void refetch()} />
      ) : (
        <FinishedPlan plan={data} />
      )}
    </>
  );
}

/** A signed plan as it can be read at a glance; the paper itself is one click away. */
function FinishedPlan({ plan }: { plan: Plan }) {
  const { t } = useTranslation(['plans', 'documents']);
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack gap="lg">
      <Alert color="petrol" icon={<IconLock aria-hidden />}>
        {t('readOnly')}
      </Alert>
      <Group>
        <Button leftSection={<IconFileText size={18} aria-hidden />} onClick={() => setOpen(true)}>
          {t('preview')}
        </Button>
      </Group>
      <PlanSummary details={plan.details} />
      {isOpen && (
        <DocumentDrawer
          documentKey={['plan', plan.id, plan.revision, plan.state]}
          label={t('documents:planTitle')}
          load={() => vault.documents.plan({ planId: plan.id })}
          save={(grant) => vault.documents.savePlan({ planId: plan.id, grant })}
          onClose={() => setOpen(false)}
        />
      )}
    </Stack>
  );
}
