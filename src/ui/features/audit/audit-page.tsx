import { Group, Select, Stack } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditTopic, auditTopics } from '#domain/vault/audit-topic.ts';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Paging } from '#ui/components/paging.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { PrintedPart } from '#ui/components/printed-part.tsx';
import { usePagedList } from '#ui/components/use-paged-list.ts';
import { AuditCheckPanel } from './audit-check-panel.tsx';
import { AuditTable } from './audit-table.tsx';

interface Choice {
  topic?: AuditTopic;
  userId?: string;
}

/** The audit log, for coordinators: what happened, and whether the log can be believed. */
export function AuditPage() {
  const { t } = useTranslation(['audit', 'settings']);
  const [choice, setChoice] = useState<Choice>({});
  const { data, error, refetch, whole, paging } = usePagedList({
    queryKey: ['audit', 'list', choice],
    load: (page) => vault.audit.list({ ...choice, ...page }),
    isAlwaysFresh: true,
  });
  return (
    <>
      <BackLink to="/settings/keeping">{t('settings:title')}</BackLink>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Stack gap="lg">
        <AuditCheckPanel />
        <Panel>
          <Group justify="space-between" align="flex-end" mb="md">
            <AuditChoice choice={choice} onChange={setChoice} />
            {whole ? <PrintedPart printed={whole} /> : <Paging {...paging} />}
          </Group>
          <ErrorNotice error={error} onRetry={() => void refetch()} />
          {data?.total === 0 && (
            <EmptyState icon={<IconListSearch size={28} />} title={t('empty')}>
              {t('emptyText')}
            </EmptyState>
          )}
          {data && data.total > 0 && <AuditTable entries={data.items} />}
        </Panel>
      </Stack>
    </>
  );
}

function AuditChoice({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  const { t } = useTranslation('audit');
  const users = useQuery({ queryKey: ['users', 'list'], queryFn: () => vault.users.list({}) });
  const { topic, userId } = choice;
  return (
    <Group gap="sm">
      <Select
        w="18rem"
        label={t('topic')}
        placeholder={t('allTopics')}
        clearable
        data={auditTopics.map((one) => ({ value: one, label: t(`topics.${one}`) }))}
        value={topic ?? null}
        onChange={(value) => {
          const chosen = auditTopics.find((one) => one === value);
          onChange({ ...(userId ? { userId } : {}), ...(chosen ? { topic: chosen } : {}) });
        }}
      />
      <Select
        label={t('user')}
        placeholder={t('allUsers')}
        clearable
        data={(users.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={userId ?? null}
        onChange={(value) =>
          onChange({ ...(topic ? { topic } : {}), ...(value ? { userId: value } : {}) })
        }
      />
    </Group>
  );
}
