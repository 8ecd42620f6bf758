import { expect, test } from 'vitest';
import { draftForms } from '#domain/drafts/draft.ts';
import { placeOf } from '#ui/features/drafts/draft-place.ts';

const personId = '0f7f1c4e-0000-7000-8000-000000000001';
const otherId = '0f7f1c4e-0000-7000-8000-000000000002';
const left = { changedAt: '2026-11-21T10:00:00.000Z' };

test('every form that was left half done leads back to a page, with and without somebody', () => {
  for (const form of draftForms) {
    expect(placeOf({ ...left, form, subjectId: otherId, personId }).to, form).toMatch(/^\//);
    expect(placeOf({ ...left, form, subjectId: otherId }).to, form).toMatch(/^\//);
  }
});

test.each([
  ['followUp', `${otherId}:exit:6`, '/people/$personId/programmes/$enrolmentId'],
  ['enrolment', `${otherId}:close`, '/people/$personId/programmes/$enrolmentId'],
  ['enrolment', `new:${otherId}:${personId}`, '/people/$personId/programmes'],
  ['planProgress', `${otherId}:g1:a1`, '/people/$personId/plans/$planId'],
  ['planSignature', otherId, '/people/$personId/plans/$planId'],
  ['referralStep', `${otherId}:receipts`, '/people/$personId/letters'],
] as const)('%s of %s is gone on with on %s', (form, subjectId, to) => {
  const place = placeOf({ ...left, form, subjectId, personId });
  expect(place.to).toBe(to);
  const ids = Object.values(('params' in place ? place.params : undefined) ?? {});
  expect(ids.filter((id) => id.includes(':'))).toEqual([]);
});

test.each([
  ['programme', 'new', '/programmes'],
  ['programme', otherId, '/programmes/$programmeId'],
  ['deadlineRule', 'permitRenewal', '/settings/deadlines'],
  ['session', otherId, '/calendar/sessions/$sessionId'],
] as const)('%s of the association (%s) is gone on with on %s', (form, subjectId, to) => {
  expect(placeOf({ ...left, form, subjectId }).to).toBe(to);
});
