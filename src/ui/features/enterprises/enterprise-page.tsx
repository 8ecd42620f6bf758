import { Alert, Skeleton, Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '#api/enterprises.ts';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { FirmPanel } from './firm-panel.tsx';
import { IdeaPanel } from './idea-panel.tsx';
import { LoansPanel } from './loans-panel.tsx';
import { MeetingsPanel } from './meetings-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';

/** Somebody's firm from the idea to the day it opens, in parts that fit a window each. */
export function EnterprisePage() {
  const { t } = useTranslation('enterprises');
  const { personId, enrolmentId } = useParams({
    from: '/people/$personId/programmes/$enrolmentId/enterprise',
  });
  const { data, error, refetch } = useQuery({
    queryKey: ['enterprises', 'get', enrolmentId],
    queryFn: () => vault.enterprises.get({ enrolmentId }),
  });
  return (
    <>
      <BackLink to="/people/$personId/programmes/$enrolmentId" params={{ personId, enrolmentId }}>
        {t('back')}
      </BackLink>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} />}
      {data && (
        <>
          <PageHeading order={2} lead={t('lead')}>
            {data.idea?.title ?? t('title')}
          </PageHeading>
          {data.isEnterprise ? <Parts dossier={data} /> : <Alert>{t('otherKind')}</Alert>}
        </>
      )}
    </>
  );
}

const PARTS = ['idea', 'plan', 'money', 'meetings'] as const;

function Parts({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('enterprises');
  return (
    <Tabs defaultValue="idea" keepMounted={false}>
      <Tabs.List mb="lg" aria-label={t('title')}>
        {PARTS.map((part) => (
          <Tabs.Tab key={part} value={part}>
            {t(`parts.${part}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="idea">
        <IdeaPanel dossier={dossier} />
      </Tabs.Panel>
      <Tabs.Panel value="plan">
        <PlanPanel dossier={dossier} />
      </Tabs.Panel>
      <Tabs.Panel value="money">
        <Stack gap="lg">
          <LoansPanel dossier={dossier} />
          <FirmPanel dossier={dossier} />
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="meetings">
        <MeetingsPanel dossier={dossier} />
      </Tabs.Panel>
    </Tabs>
  );
}
