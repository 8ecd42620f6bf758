import { describe, expect, test } from 'vitest';
import { looksLikeMail } from '#domain/casework/association.ts';
import { consentDetails, consentStateOn, referralConsentFor } from '#domain/consents/consent.ts';
import { fillMarks } from '#domain/letters/letter-template.ts';
import { missingForSignature } from '#domain/plans/plan.ts';
import { summaryRowOf, wasOpenDuring } from '#domain/reports/summary.ts';
import { aPlan, aReferralConsent } from '../support/factories.ts';

const office = '0192f3a0-0000-7000-8000-000000000001';
const otherOffice = '0192f3a0-0000-7000-8000-000000000002';

describe('consent', () => {
  const term = { givenOn: '2026-11-01', expiresOn: '2026-11-30' };

  test('holds on its first and last day', () => {
    expect(consentStateOn(term, '2026-11-01')).toBe('valid');
    expect(consentStateOn(term, '2026-11-30')).toBe('valid');
    expect(consentStateOn(term, '2026-10-31')).toBe('notYet');
    expect(consentStateOn(term, '2026-12-01')).toBe('expired');
  });

  test('ends on the day it is withdrawn', () => {
    expect(consentStateOn({ ...term, withdrawnOn: '2026-11-10' }, '2026-11-10')).toBe('withdrawn');
    expect(consentStateOn({ ...term, withdrawnOn: '2026-11-10' }, '2026-11-09')).toBe('valid');
  });

  test('for one office says nothing about another', () => {
    const given = { id: office, ...aReferralConsent(office) };
    expect(referralConsentFor([given], office, { on: '2026-11-21' })).toMatchObject({
      allowed: true,
    });
    expect(referralConsentFor([given], otherOffice, { on: '2026-11-21' })).toEqual({
      allowed: false,
      reason: 'none',
    });
  });

  test('for another purpose opens no letter', () => {
    const photo = { id: office, ...aReferralConsent(office), purpose: 'imageAndVoice' };
    expect(referralConsentFor([photo], office, { on: '2026-11-21' })).toMatchObject({
      allowed: false,
    });
  });

  test('a newer valid one counts after an older was withdrawn', () => {
    const old = { id: otherOffice, ...aReferralConsent(office), withdrawnOn: '2026-11-05' };
    const now = { id: office, ...aReferralConsent(office) };
    expect(referralConsentFor([old], office, { on: '2026-11-21' })).toMatchObject({
      reason: 'withdrawn',
    });
    expect(referralConsentFor([old, now], office, { on: '2026-11-21' })).toMatchObject({
      allowed: true,
      consentId: office,
    });
  });

  test('a referral names its recipient and ends after it begins', () => {
    const { organisationId: _, ...unnamed } = aReferralConsent(office);
    expect(consentDetails.safeParse(unnamed).success).toBe(false);
    const backwards = aReferralConsent(office, { expiresOn: '2026-10-01' });
    expect(consentDetails.safeParse(backwards).success).toBe(false);
  });
});

describe('a plan', () => {
  test('lists what is missing before it can be signed', () => {
    expect(missingForSignature(aPlan())).toEqual([]);
    expect(missingForSignature(aPlan({ goals: [], reviewOn: undefined }))).toEqual([
      'goals',
      'reviewOn',
    ]);
    expect(missingForSignature(aPlan({ interpretedIn: 'som' }))).toEqual(['mediator']);
  });
});

describe('a letter template', () => {
  test('fills its marks and refuses one without a value', () => {
    expect(fillMarks('{a} and {b}', { a: '1', b: '2' })).toBe('1 and 2');
    expect(() => fillMarks('{a}', {})).toThrow();
    const text = 'La scrivente associazione {association} segue';
    expect(fillMarks(text, { association: 'Associazione Ponte' })).toBe(
      'La scrivente Associazione Ponte segue',
    );
    expect(fillMarks(text, { association: 'Ponte Aperto' })).toBe(
      'La scrivente associazione Ponte Aperto segue',
    );
  });
});

describe('the summary', () => {
  const period = { from: '2026-01-01', to: '2026-06-30' };

  test('counts files that were open on at least one day', () => {
    expect(wasOpenDuring({ openedOn: '2026-06-30' }, period)).toBe(true);
    expect(wasOpenDuring({ openedOn: '2026-07-01' }, period)).toBe(false);
    expect(wasOpenDuring({ openedOn: '2025-01-01', closedOn: '2026-01-01' }, period)).toBe(true);
    expect(wasOpenDuring({ openedOn: '2025-01-01', closedOn: '2025-12-31' }, period)).toBe(false);
  });

  test('gives what is not recorded a row of its own', () => {
    expect(summaryRowOf({ sex: 'female' }, period)).toEqual({
      sex: 'female',
      ageBand: 'unknown',
      nationality: 'unknown',
      legalStatus: 'unknown',
    });
  });
});

test.each([
  ['info@ponte.it', true],
  [' info@posta.ponte.it ', true],
  ['info@ponte', false],
  ['info.ponte.it', false],
  ['info@ponte.it, altra@ponte.it', false],
  ['info @ponte.it', false],
  ['', false],
])('%j is an address that an office can answer to: %s', (text, isMail) => {
  expect(looksLikeMail(text)).toBe(isMail);
});
