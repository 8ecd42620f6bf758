import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { LinkButton } from '#ui/components/link-button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { BackupsPanel } from '../backups/backups-panel.tsx';
import { DeadlineRulesPanel } from '../deadlines/deadline-rules-panel.tsx';
import { DeadlinesPanel } from '../deadlines/deadlines-panel.tsx';
import { TranslationsPanel } from '../documents/translations-panel.tsx';
import { RetentionPanel } from '../retention/retention-panel.tsx';
import { OwnPassphrasePanel } from '../users/own-passphrase-panel.tsx';
import { UsersPanel } from '../users/users-panel.tsx';
import { AppearancePanel } from './appearance-panel.tsx';
import { AssociationPanel } from './association-panel.tsx';
import { DiskAlert } from './disk-alert.tsx';
import { LockAfterPanel } from './lock-after-panel.tsx';
import { RecoveryPanel } from './recovery-panel.tsx';

const useIsCoordinator = () => useSession().user.role === 'coordinator';

export function AssociationSettings() {
  return <AssociationPanel isReadOnly={!useIsCoordinator()} />;
}

/** What only concerns whoever sits here. */
export function OwnSettings() {
  return (
    <>
      <DiskAlert stays />
      <OwnPassphrasePanel />
      <AppearancePanel />
    </>
  );
}

/** Who opens the register, and how it closes. */
export function TeamSettings() {
  if (!useIsCoordinator()) return null;
  return (
    <>
      <UsersPanel />
      <LockAfterPanel />
      <RecoveryPanel />
    </>
  );
}

export function DeadlineSettings() {
  return (
    <>
      <DeadlinesPanel />
      <DeadlineRulesPanel isReadOnly={!useIsCoordinator()} />
    </>
  );
}

export function PaperSettings() {
  const { t } = useTranslation('letter-templates');
  const { user } = useSession();
  return (
    <>
      {user.role === 'coordinator' && (
        <Panel title={t('title')} hint={t('lead')}>
          <LinkButton to="/settings/letters" variant="default">
            {t('open')}
          </LinkButton>
        </Panel>
      )}
      {user.role !== 'reporter' && <TranslationsPanel />}
    </>
  );
}

/** What is kept, what goes, and what was done. */
export function KeepingSettings() {
  const { t } = useTranslation('audit');
  const { user } = useSession();
  return (
    <>
      {user.role !== 'reporter' && <BackupsPanel />}
      {user.role === 'coordinator' && (
        <>
          <RetentionPanel />
          <Panel title={t('title')} hint={t('panelHint')}>
            <LinkButton to="/settings/audit" variant="default">
              {t('open')}
            </LinkButton>
          </Panel>
        </>
      )}
    </>
  );
}
