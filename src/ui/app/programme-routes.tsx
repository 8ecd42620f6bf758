import { createRoute } from '@tanstack/react-router';
import { MatchingPage } from '#ui/features/matches/matching-page.tsx';
import { ProgrammeNetwork } from '#ui/features/network/network-page.tsx';
import { readNetworkSearch } from '#ui/features/network/network-parts.ts';
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
  moneyRoute,
  networkRoute,
  aboutRoute,
]);
