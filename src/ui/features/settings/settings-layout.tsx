import { Stack } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Role } from '#domain/vault/role.ts';
import { useSession } from '#ui/app/session.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { PageTab, PageTabs } from '#ui/components/page-tabs.tsx';

interface Part {
  to: string;
  name: 'association' | 'own' | 'team' | 'deadlines' | 'papers' | 'keeping' | 'about';
  /** Everybody, if absent. */
  for?: Role[];
}

const parts = [
  { to: '/settings', name: 'association' },
  { to: '/settings/own', name: 'own' },
  { to: '/settings/team', name: 'team', for: ['coordinator'] },
  { to: '/settings/deadlines', name: 'deadlines' },
  { to: '/settings/papers', name: 'papers', for: ['coordinator', 'mediator', 'volunteer'] },
  { to: '/settings/keeping', name: 'keeping', for: ['coordinator', 'mediator', 'volunteer'] },
  { to: '/settings/about', name: 'about' },
] as const satisfies Part[];

/** The title and the parts of the settings that the person may see. */
export function SettingsLayout() {
  const { t } = useTranslation('settings');
  const { user } = useSession();
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <PageTabs label={t('parts.label')}>
        {parts
          .filter((part: Part) => !part.for || part.for.includes(user.role))
          .map(({ to, name }) => (
            <PageTab key={name} to={to} activeOptions={{ exact: true }}>
              {t(`parts.${name}`)}
            </PageTab>
          ))}
      </PageTabs>
      <Stack gap="lg">
        <Outlet />
      </Stack>
    </>
  );
}
