import { expect, test } from 'vitest';
import { personDetails } from '#domain/people/person.ts';
import {
  emptyName,
  problemsOf,
  toPersonDetails,
  toPersonDraft,
  withoutHistory,
} from '#ui/features/people/person-draft.ts';

const today = '2026-11-21';

test('a name alone makes a valid person', () => {
  const draft = toPersonDraft(undefined);
  expect(problemsOf(draft, today)).toEqual({ names: true });
  draft.names = [{ ...emptyName('permit', 'name-0'), family: 'Tesfay' }];
  expect(problemsOf(draft, today)).toEqual({});
  const details = toPersonDetails(draft);
  expect(personDetails.safeParse(details).success).toBe(true);
  expect(details.contact).toBeUndefined();
});

test('the script of a name is the one it is typed in', () => {
  const draft = toPersonDraft(undefined);
  draft.names = [
    { ...emptyName('permit', 'name-0'), family: 'Al Masri', transliteration: 'unused' },
    { ...emptyName('used', 'name-1'), given: 'يوسف', transliteration: 'Youssef' },
    emptyName('alias', 'name-2'),
  ];
  expect(toPersonDetails(draft).names).toEqual([
    { kind: 'permit', script: 'latin', given: '', family: 'Al Masri', transliteration: undefined },
    { kind: 'used', script: 'arabic', given: 'يوسف', family: '', transliteration: 'Youssef' },
  ]);
});

test('a birth in the future and a parent’s name alone are named as mistakes', () => {
  const draft = toPersonDraft(undefined);
  draft.names = [{ ...emptyName('mother', 'name-0'), given: 'Halima' }];
  draft.birth = { ...draft.birth, year: '2099' };
  expect(problemsOf(draft, today)).toEqual({ names: true, birth: 'inFuture' });
});

test('the form of the basics sends nothing that has rows of its own', () => {
  const draft = { ...toPersonDraft(undefined), contactValue: '333', address: 'via Po 1' };
  draft.names = [{ ...emptyName('permit', 'name-0'), family: 'Tesfay' }];
  expect(Object.keys(toPersonDetails(draft))).toContain('contact');
  const basics = Object.keys(withoutHistory(toPersonDetails(draft)));
  expect(basics).not.toContain('contact');
  expect(basics).not.toContain('address');
});
