import type { DiaryEntry, DiaryParameter } from '#api/diary.ts';

interface Words {
  label: (list: string, code: string) => string;
  day: (date: string) => string;
  inLanguage: (words: { it: string; en: string }) => string;
  /** A step of a procedure. */
  fact: (kind: string) => string;
}

/** What a parameter reads as in the language of the page. */
function parameterText(value: DiaryParameter, { label, day, inLanguage, fact }: Words): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if ('words' in value) return inLanguage(value.words);
  if ('fact' in value) return fact(value.fact);
  return 'date' in value ? day(value.date) : label(value.list, value.code);
}

/** All parameters of an entry as words, for its sentence. */
export function sentenceWords(entry: DiaryEntry, words: Words): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entry.params).map(([name, value]) => [name, parameterText(value, words)]),
  );
}

/** Facts that stand below the sentence, in this order, each with a text of its own. */
export const factNames = [
  'channel',
  'minutes',
  'about',
  'movedTo',
  'to',
  'protocol',
  'from',
  'why',
  'place',
  'authority',
  'mediator',
  'outcome',
] as const;

/** Entries of one month after the other, as they come. */
export function byMonth(entries: DiaryEntry[]): [month: string, entries: DiaryEntry[]][] {
  const months: [string, DiaryEntry[]][] = [];
  for (const entry of entries) {
    const month = entry.on.slice(0, 7);
    const last = months.at(-1);
    if (last?.[0] === month) last[1].push(entry);
    else months.push([month, [entry]]);
  }
  return months;
}
