import { Alert, Skeleton, Stack } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { MatchesPanel } from './matches-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { SearchesPanel } from './searches-panel.tsx';

/** Who looks for a place and who offers one. The program proposes and says why; somebody decides. */
export function MatchingPage() {
  const { t } = useTranslation('matches');
  const { programmeId } = useParams({ from: '/programmes/$programmeId/matching' });
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'get', programmeId],
    queryFn: () => vault.programmes.get({ id: programmeId }),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={240} />;
  return (
    <>
      <BackLink to="/programmes/$programmeId" params={{ programmeId }}>
        {data.name}
      </BackLink>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Stack gap="lg">
        <Alert icon={<IconUserQuestion aria-hidden />} title={t('human.title')}>
          {t('human.text')}
        </Alert>
        <SearchesPanel programmeId={programmeId} />
        <MatchesPanel programmeId={programmeId} />
        <PlacesPanel programmeId={programmeId} />
      </Stack>
    </>
  );
}
