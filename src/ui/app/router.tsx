import { createHashHistory, createRoute, createRouter } from '@tanstack/react-router';
import { ActivitiesPage } from '#ui/features/activities/activities-page.tsx';
import { SpokespeoplePage } from '#ui/features/activities/spokespeople-page.tsx';
import { CalendarPage } from '#ui/features/appointments/calendar-page.tsx';
import { AuditPage } from '#ui/features/audit/audit-page.tsx';
import { DashboardPage, readDashboardSearch } from '#ui/features/dashboards/dashboard-page.tsx';
import { DirectoryPage } from '#ui/features/directory/directory-page.tsx';
import {
  EditOrganisationPage,
  NewOrganisationPage,
} from '#ui/features/directory/edit-organisation-page.tsx';
import { OrganisationPage } from '#ui/features/directory/organisation-page.tsx';
import { ComparePage } from '#ui/features/duplicates/compare-page.tsx';
import { DuplicatesPage } from '#ui/features/duplicates/duplicates-page.tsx';
import { HelpPage } from '#ui/features/help/help-page.tsx';
import { HelpTopicPage } from '#ui/features/help/help-topic-page.tsx';
import { ImportPage } from '#ui/features/imports/import-page.tsx';
import { LetterTemplatesPage } from '#ui/features/letter-templates/letter-templates-page.tsx';
import { NetworkPage } from '#ui/features/network/network-page.tsx';
import { readNetworkSearch } from '#ui/features/network/network-parts.ts';
import { HouseholdsPage } from '#ui/features/people/households-page.tsx';
import { NewPersonPage } from '#ui/features/people/new-person-page.tsx';
import { PeoplePage } from '#ui/features/people/people-page.tsx';
import { ProgrammesPage } from '#ui/features/programmes/programmes-page.tsx';
import { ProtocolPage } from '#ui/features/protocol/protocol-page.tsx';
import { ReferralsPage } from '#ui/features/referrals/referrals-page.tsx';
import { ReportsPage, readReportsSearch } from '#ui/features/reports/reports-page.tsx';
import { SentReportPage } from '#ui/features/reports/sent-report-page.tsx';
import { SentReportsPage } from '#ui/features/reports/sent-reports-page.tsx';
import { RetentionPage } from '#ui/features/retention/retention-page.tsx';
import { SessionPage } from '#ui/features/services/session-page.tsx';
import { SessionsPage } from '#ui/features/services/sessions-page.tsx';
import { TodayPage } from '#ui/features/today/today-page.tsx';
import { activityRoutes } from './activity-routes.tsx';
import { personRoutes } from './person-routes.tsx';
import { programmeRoutes } from './programme-routes.tsx';
import { root, rootRoute } from './root-route.tsx';
import { settingsRoutes } from './settings-routes.tsx';
import { readShown } from './shown-by-address.ts';

const todayRoute = createRoute({ getParentRoute: root, path: '/', component: TodayPage });
const importRoute = createRoute({
  getParentRoute: root,
  path: '/people/import',
  component: ImportPage,
});
const peopleRoute = createRoute({ getParentRoute: root, path: '/people', component: PeoplePage });
const newPersonRoute = createRoute({
  getParentRoute: root,
  path: '/people/new',
  component: NewPersonPage,
});
const householdsRoute = createRoute({
  getParentRoute: root,
  path: '/people/households',
  component: HouseholdsPage,
});
const duplicatesRoute = createRoute({
  getParentRoute: root,
  path: '/people/duplicates',
  component: DuplicatesPage,
});
const compareRoute = createRoute({
  getParentRoute: root,
  path: '/people/compare/$personId/$otherId',
  component: ComparePage,
});
const referralsRoute = createRoute({
  getParentRoute: root,
  path: '/referrals',
  component: ReferralsPage,
  validateSearch: ({ organisationId }): { organisationId?: string } =>
    typeof organisationId === 'string' ? { organisationId } : {},
});
const protocolRoute = createRoute({
  getParentRoute: root,
  path: '/protocol',
  component: ProtocolPage,
});
const directoryRoute = createRoute({
  getParentRoute: root,
  path: '/directory',
  component: DirectoryPage,
});
const newOrganisationRoute = createRoute({
  getParentRoute: root,
  path: '/directory/new',
  component: NewOrganisationPage,
});
const organisationRoute = createRoute({
  getParentRoute: root,
  path: '/directory/$organisationId',
  component: OrganisationPage,
});
const editOrganisationRoute = createRoute({
  getParentRoute: root,
  path: '/directory/$organisationId/edit',
  component: EditOrganisationPage,
});
const networkRoute = createRoute({
  getParentRoute: root,
  path: '/directory/network',
  component: NetworkPage,
  validateSearch: readNetworkSearch,
});
const calendarRoute = createRoute({
  getParentRoute: root,
  path: '/calendar',
  component: CalendarPage,
  validateSearch: readShown('appointment'),
});
const sessionsRoute = createRoute({
  getParentRoute: root,
  path: '/calendar/sessions',
  component: SessionsPage,
});
const sessionRoute = createRoute({
  getParentRoute: root,
  path: '/calendar/sessions/$sessionId',
  component: SessionPage,
});
const programmesRoute = createRoute({
  getParentRoute: root,
  path: '/programmes',
  component: ProgrammesPage,
});
const activitiesRoute = createRoute({
  getParentRoute: root,
  path: '/programmes/activities',
  component: ActivitiesPage,
});
const spokespeopleRoute = createRoute({
  getParentRoute: root,
  path: '/programmes/spokespeople',
  component: SpokespeoplePage,
});
const reportsRoute = createRoute({
  getParentRoute: root,
  path: '/reports',
  component: ReportsPage,
  validateSearch: readReportsSearch,
});
const dashboardRoute = createRoute({
  getParentRoute: root,
  path: '/reports/dashboard',
  component: DashboardPage,
  validateSearch: readDashboardSearch,
});
const sentReportsRoute = createRoute({
  getParentRoute: root,
  path: '/reports/sent',
  component: SentReportsPage,
});
const sentReportRoute = createRoute({
  getParentRoute: root,
  path: '/reports/sent/$releaseId',
  component: SentReportPage,
});
const auditRoute = createRoute({
  getParentRoute: root,
  path: '/settings/audit',
  component: AuditPage,
});

const letterTemplatesRoute = createRoute({
  getParentRoute: root,
  path: '/settings/letters',
  component: LetterTemplatesPage,
});

const retentionRoute = createRoute({
  getParentRoute: root,
  path: '/settings/retention',
  component: RetentionPage,
});

const helpRoute = createRoute({ getParentRoute: root, path: '/help', component: HelpPage });
const helpTopicRoute = createRoute({
  getParentRoute: root,
  path: '/help/$topicId',
  component: HelpTopicPage,
});

const routeTree = rootRoute.addChildren([
  todayRoute,
  peopleRoute,
  importRoute,
  newPersonRoute,
  duplicatesRoute,
  compareRoute,
  householdsRoute,
  personRoutes,
  referralsRoute,
  protocolRoute,
  directoryRoute,
  newOrganisationRoute,
  organisationRoute,
  editOrganisationRoute,
  networkRoute,
  calendarRoute,
  sessionsRoute,
  sessionRoute,
  programmesRoute,
  activitiesRoute,
  activityRoutes,
  spokespeopleRoute,
  programmeRoutes,
  reportsRoute,
  dashboardRoute,
  sentReportsRoute,
  sentReportRoute,
  settingsRoutes,
  helpRoute,
  helpTopicRoute,
  auditRoute,
  letterTemplatesRoute,
  retentionRoute,
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
