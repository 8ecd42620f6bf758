import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu } from '#ui/app/language-menu.tsx';
import { Mark } from '#ui/components/mark.tsx';
import classes from './door-layout.module.css';

const promises = ['local', 'noAccount', 'yours'] as const;

/** The frame of every page in front of the closed register. */
export function DoorLayout({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['vault', 'common']);
  return (
    <div className={classes.door}>
      <aside className={classes.shore}>
        <div className={classes.brand}>
          <Mark size={56} />
          <span className={classes.name}>{t('common:app')}</span>
        </div>
        <p className={classes.motto}>{t('motto')}</p>
        <ul className={classes.promises}>
          {promises.map((promise) => (
            <li key={promise}>
              <IconCircleCheck size={20} aria-hidden />
              {t(`promise.${promise}`)}
            </li>
          ))}
        </ul>
        <svg className={classes.waves} viewBox="0 0 400 120" preserveAspectRatio="none" aria-hidden>
          <path
            d="M0 50c50-28 100-28 150 0s100 28 150 0 75-24 100-16v86H0z"
            fill="var(--approdo-wave-far)"
          />
          <path
            d="M0 78c45-22 95-22 145 0s105 22 155 0 70-20 100-12v54H0z"
            fill="var(--approdo-wave-near)"
          />
          <path
            d="M0 102c50-14 95-14 150 0s100 14 150 0 75-12 100-8v26H0z"
            fill="var(--approdo-wave-shore)"
          />
        </svg>
      </aside>
      <main className={classes.room}>
        <div className={classes.tools}>
          <LanguageMenu />
        </div>
        <div className={classes.card}>{children}</div>
      </main>
    </div>
  );
}
