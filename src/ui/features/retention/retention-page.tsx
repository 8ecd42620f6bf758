import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { BackLink } from '#ui/components/back-link.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { ErasuresDonePanel } from '../erasures/erasures-done-panel.tsx';
import { WaitingErasuresPanel } from '../erasures/waiting-erasures-panel.tsx';
import { FilesToReviewPanel } from './files-to-review-panel.tsx';
import { RetentionRulesPanel } from './retention-rules-panel.tsx';

/** What is kept too long, what waits for a second person, and the proof of what was removed. */
export function RetentionPage() {
  const { t } = useTranslation(['privacy', 'settings']);
  const isCoordinator = useSession().user.role === 'coordinator';
  return (
    <>
      <BackLink to="/settings/keeping">{t('settings:title')}</BackLink>
      <PageHeading lead={t(isCoordinator ? 'retention.lead' : 'retention.notYours')}>
        {t('retention.title')}
      </PageHeading>
      {isCoordinator && (
        <Stack gap="lg">
          <WaitingErasuresPanel />
          <FilesToReviewPanel />
          <RetentionRulesPanel />
          <ErasuresDonePanel />
        </Stack>
      )}
    </>
  );
}
