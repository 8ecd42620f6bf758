import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { TodayPage } from '#ui/features/today/today-page.tsx';
import { AppLayout } from './app-layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';

// The first screen comes with the program; every other page is read when it is first opened, so that an old
// laptop reaches the door sooner.
const rootRoute = createRootRoute({ component: AppLayout, notFoundComponent: NotFoundPage });
const root = () => rootRoute;

const todayRoute = createRoute({ getParentRoute: root, path: '/', component: TodayPage });
const peopleRoute = createRoute({
  getParentRoute: root,
  path: '/people',
  component: lazyRouteComponent(() => import('#ui/features/people/people-page.tsx'), 'PeoplePage'),
});
const newPersonRoute = createRoute({
  getParentRoute: root,
  path: '/people/new',
  component: lazyRouteComponent(
    () => import('#ui/features/people/new-person-page.tsx'),
    'NewPersonPage',
  ),
});
const personRoute = createRoute({
  getParentRoute: root,
  path: '/people/$personId',
  component: lazyRouteComponent(
    () => import('#ui/features/people/person-layout.tsx'),
    'PersonLayout',
  ),
});
const person = () => personRoute;
const overviewRoute = createRoute({
  getParentRoute: person,
  path: '/',
  component: lazyRouteComponent(
    () => import('#ui/features/people/person-overview.tsx'),
    'PersonOverview',
  ),
});
const editRoute = createRoute({
  getParentRoute: person,
  path: '/edit',
  component: lazyRouteComponent(
    () => import('#ui/features/people/edit-person-page.tsx'),
    'EditPersonPage',
  ),
});
const needsRoute = createRoute({
  getParentRoute: person,
  path: '/needs',
  component: lazyRouteComponent(() => import('#ui/features/casework/needs-page.tsx'), 'NeedsPage'),
});
const consentsRoute = createRoute({
  getParentRoute: person,
  path: '/consents',
  component: lazyRouteComponent(
    () => import('#ui/features/casework/consents-page.tsx'),
    'ConsentsPage',
  ),
});
const plansRoute = createRoute({
  getParentRoute: person,
  path: '/plans',
  component: lazyRouteComponent(() => import('#ui/features/casework/plans-page.tsx'), 'PlansPage'),
});
const planRoute = createRoute({
  getParentRoute: person,
  path: '/plans/$planId',
  component: lazyRouteComponent(() => import('#ui/features/casework/plan-page.tsx'), 'PlanPage'),
});
const lettersRoute = createRoute({
  getParentRoute: person,
  path: '/letters',
  component: lazyRouteComponent(
    () => import('#ui/features/casework/letters-page.tsx'),
    'LettersPage',
  ),
});
const reportsRoute = createRoute({
  getParentRoute: root,
  path: '/reports',
  component: lazyRouteComponent(
    () => import('#ui/features/reports/reports-page.tsx'),
    'ReportsPage',
  ),
});
const settingsRoute = createRoute({
  getParentRoute: root,
  path: '/settings',
  component: lazyRouteComponent(
    () => import('#ui/features/settings/settings-page.tsx'),
    'SettingsPage',
  ),
});

const routeTree = rootRoute.addChildren([
  todayRoute,
  peopleRoute,
  newPersonRoute,
  personRoute.addChildren([
    overviewRoute,
    editRoute,
    needsRoute,
    consentsRoute,
    plansRoute,
    planRoute,
    lettersRoute,
  ]),
  reportsRoute,
  settingsRoute,
]);

// Addresses hold ids only: they can end up in a screenshot, a name must not.
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultPreload: false,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
