const smallWords = new Set([
  'associazione',
  'aps',
  'odv',
  'ets',
  'onlus',
  'di',
  'dei',
  'delle',
  'del',
  'della',
  'e',
  'per',
  'the',
  'of',
  'and',
  'for',
  'association',
]);

/** Two to four capital letters that recall the association's name, or nothing when it has no Latin letters. */
export function proposePrefix(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !smallWords.has(word));
  const used = telling.length > 0 ? telling : words;
  const initials = used.map((word) => word[0]).join('');
  const letters = initials.length >= 3 ? initials.slice(0, 4) : (used[0] ?? '').slice(0, 3);
  return letters.length >= 2 ? letters.toUpperCase() : '';
}
