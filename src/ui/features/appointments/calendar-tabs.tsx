import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './calendar-page.module.css';

const tabs = [
  { to: '/calendar', name: 'week' },
  { to: '/calendar/sessions', name: 'sessions' },
] as const;

export function CalendarTabs() {
  const { t } = useTranslation('appointments');
  return (
    <nav aria-label={t('tabs.label')}>
      <ul className={classes.tabs}>
        {tabs.map(({ to, name }) => (
          <li key={name}>
            <Link
              to={to}
              className={classes.tab}
              activeOptions={{ exact: true }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {t(`tabs.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
