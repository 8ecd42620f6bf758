import {
  IconAddressBook,
  IconCalendarWeek,
  IconChartBar,
  IconFlag,
  IconLifebuoy,
  IconSettings,
  IconSunrise,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Mark } from '#ui/components/mark.tsx';
import classes from './nav-rail.module.css';
import { useSession } from './session.tsx';

const places = [
  { to: '/', name: 'today', icon: IconSunrise },
  { to: '/people', name: 'people', icon: IconUsers },
  { to: '/calendar', name: 'calendar', icon: IconCalendarWeek },
  { to: '/directory', name: 'directory', icon: IconAddressBook },
  { to: '/programmes', name: 'programmes', icon: IconFlag },
  { to: '/reports', name: 'reports', icon: IconChartBar },
  { to: '/settings', name: 'settings', icon: IconSettings },
  { to: '/help', name: 'help', icon: IconLifebuoy },
] as const;

export function NavRail() {
  const { t } = useTranslation('common');
  const { role } = useSession().user;
  const mayReport = role === 'coordinator' || role === 'reporter';
  return (
    <nav className={classes.rail} aria-label={t('nav.label')}>
      <div className={classes.brand}>
        <Mark size={40} />
        <span>{t('app')}</span>
      </div>
      <ul className={classes.places}>
        {places
          .filter(({ name }) =>
            name === 'reports' ? mayReport : name !== 'programmes' || role !== 'reporter',
          )
          .map(({ to, name, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                className={classes.place}
                activeOptions={{ exact: to === '/' }}
                activeProps={{ 'aria-current': 'page' }}
              >
                <Icon size={24} stroke={1.75} aria-hidden />
                <span>{t(`nav.${name}`)}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
