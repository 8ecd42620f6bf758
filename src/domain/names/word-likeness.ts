import type { NameWord } from './name-words.ts';
import { soundLikeness } from './sound-distance.ts';

/** Of one family of names, but not written alike: sure, yet behind a near spelling. */
const FAMILY_LIKENESS = 0.7;

/** 1 for the same letters, down to 0 for a far spelling; undefined for another name. */
export function wordLikeness(
  a: Pick<NameWord, 'folded' | 'phones' | 'family'>,
  b: Pick<NameWord, 'folded' | 'phones' | 'family'>,
): number | undefined {
  if (a.folded === b.folded) return 1;
  if (a.family !== undefined && b.family !== undefined) {
    if (a.family !== b.family) return undefined;
    return Math.max(FAMILY_LIKENESS, soundLikeness(a.phones, b.phones) ?? 0);
  }
  return soundLikeness(a.phones, b.phones);
}

/**
 * Whether one slip of the hand lies between two words: a letter too many, too few, wrong, or two swapped.
 * Words of four letters and fewer are left out, since nearly every one of them is a slip from another name.
 */
export function isOneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1)
    return false;
  let start = 0;
  while (a[start] === b[start]) start++;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
