import type { DraftLeft } from '#api/drafts.ts';

/** Where the form of a draft is, to go on with it. */
export function placeOf(draft: DraftLeft) {
  const { form, subjectId, personId } = draft;
  if (form === 'person') {
    return personId
      ? ({ to: '/people/$personId/edit', params: { personId } } as const)
      : ({ to: '/people/new' } as const);
  }
  if (personId === undefined) return { to: '/directory' } as const;
  if (form === 'plan') {
    return {
      to: '/people/$personId/plans/$planId',
      params: { personId, planId: subjectId },
    } as const;
  }
  const tabs = {
    letter: '/people/$personId/letters',
    consent: '/people/$personId/consents',
    need: '/people/$personId/needs',
    assessment: '/people/$personId/needs',
    planReview: '/people/$personId/plans',
    attachment: '/people/$personId/papers',
    record: '/people/$personId',
    referral: '/people/$personId/letters',
    organisation: '/directory',
  } as const;
  return { to: tabs[form], params: { personId } } as const;
}
