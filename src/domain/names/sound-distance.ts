/*
 * How far two readings of a name lie apart. Spelling habits change some sounds often (vowels, b and p, th
 * and t) and others never, so every exchange has its price; the sum decides whether two words can be one
 * name. Prices are ours, set on the pairs of tests/domain/spelling-pairs: with one price for all, either
 * Hasan would find Hussein, or Ousmane would not find Usman.
 */

const WAY = 1000;
const EXCHANGES = new Map<number, number>();

function exchange(price: number, pairs: string): void {
  for (const pair of pairs.split(' ')) {
    const [a = '', b = ''] = pair;
    EXCHANGES.set(a.charCodeAt(0) * WAY + b.charCodeAt(0), price);
    EXCHANGES.set(b.charCodeAt(0) * WAY + a.charCodeAt(0), price);
  }
}

exchange(0, 'Wu Ww Wo WO Yi Yy Ye YE Qg Qh QG °* *a *e *i *o *u');
exchange(0.04, 'yi wu °e °a yE');
exchange(0.06, 'ou wv wo °i Wv xh Tt Dd Gg');
exchange(0.1, '°o Ei Ee JZ WY');
exchange(0.12, 'ae ei °u');
exchange(0.15, 'CS Ts Dz TD');
exchange(0.2, 'td bp sz kx SJ kG');
exchange(0.25, 'sc vf Jg cz kg JC');
exchange(0.28, 'Jy');
exchange(0.3, 'eo Ea aO bv pf Qx ZS yZ ui');
exchange(0.32, 'ao');
exchange(0.35, 'ue Gh gh sS kC Zz ct Jz');
exchange(0.4, 'au oi Yu iu Ct ya');
exchange(0.45, '°E °Y mn');
exchange(0.46, 'ai');
exchange(0.5, 'Eo Eu Wa Ya We °W');

const VOWELS = new Set('aeiouE°WY*');
const isVowel = (sound: string) => VOWELS.has(sound);
const isFree = (sound: string | undefined) => sound === '°' || sound === '*';

const FINAL_DROPS: Record<string, number> = { a: 0.7, e: 0.12, E: 0.5 };

/** The price of a sound that one of the two spellings does not have. */
function dropPrice(word: string, index: number): number {
  const sound = word[index] ?? '';
  if (isFree(sound)) return 0;
  const before = word[index - 1];
  const after = word[index + 1];
  const isFinal = after === undefined;
  if (sound === 'h') return isFinal ? 0.05 : index === 0 ? 0.34 : 0.2;
  if (sound === 'y')
    return after === 'e' && index === 0 ? 0.05 : isNear(before, after) ? 0.1 : 0.35;
  if (sound === 'w') return after === 'u' || after === 'o' || before === 'u' ? 0.05 : 0.4;
  if (sound === 'W' || sound === 'Y') return 0.5;
  if (sound === 'G') return 0.35;
  if (!isVowel(sound)) return 0.9;
  if (isFinal) return FINAL_DROPS[sound] ?? 0.42;
  if (index === 0) return 0.4;
  if ((before && isVowel(before)) || isVowel(after)) return 0.12;
  return sound === 'E' ? 0.4 : 0.25;
}

const isNear = (before: string | undefined, after: string | undefined) =>
  before === 'i' || after === 'i';

function exchangePrice(a: string, b: string, isFinal: boolean): number {
  if (a === b) return 0;
  // The last vowel is the gender of many names: Maria and Mario, Karim and Karima are two people.
  if (isFinal && /[aeiou]/u.test(a) && /[aeiou]/u.test(b)) {
    const pair = a < b ? a + b : b + a;
    return pair === 'ae' ? 0.2 : pair === 'ei' ? 0.2 : pair === 'ou' ? 0.08 : 0.6;
  }
  return (
    EXCHANGES.get(a.charCodeAt(0) * WAY + b.charCodeAt(0)) ?? (isVowel(a) && isVowel(b) ? 0.5 : 1)
  );
}

/** Prices of turning `a` into each beginning of `b`; the last one is that of the whole word. */
function prices(a: string, b: string): number[] {
  // Runs for every word that may be meant, with every letter typed: no price is worked out twice.
  const dropsOfB = Array.from(b, (_, j) => dropPrice(b, j));
  let row = [0];
  for (let j = 0; j < b.length; j++) row.push((row[j] ?? 0) + (dropsOfB[j] ?? 0));
  for (let i = 0; i < a.length; i++) {
    const dropOfA = dropPrice(a, i);
    const next = [(row[0] ?? 0) + dropOfA];
    for (let j = 0; j < b.length; j++) {
      const isFinal = i === a.length - 1 && j === b.length - 1;
      const swap = (row[j] ?? 0) + exchangePrice(a[i] ?? '', b[j] ?? '', isFinal);
      const dropA = (row[j + 1] ?? 0) + dropOfA;
      const dropB = (next[j] ?? 0) + (dropsOfB[j] ?? 0);
      next.push(Math.min(swap, dropA, dropB));
    }
    row = next;
  }
  return row;
}

const consonants = (phones: string) => phones.replace(/[aeiouE°*]/gu, '').length;

/** What two readings may cost and still be one name: longer names leave more room. */
function allowance(a: string, b: string): number {
  const count = Math.min(consonants(a), consonants(b));
  return [0.05, 0.15, 0.3, 0.44, 0.56, 0.66][Math.min(count, 5)] ?? 0.66;
}

/** From 1 (the same sounds) down to 0 (as far as one name may go); undefined for another name. */
export function soundLikeness(a: string[], b: string[]): number | undefined {
  let best: number | undefined;
  for (const one of a) {
    for (const other of b) {
      const price = prices(one, other).at(-1) ?? 1;
      const room = allowance(one, other);
      if (price <= room) best = Math.max(best ?? 0, 1 - price / (room + 0.01));
    }
  }
  return best;
}

/** The same for a word that is not typed to its end. */
export function beginsLike(typed: string[], whole: string[]): boolean {
  return typed.some((one) =>
    whole.some((other) => Math.min(...prices(one, other).slice(1)) <= allowance(one, one) / 2),
  );
}
