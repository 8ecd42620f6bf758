import { Alert, Stack } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { MatchesPanel } from './matches-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { SearchesPanel } from './searches-panel.tsx';
import { WeightsLine } from './weights-line.tsx';

/** Who looks for a place and who offers one. The program proposes and says why; somebody decides. */
export function MatchingPage() {
  const { t } = useTranslation('matches');
  const { programmeId } = useParams({ from: '/programmes/$programmeId/matching' });
  return (
    <>
      <PageHeading order={2} lead={t('lead')}>
        {t('title')}
      </PageHeading>
      <Stack gap="lg">
        <Alert icon={<IconUserQuestion aria-hidden />} title={t('human.title')}>
          {t('human.text')}
        </Alert>
        <SearchesPanel programmeId={programmeId} />
        <MatchesPanel programmeId={programmeId} />
        <PlacesPanel programmeId={programmeId} />
        <WeightsLine programmeId={programmeId} />
      </Stack>
    </>
  );
}
