import { Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ProgrammeTabs } from '../programmes/programme-tabs.tsx';
import { ActivityList, AddActivity } from './activity-list.tsx';

/** Everything the association does with many. */
export function ActivitiesPage() {
  const { t } = useTranslation('activities');
  const { choices } = useLabels();
  const [programmeId, setProgramme] = useState('');
  const [kind, setKind] = useState('');
  const { data: programmes } = useQuery({
    queryKey: ['programmes', 'list'],
    queryFn: () => vault.programmes.list({}),
  });
  return (
    <>
      <PageHeading
        lead={t('lead')}
        actions={<AddActivity programmeId={programmeId || undefined} />}
      >
        {t('title')}
      </PageHeading>
      <ProgrammeTabs />
      <Group gap="sm" mb="md">
        <NativeSelect
          aria-label={t('fields.programme')}
          data={[
            { value: '', label: t('allProgrammes') },
            ...(programmes?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={programmeId}
          onChange={(event) => setProgramme(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={t('fields.kind')}
          data={[{ value: '', label: t('allKinds') }, ...choices('activityKinds')]}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
        />
      </Group>
      <ActivityList
        key={`${programmeId} ${kind}`}
        {...(programmeId ? { programmeId } : {})}
        {...(kind ? { kind } : {})}
      />
    </>
  );
}
