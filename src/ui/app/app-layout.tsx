import { IconSailboat } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppHeader } from './app-header.tsx';
import classes from './app-layout.module.css';
import { NavRail } from './nav-rail.tsx';
import { RegisterAlert } from './register-alert.tsx';
import { useSession } from './session.tsx';

export function AppLayout() {
  const { t } = useTranslation('common');
  const { isDemo } = useSession();
  return (
    <div className={classes.frame}>
      {/* A button, because the part of the address after # holds the page. */}
      <button
        type="button"
        className={classes.skip}
        onClick={() => document.getElementById('content')?.focus()}
      >
        {t('skipToContent')}
      </button>
      <NavRail />
      <div className={classes.stage}>
        {isDemo && (
          <aside className={classes.demo} aria-label={t('header.demoLabel')}>
            <IconSailboat size={18} aria-hidden />
            {t('header.demo')}
          </aside>
        )}
        <AppHeader />
        <main id="content" className={classes.main} tabIndex={-1}>
          <div className={classes.page}>
            <RegisterAlert />
            <Outlet />
          </div>
        </main>
      </div>
    </div>
  );
}
