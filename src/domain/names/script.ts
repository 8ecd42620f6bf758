/** The scripts a name can be written in, as far as the register tells them apart. */
export const scripts = [
  'latin',
  'arabic',
  'cyrillic',
  'ethiopic',
  'bengali',
  'devanagari',
  'gurmukhi',
  'tamil',
  'sinhala',
  'han',
  'other',
] as const;

export type Script = (typeof scripts)[number];

const PATTERNS: [Script, RegExp][] = [
  ['latin', /\p{Script=Latin}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['ethiopic', /\p{Script=Ethiopic}/u],
  ['bengali', /\p{Script=Bengali}/u],
  ['devanagari', /\p{Script=Devanagari}/u],
  ['gurmukhi', /\p{Script=Gurmukhi}/u],
  ['tamil', /\p{Script=Tamil}/u],
  ['sinhala', /\p{Script=Sinhala}/u],
  ['han', /\p{Script=Han}/u],
];

/** The script of the first letter; `latin` when there is none, so that an empty field shows normally. */
export function scriptOf(text: string): Script {
  for (const char of text) {
    if (!/\p{L}/u.test(char)) continue;
    return PATTERNS.find(([, pattern]) => pattern.test(char))?.[0] ?? 'other';
  }
  return 'latin';
}
