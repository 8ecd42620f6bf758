import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { BackupsPanel } from '../backups/backups-panel.tsx';
import { DeadlineRulesPanel } from '../deadlines/deadline-rules-panel.tsx';
import { DeadlinesPanel } from '../deadlines/deadlines-panel.tsx';
import { TranslationsPanel } from '../documents/translations-panel.tsx';
import { RetentionPanel } from '../retention/retention-panel.tsx';
import { OwnPassphrasePanel } from '../users/own-passphrase-panel.tsx';
import { UsersPanel } from '../users/users-panel.tsx';
import { AboutProgram } from './about-program.tsx';
import { AppearancePanel } from './appearance-panel.tsx';
import { AssociationPanel } from './association-panel.tsx';
import { DiskAlert } from './disk-alert.tsx';
import { LockAfterPanel } from './lock-after-panel.tsx';
import { RecoveryPanel } from './recovery-panel.tsx';

export function SettingsPage() {
  const { t } = useTranslation(['settings', 'audit', 'letter-templates']);
  const { user } = useSession();
  const isCoordinator = user.role === 'coordinator';
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Stack gap="lg">
        <DiskAlert stays />
        <AssociationPanel isReadOnly={!isCoordinator} />
        {isCoordinator && <UsersPanel />}
        <OwnPassphrasePanel />
        <AppearancePanel />
        <DeadlinesPanel />
        <DeadlineRulesPanel isReadOnly={!isCoordinator} />
        {user.role !== 'reporter' && <TranslationsPanel />}
        {user.role !== 'reporter' && <BackupsPanel />}
        {isCoordinator && <RetentionPanel />}
        {isCoordinator && <LockAfterPanel />}
        {isCoordinator && <RecoveryPanel />}
        {isCoordinator && (
          <Panel title={t('letter-templates:title')} hint={t('letter-templates:lead')}>
            <LinkButton to="/settings/letters" variant="default">
              {t('letter-templates:open')}
            </LinkButton>
          </Panel>
        )}
        {isCoordinator && (
          <Panel title={t('audit:title')} hint={t('audit:panelHint')}>
            <LinkButton to="/settings/audit" variant="default">
              {t('audit:open')}
            </LinkButton>
          </Panel>
        )}
        <AboutPanel />
      </Stack>
    </>
  );
}

function AboutPanel() {
  const { t } = useTranslation('settings');
  return (
    <Panel title={t('about.title')}>
      <AboutProgram />
      <LinkButton to="/settings/about" variant="default" mt="md">
        {t('about.open')}
      </LinkButton>
    </Panel>
  );
}
