import { useTranslation } from 'react-i18next';
import { PageTab, PageTabs } from '#ui/components/page-tabs.tsx';

const tabs = [
  { to: '/calendar', name: 'week' },
  { to: '/calendar/sessions', name: 'sessions' },
] as const;

export function CalendarTabs() {
  const { t } = useTranslation('appointments');
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
