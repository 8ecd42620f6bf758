import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { ErasurePanel } from '../erasures/erasure-panel.tsx';
import { usePersonId } from '../people/use-person.ts';
import { LegalHoldsPanel } from '../retention/legal-holds-panel.tsx';
import { CopyPanel } from './copy-panel.tsx';
import { RecipientsPanel } from './recipients-panel.tsx';

/** What somebody can ask for about their own data, on one page. */
export function PrivacyPage() {
  const { t } = useTranslation('privacy');
  const personId = usePersonId();
  const isCoordinator = useSession().user.role === 'coordinator';
  return (
    <>
      <PageHeading order={2} lead={t(isCoordinator ? 'lead' : 'leadOthers')}>
        {t('title')}
      </PageHeading>
      <Stack gap="lg">
        {isCoordinator && <CopyPanel personId={personId} />}
        <RecipientsPanel personId={personId} />
        <LegalHoldsPanel personId={personId} isReadOnly={!isCoordinator} />
        {isCoordinator && <ErasurePanel personId={personId} />}
      </Stack>
    </>
  );
}
