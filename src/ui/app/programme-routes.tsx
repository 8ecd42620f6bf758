import { createRoute } from '@tanstack/react-router';
import { ProgrammeActivities } from '#ui/features/activities/programme-activities.tsx';
import { MatchingPage } from '#ui/features/matches/matching-page.tsx';
import { ProgrammeNetwork } from '#ui/features/network/network-page.tsx';
import { readNetworkSearch } from '#ui/features/network/network-parts.ts';
import { ResultsPage, readResultsSearch } from '#ui/features/programme-results/results-page.tsx';
import { ProgrammeLayout } from '#ui/features/programmes/programme-layout.tsx';
import {
  ProgrammeAbout,
  ProgrammeCandidates,
  ProgrammeMoney,
  ProgrammePeople,
} from '#ui/features/programmes/programme-parts.tsx';
import { root } from './root-route.tsx';

const programmeRoute = createRoute({
  getParentRoute: root,
  path: '/programmes/$programmeId',
  component: ProgrammeLayout,
});
const programme = () => programmeRoute;
const peopleRoute = createRoute({
  getParentRoute: programme,
  path: '/',
  component: ProgrammePeople,
});
const candidatesRoute = createRoute({
  getParentRoute: programme,
  path: '/candidates',
  component: ProgrammeCandidates,
});
const matchingRoute = createRoute({
  getParentRoute: programme,
  path: '/matching',
  component: MatchingPage,
});
const activitiesRoute = createRoute({
  getParentRoute: programme,
  path: '/activities',
  component: ProgrammeActivities,
});
const moneyRoute = createRoute({
  getParentRoute: programme,
  path: '/money',
  component: ProgrammeMoney,
});
const networkRoute = createRoute({
  getParentRoute: programme,
  path: '/network',
  component: ProgrammeNetwork,
  validateSearch: readNetworkSearch,
});
const resultsRoute = createRoute({
  getParentRoute: programme,
  path: '/results',
  component: ResultsPage,
  validateSearch: readResultsSearch,
});
const aboutRoute = createRoute({
  getParentRoute: programme,
  path: '/about',
  component: ProgrammeAbout,
});

/** One programme, and everything in it. */
export const programmeRoutes = programmeRoute.addChildren([
  peopleRoute,
  candidatesRoute,
  matchingRoute,
  activitiesRoute,
  moneyRoute,
  networkRoute,
  resultsRoute,
  aboutRoute,
]);
