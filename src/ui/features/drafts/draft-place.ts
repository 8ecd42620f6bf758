import type { DraftLeft } from '#api/drafts.ts';
import { partOfDraft } from '../network/network-parts.ts';

type PlaceOfNobody =
  | '/directory'
  | '/people'
  | '/calendar'
  | '/protocol'
  | '/programmes'
  | '/programmes/activities'
  | '/settings'
  | '/settings/deadlines'
  | '/settings/letters';

/** Of forms that need not be about somebody. The others are opened on the first screen. */
const placesOfNobody: Partial<Record<DraftLeft['form'], PlaceOfNobody>> = {
  letterTemplate: '/settings/letters',
  organisation: '/directory',
  appointment: '/calendar',
  protocol: '/protocol',
  deadlineRule: '/settings/deadlines',
  programme: '/programmes',
  activity: '/programmes/activities',
  view: '/people',
  assignment: '/people',
  association: '/settings',
};

/** Their subject begins with the enrolment they are about. */
const formsOfEnrolment = ['followUp', 'ledgerEntry', 'traineeship', 'match'] as const;

const formsOfEnterprise = ['idea', 'planSection', 'loan', 'firm', 'mentorMeeting'] as const;

const isOfEnterprise = (form: DraftLeft['form']): form is (typeof formsOfEnterprise)[number] =>
  formsOfEnterprise.some((one) => one === form);

const isOfEnrolment = (form: DraftLeft['form']): form is (typeof formsOfEnrolment)[number] =>
  formsOfEnrolment.some((one) => one === form);

/** Their subject begins with the activity they are about. */
const formsOfActivity = [
  'activity',
  'activityParticipant',
  'activityCounts',
  'mediaOutput',
] as const;

const isOfActivity = (form: DraftLeft['form']): form is (typeof formsOfActivity)[number] =>
  formsOfActivity.some((one) => one === form);

/** Where the form of a draft is, to go on with it. */
export function placeOf(draft: DraftLeft) {
  const { form, subjectId, personId } = draft;
  if (form === 'person') {
    return personId
      ? ({ to: '/people/$personId/edit', params: { personId } } as const)
      : ({ to: '/people/new' } as const);
  }
  if (form === 'session') {
    return { to: '/calendar/sessions/$sessionId', params: { sessionId: subjectId } } as const;
  }
  if (form === 'organisation' && subjectId === 'page') return { to: '/directory/new' } as const;
  if (form === 'organisation' && subjectId !== 'new') {
    return {
      to: '/directory/$organisationId/edit',
      params: { organisationId: subjectId },
    } as const;
  }
  if (form === 'programme' && subjectId !== 'new') {
    return { to: '/programmes/$programmeId', params: { programmeId: subjectId } } as const;
  }
  const [subject = ''] = subjectId.split(':');
  if (form === 'associationProfile') {
    return { to: '/directory/$organisationId', params: { organisationId: subject } } as const;
  }
  const part = partOfDraft(form, subjectId);
  if (part !== undefined) return { to: '/directory/network', search: { part } } as const;
  if (isOfActivity(form) && subject !== 'new') {
    return {
      to: '/programmes/activities/$activityId',
      params: { activityId: subject },
    } as const;
  }
  if (form === 'place') {
    return { to: '/programmes/$programmeId/matching', params: { programmeId: subject } } as const;
  }
  if (form === 'ledgerEntry' && personId === undefined) {
    return { to: '/programmes/$programmeId/money', params: { programmeId: subject } } as const;
  }
  if (personId === undefined) return { to: placesOfNobody[form] ?? '/' } as const;
  if (form === 'plan' || form === 'planSignature' || form === 'planProgress') {
    return {
      to: '/people/$personId/plans/$planId',
      params: { personId, planId: subject },
    } as const;
  }
  if (isOfEnterprise(form)) {
    return {
      to: '/people/$personId/programmes/$enrolmentId/enterprise',
      params: { personId, enrolmentId: subject },
    } as const;
  }
  if (isOfEnrolment(form) || (form === 'enrolment' && subject !== 'new')) {
    return {
      to: '/people/$personId/programmes/$enrolmentId',
      params: { personId, enrolmentId: subject },
    } as const;
  }
  const tabs = {
    letter: '/people/$personId/letters',
    consent: '/people/$personId/consents',
    need: '/people/$personId/needs',
    assessment: '/people/$personId/needs',
    planReview: '/people/$personId/plans',
    enrolment: '/people/$personId/programmes',
    deadlineRule: '/settings/deadlines',
    programme: '/programmes',
    activity: '/programmes/activities',
    activityParticipant: '/programmes/activities',
    activityCounts: '/programmes/activities',
    mediaOutput: '/programmes/activities',
    attachment: '/people/$personId/papers',
    record: '/people/$personId',
    referral: '/people/$personId/letters',
    referralStep: '/people/$personId/letters',
    inboundReferral: '/people/$personId/letters',
    inboundReply: '/people/$personId/letters',
    service: '/people/$personId/diary',
    appointment: '/people/$personId/diary',
    deadline: '/people/$personId',
    caseStep: '/people/$personId',
    withholding: '/people/$personId/consents',
    privacyNotice: '/people/$personId/consents',
    withdrawal: '/people/$personId/consents',
    specificNeed: '/people/$personId/needs',
    note: '/people/$personId/notes',
    organisation: '/directory',
    protocol: '/protocol',
    letterTemplate: '/settings/letters',
    view: '/people',
    assignment: '/people',
    association: '/settings',
    fileDecision: '/people/$personId/privacy',
    // Of nobody: their places stand above.
    communityMeeting: '/directory/network',
    undertaking: '/directory/network',
    benchmark: '/directory/network',
    pilot: '/directory/network',
    agreement: '/directory/network',
  } as const;
  return { to: tabs[form], params: { personId } } as const;
}
