/*
 * Whether two towns or two skills that people typed are the same. As the search compares names: without capitals
 * and accents, in other scripts, and in spellings that sound alike (Asmara and Asmera, Kiev and Київ). A relative
 * in "Addis Abeba" must not be missed because a host wrote "Addis Ababa"; a proposal shows the words it found,
 * so that somebody sees when they are two places after all.
 */
import { nameWordsOf } from '../names/name-words.ts';
import { wordLikeness } from '../names/word-likeness.ts';
import { asCompared } from './matching.ts';

/**
 * Less is another word: among the hundred and thirty largest towns of Italy no two are as alike as this, and the
 * nearest, Taranto and Trento, are 0.35.
 */
const ALIKE_FROM = 0.4;

/** The likeness of the least alike of their words; undefined for other words, and another number of them. */
function likenessOf(one: string, other: string): number | undefined {
  const [a, b] = [nameWordsOf(one).units, nameWordsOf(other).units];
  if (a.length === 0 || a.length !== b.length) return undefined;
  let least = 1;
  for (const [index, word] of a.entries()) {
    const counterpart = b[index];
    const likeness = counterpart && wordLikeness(word, counterpart);
    if (likeness === undefined) return undefined;
    least = Math.min(least, likeness);
  }
  return least >= ALIKE_FROM ? least : undefined;
}

/** For each word the one that stands for all that are the same; those of places come first. */
export function sameWords(
  ofPlaces: readonly string[],
  ofSeekers: readonly string[],
): (word: string) => string {
  const standsFor = new Map<string, string>();
  const known: string[] = [];
  const take = (word: string) => {
    const compared = asCompared(word);
    if (standsFor.has(compared)) return;
    let best: { word: string; likeness: number } | undefined;
    for (const one of known) {
      const likeness = likenessOf(one, compared);
      if (likeness !== undefined && likeness > (best?.likeness ?? 0))
        best = { word: one, likeness };
    }
    standsFor.set(compared, best?.word ?? compared);
    if (!best) known.push(compared);
  };
  for (const words of [ofPlaces, ofSeekers]) {
    for (const word of [...words].sort()) take(word);
  }
  return (word) => standsFor.get(asCompared(word)) ?? asCompared(word);
}
