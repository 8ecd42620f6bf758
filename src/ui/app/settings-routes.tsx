import { createRoute } from '@tanstack/react-router';
import { AboutSettings } from '#ui/features/settings/about-settings.tsx';
import { SettingsLayout } from '#ui/features/settings/settings-layout.tsx';
import {
  AssociationSettings,
  DeadlineSettings,
  KeepingSettings,
  OwnSettings,
  PaperSettings,
  TeamSettings,
} from '#ui/features/settings/settings-parts.tsx';
import { root } from './root-route.tsx';

const settingsRoute = createRoute({
  getParentRoute: root,
  path: '/settings',
  component: SettingsLayout,
});
const settings = () => settingsRoute;
const associationRoute = createRoute({
  getParentRoute: settings,
  path: '/',
  component: AssociationSettings,
});
const ownRoute = createRoute({ getParentRoute: settings, path: '/own', component: OwnSettings });
const teamRoute = createRoute({ getParentRoute: settings, path: '/team', component: TeamSettings });
const deadlinesRoute = createRoute({
  getParentRoute: settings,
  path: '/deadlines',
  component: DeadlineSettings,
});
const papersRoute = createRoute({
  getParentRoute: settings,
  path: '/papers',
  component: PaperSettings,
});
const keepingRoute = createRoute({
  getParentRoute: settings,
  path: '/keeping',
  component: KeepingSettings,
});
const aboutRoute = createRoute({
  getParentRoute: settings,
  path: '/about',
  component: AboutSettings,
});

/** The settings in parts, none longer than a page that can be looked over. */
export const settingsRoutes = settingsRoute.addChildren([
  associationRoute,
  ownRoute,
  teamRoute,
  deadlinesRoute,
  papersRoute,
  keepingRoute,
  aboutRoute,
]);
