import { useTranslation } from 'react-i18next';
import { PageTab, PageTabs } from '#ui/components/page-tabs.tsx';

const tabs = [
  { to: '/programmes', name: 'programmes' },
  { to: '/programmes/activities', name: 'activities' },
  { to: '/programmes/spokespeople', name: 'spokespeople' },
] as const;

export function ProgrammeTabs() {
  const { t } = useTranslation('activities');
  return (
    <PageTabs label={t('tabs.label')}>
      {tabs.map(({ to, name }) => (
        <PageTab key={name} to={to} activeOptions={{ exact: true }}>
          {t(`tabs.${name}`)}
        </PageTab>
      ))}
    </PageTabs>
  );
}
