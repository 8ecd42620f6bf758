import { useTranslation } from 'react-i18next';
import { LinkButton } from '#ui/components/link-button.tsx';
import { Panel } from '#ui/components/panel.tsx';

/** The way from the settings to the page of a coordinator. */
export function RetentionPanel() {
  const { t } = useTranslation('privacy');
  return (
    <Panel title={t('retention.title')} hint={t('retention.hint')}>
      <LinkButton to="/settings/retention" variant="default">
        {t('retention.open')}
      </LinkButton>
    </Panel>
  );
}
