import { createRoute } from '@tanstack/react-router';
import { AssessmentPage } from '#ui/features/assessments/assessment-page.tsx';
import { NeedsPage } from '#ui/features/assessments/needs-page.tsx';
import { PapersPage } from '#ui/features/attachments/papers-page.tsx';
import { ConsentsPage } from '#ui/features/consents/consents-page.tsx';
import { DiaryPage } from '#ui/features/diary/diary-page.tsx';
import { EnterprisePage } from '#ui/features/enterprises/enterprise-page.tsx';
import { NotesPage } from '#ui/features/notes/notes-page.tsx';
import { EditPersonPage } from '#ui/features/people/edit-person-page.tsx';
import { PersonLayout } from '#ui/features/people/person-layout.tsx';
import { PersonOverview } from '#ui/features/people/person-overview.tsx';
import { PrivacyPage } from '#ui/features/person-copies/privacy-page.tsx';
import { PlanPage } from '#ui/features/plans/plan-page.tsx';
import { PlansPage } from '#ui/features/plans/plans-page.tsx';
import { EnrolmentPage } from '#ui/features/programmes/enrolment-page.tsx';
import { PersonProgrammesPage } from '#ui/features/programmes/person-programmes-page.tsx';
import { PersonReferralsPage } from '#ui/features/referrals/person-referrals-page.tsx';
import { root } from './root-route.tsx';
import { readShown } from './shown-by-address.ts';

const personRoute = createRoute({
  getParentRoute: root,
  path: '/people/$personId',
  component: PersonLayout,
});
const person = () => personRoute;
const overviewRoute = createRoute({ getParentRoute: person, path: '/', component: PersonOverview });
const editRoute = createRoute({ getParentRoute: person, path: '/edit', component: EditPersonPage });
const diaryRoute = createRoute({
  getParentRoute: person,
  path: '/diary',
  component: DiaryPage,
  validateSearch: readShown('appointment'),
});
const needsRoute = createRoute({ getParentRoute: person, path: '/needs', component: NeedsPage });
const assessmentRoute = createRoute({
  getParentRoute: person,
  path: '/needs/$assessmentId',
  component: AssessmentPage,
});
const consentsRoute = createRoute({
  getParentRoute: person,
  path: '/consents',
  component: ConsentsPage,
});
const plansRoute = createRoute({ getParentRoute: person, path: '/plans', component: PlansPage });
const planRoute = createRoute({
  getParentRoute: person,
  path: '/plans/$planId',
  component: PlanPage,
});
const lettersRoute = createRoute({
  getParentRoute: person,
  path: '/letters',
  component: PersonReferralsPage,
  validateSearch: readShown('referral', 'inbound'),
});
const papersRoute = createRoute({ getParentRoute: person, path: '/papers', component: PapersPage });
const privacyRoute = createRoute({
  getParentRoute: person,
  path: '/privacy',
  component: PrivacyPage,
});
const notesRoute = createRoute({ getParentRoute: person, path: '/notes', component: NotesPage });
const personProgrammesRoute = createRoute({
  getParentRoute: person,
  path: '/programmes',
  component: PersonProgrammesPage,
});
const enrolmentRoute = createRoute({
  getParentRoute: person,
  path: '/programmes/$enrolmentId',
  component: EnrolmentPage,
});
const enterpriseRoute = createRoute({
  getParentRoute: person,
  path: '/programmes/$enrolmentId/enterprise',
  component: EnterprisePage,
});

/** The case file of one person, and everything in it. */
export const personRoutes = personRoute.addChildren([
  overviewRoute,
  editRoute,
  diaryRoute,
  needsRoute,
  assessmentRoute,
  consentsRoute,
  plansRoute,
  planRoute,
  personProgrammesRoute,
  enrolmentRoute,
  enterpriseRoute,
  lettersRoute,
  papersRoute,
  notesRoute,
  privacyRoute,
]);
