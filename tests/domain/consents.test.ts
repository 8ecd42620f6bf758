import { describe, expect, test } from 'vitest';
import { comesOfAgeOn, isUnderAge } from '#domain/consents/coming-of-age.ts';
import { consentStateOn, newConsent, referralConsentFor } from '#domain/consents/consent.ts';
import { withheldCategories, withholding } from '#domain/consents/withholding.ts';
import type { PartialDate } from '#domain/dates/partial-date.ts';
import { categoriesOfLetter } from '#domain/letters/letter.ts';
import { aReferralConsent } from '../support/factories.ts';

const office = '0192f3a0-0000-7000-8000-000000000001';
const born = (year: number, month?: number, day?: number): PartialDate => ({
  year,
  ...(month === undefined ? {} : { month }),
  ...(day === undefined ? {} : { day }),
  certainty: 'declared',
});

describe('coming of age', () => {
  test('is on the eighteenth birthday, and not the day before', () => {
    const birth = born(2008, 11, 21);
    expect(comesOfAgeOn(birth)).toBe('2026-11-21');
    expect(isUnderAge(birth, '2026-11-20')).toBe(true);
    expect(isUnderAge(birth, '2026-11-21')).toBe(false);
  });

  test('after a birth on 29 February is on the 28th where there is no 29th', () => {
    expect(comesOfAgeOn(born(2008, 2, 29))).toBe('2026-02-28');
    expect(comesOfAgeOn(born(2004, 2, 29))).toBe('2022-02-28');
  });

  test('is on the earliest possible day when only a part of the birth date is known', () => {
    expect(comesOfAgeOn(born(2008))).toBe('2026-01-01');
    expect(comesOfAgeOn(born(2008, 12))).toBe('2026-12-01');
    expect(comesOfAgeOn(born(2008, 2))).toBe('2026-02-01');
  });

  test('does not make a child of somebody without a birth date', () => {
    expect(isUnderAge(undefined, '2026-11-21')).toBe(false);
  });
});

describe('consent given for a child', () => {
  const term = { givenOn: '2026-01-10', givenBy: 'guardian', comesOfAgeOn: '2026-11-21' } as const;

  test('holds until the day before the eighteenth birthday', () => {
    expect(consentStateOn(term, '2026-11-20')).toBe('valid');
    expect(consentStateOn(term, '2026-11-21')).toBe('cameOfAge');
  });

  test('that had ended before is expired, and nothing to sign anew', () => {
    expect(consentStateOn({ ...term, expiresOn: '2026-06-30' }, '2026-12-01')).toBe('expired');
    expect(consentStateOn({ ...term, expiresOn: '2027-06-30' }, '2026-12-01')).toBe('cameOfAge');
  });

  test('that was withdrawn stays withdrawn', () => {
    expect(consentStateOn({ ...term, withdrawnOn: '2026-05-01' }, '2026-12-01')).toBe('withdrawn');
  });

  test.each(['self', 'adultGuardian'] as const)(
    'does not end at 18 when given by %s',
    (givenBy) => {
      expect(consentStateOn({ ...term, givenBy }, '2026-11-21')).toBe('valid');
    },
  );
});

describe('a new consent', () => {
  const isAccepted = (more: Parameters<typeof aReferralConsent>[1]) =>
    newConsent.safeParse(aReferralConsent(office, more)).success;

  test('names the data when it opens letters', () => {
    expect(isAccepted({})).toBe(true);
    expect(isAccepted({ dataCategories: [] })).toBe(false);
  });

  test('by somebody else has their name, and the child is heard', () => {
    const giver = { givenBy: 'guardian', giverName: 'Ada Lorusso' } as const;
    expect(isAccepted(giver)).toBe(false);
    expect(isAccepted({ ...giver, childOpinion: { stance: 'notAbleToExpress' } })).toBe(true);
    expect(isAccepted({ ...giver, giverName: ' ', childOpinion: { stance: 'agrees' } })).toBe(
      false,
    );
    expect(isAccepted({ givenBy: 'adultGuardian', giverName: 'Ada Lorusso' })).toBe(true);
  });

  test('that was said and not signed has a witness', () => {
    expect(isAccepted({ way: 'oral' })).toBe(false);
    expect(isAccepted({ way: 'oral', witness: 'Samira Haidari' })).toBe(true);
  });
});

describe('consent to a letter', () => {
  const given = (more: object) => ({ id: office, ...aReferralConsent(office), ...more });
  const asked = (consents: ReturnType<typeof given>[], categories: string[]) =>
    referralConsentFor(consents, office, { on: '2026-11-21', categories });

  test('covers the data it names and no other', () => {
    const narrow = given({ dataCategories: ['identity'] });
    expect(asked([narrow], ['identity'])).toEqual({ allowed: true, consentId: office });
    expect(asked([narrow], ['identity', 'contact'])).toEqual({
      allowed: false,
      reason: 'notCovering',
      missing: ['contact'],
    });
  });

  test('from before data were listed covers what it says in words', () => {
    expect(asked([given({ dataCategories: [] })], ['contact'])).toMatchObject({ allowed: true });
  });

  test('of a child who has grown up says so', () => {
    const old = given({ givenBy: 'parent', comesOfAgeOn: '2026-11-21' });
    expect(asked([old], [])).toEqual({ allowed: false, reason: 'cameOfAge' });
  });
});

describe('data of a letter', () => {
  test('always include who it is about', () => {
    expect(categoriesOfLetter({ facts: [] })).toEqual(['identity']);
    expect(categoriesOfLetter({ facts: ['address', 'contact', 'birth'] })).toEqual([
      'identity',
      'contact',
    ]);
  });

  test('are withheld from the organisation that was named', () => {
    const from = (dataCategories: string[]) => [{ organisationId: office, dataCategories }];
    expect(withheldCategories(from(['contact']), office, ['identity', 'contact'])).toEqual([
      'contact',
    ]);
    expect(withheldCategories(from([]), office, ['identity'])).toEqual(['identity']);
    expect(withheldCategories(from([]), 'another', ['identity'])).toEqual([]);
  });

  test('cannot be withheld from nobody', () => {
    const nobody = { dataCategories: [], reason: 'other', since: '2026-11-21' };
    expect(withholding.safeParse(nobody).success).toBe(false);
    expect(withholding.safeParse({ ...nobody, fromWhom: 'Il fratello' }).success).toBe(true);
  });
});
