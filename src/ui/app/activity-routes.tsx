import { createRoute } from '@tanstack/react-router';
import { ActivityAnswers } from '#ui/features/activities/activity-answers.tsx';
import { ActivityLayout } from '#ui/features/activities/activity-layout.tsx';
import { ActivityMedia } from '#ui/features/activities/activity-media.tsx';
import { ActivityParticipants } from '#ui/features/activities/activity-participants.tsx';
import { ActivityReport } from '#ui/features/activities/activity-report.tsx';
import { ActivitySessions } from '#ui/features/activities/activity-sessions.tsx';
import { root } from './root-route.tsx';

const activityRoute = createRoute({
  getParentRoute: root,
  path: '/programmes/activities/$activityId',
  component: ActivityLayout,
});
const activity = () => activityRoute;
const sessionsRoute = createRoute({
  getParentRoute: activity,
  path: '/',
  component: ActivitySessions,
});
const participantsRoute = createRoute({
  getParentRoute: activity,
  path: '/participants',
  component: ActivityParticipants,
});
const answersRoute = createRoute({
  getParentRoute: activity,
  path: '/answers',
  component: ActivityAnswers,
});
const mediaRoute = createRoute({
  getParentRoute: activity,
  path: '/media',
  component: ActivityMedia,
});
const reportRoute = createRoute({
  getParentRoute: activity,
  path: '/report',
  component: ActivityReport,
});

/** One activity: when, who, how it went, what came of it, what is told. */
export const activityRoutes = activityRoute.addChildren([
  sessionsRoute,
  participantsRoute,
  answersRoute,
  mediaRoute,
  reportRoute,
]);
