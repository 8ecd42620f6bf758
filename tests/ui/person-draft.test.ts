import { expect, test } from 'vitest';
import { personDetails } from '#domain/people/person.ts';
import {
  emptyName,
  problemsOf,
  toPersonDetails,
  toPersonDraft,
} from '#ui/features/people/person-draft.ts';

test('a name alone makes a valid person', () => {
  const draft = toPersonDraft(undefined);
  expect(problemsOf(draft)).toEqual({ names: true });
  draft.names = [{ ...emptyName('permit', 'name-0'), family: 'Tesfay' }];
  expect(problemsOf(draft)).toEqual({});
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
