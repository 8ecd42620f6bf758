import { describe, expect, test } from 'vitest';
import { presentAddress } from '#domain/people/address.ts';
import {
  documentStateOn,
  identityDocumentDetails,
  inTimelineOrder,
} from '#domain/people/identity-document.ts';
import { presentOf } from '#domain/people/period.ts';
import { latestStay } from '#domain/people/reception-stay.ts';
import { inverseOf, lacksGuardian, tieDetails, tieKinds } from '#domain/people/tie.ts';
import { aDocument, aTie } from '../support/record-factories.ts';

describe('what holds on a day', () => {
  const asylum = { fromOn: '2024-01-10', toOn: '2025-06-30' };
  const refugee = { fromOn: '2025-05-01' };

  test('is the period that began last among those that hold', () => {
    expect(presentOf([asylum, refugee], '2025-06-01')).toBe(refugee);
    expect(presentOf([asylum, refugee], '2024-06-01')).toBe(asylum);
    expect(presentOf([asylum], '2026-01-01')).toBeUndefined();
    expect(presentOf([{}, asylum], '2024-06-01')).toBe(asylum);
  });

  test('is the address where the person lives, before one for the post', () => {
    const post = { kind: 'postal' as const, fromOn: '2026-01-01' };
    const home = { kind: 'guest' as const, fromOn: '2025-01-01' };
    const old = { kind: 'domicile' as const, toOn: '2024-12-31' };
    expect(presentAddress([post, home, old], '2026-11-21')).toBe(home);
    expect(presentAddress([{ kind: 'abroad' as const }], '2026-11-21')).toBeUndefined();
  });

  test('is the stay without an end, else the last one to end', () => {
    const cas = { fromOn: '2023-01-01', toOn: '2024-02-01' };
    const sai = { fromOn: '2024-02-01' };
    expect(latestStay([sai, cas])).toBe(sai);
    expect(latestStay([{ toOn: '2022-01-01' }, cas])).toBe(cas);
    expect(latestStay([])).toBeUndefined();
  });
});

describe('a document', () => {
  test('expires by itself, unless a renewal is under way', () => {
    const document = aDocument({ expiry: 'known', expiresOn: '2026-11-20' });
    expect(documentStateOn(document, '2026-11-20')).toBe('issued');
    expect(documentStateOn(document, '2026-11-21')).toBe('expired');
    expect(documentStateOn({ ...document, state: 'underRenewal' }, '2026-11-21')).toBe(
      'underRenewal',
    );
  });

  test.each([
    [{ expiry: 'known' as const }, false],
    [{ expiry: 'none' as const, expiresOn: '2027-01-01' }, false],
    [{ expiry: 'known' as const, expiresOn: '2025-01-01', issuedOn: '2026-01-01' }, false],
    [{ expiry: 'notStated' as const }, true],
    [{ number: 'x'.repeat(500) }, false],
    [{ number: '<script>alert(1)</script>' }, true],
  ])('with %o is accepted: %s', (change, isAccepted) => {
    expect(identityDocumentDetails.safeParse(aDocument(change)).success).toBe(isAccepted);
  });

  test('stands in the timeline by the last thing that happened to it', () => {
    const asked = { details: aDocument({ askedOn: '2026-09-01' }) };
    const issued = { details: aDocument({ issuedOn: '2025-03-01' }) };
    const undated = { details: aDocument() };
    expect(inTimelineOrder([issued, asked, undated])).toEqual([undated, asked, issued]);
  });
});

describe('a tie', () => {
  test('is the same tie again when told twice back to front', () => {
    for (const kind of tieKinds) expect(inverseOf(inverseOf(kind)), kind).toBe(kind);
    expect(inverseOf('parent')).toBe('child');
    expect(inverseOf('guardian')).toBe('ward');
    expect(inverseOf('sibling')).toBe('sibling');
  });

  test('is to somebody of the register or to a name, never both or neither', () => {
    const id = '0198c0de-0000-7000-8000-000000000000';
    expect(tieDetails.safeParse(aTie({ otherName: 'Samira' })).success).toBe(true);
    expect(tieDetails.safeParse(aTie({ otherPersonId: id })).success).toBe(true);
    expect(tieDetails.safeParse(aTie({ otherPersonId: id, otherName: 'S' })).success).toBe(false);
    expect(tieDetails.safeParse(aTie({})).success).toBe(false);
  });
});

describe('a minor', () => {
  const birth = { year: 2010, month: 5, day: 2, certainty: 'documented' as const };
  const on = '2026-11-21';

  test.each([
    ['nobody at all', [], true],
    ['a mother in the same household', [aTie({ kind: 'parent', place: 'sameHousehold' })], false],
    ['a father abroad', [aTie({ kind: 'parent', place: 'abroad' })], true],
    ['a parent who died', [aTie({ kind: 'parent', place: 'italy', life: 'dead' })], true],
    ['a sister', [aTie({ kind: 'sibling', place: 'sameHousehold' })], true],
    ['a guardian', [aTie({ kind: 'guardian', place: 'italy', validFrom: '2026-02-01' })], false],
    ['a guardianship that ended', [aTie({ kind: 'guardian', validTo: '2026-11-20' })], true],
    ['one that begins tomorrow', [aTie({ kind: 'guardian', validFrom: '2026-11-22' })], true],
  ])('with %s lacks somebody who signs: %s', (_, ties, isLacking) => {
    expect(lacksGuardian(birth, ties, on)).toBe(isLacking);
  });

  test('is also somebody who may still be one, and no longer from the birthday', () => {
    expect(lacksGuardian({ year: 2008, certainty: 'declared' }, [], on)).toBe(true);
    expect(lacksGuardian({ year: 2008, month: 11, day: 21, certainty: 'declared' }, [], on)).toBe(
      false,
    );
    expect(lacksGuardian(undefined, [], on)).toBe(false);
  });
});
