/**
 * Which typeface writes which script. A script can look different by language: Urdu readers expect
 * the hanging Nastaliq, every other language in Arabic letters reads Naskh.
 */

const fontFamilies = {
  NotoSans: 'noto-sans',
  NotoNaskhArabic: 'noto-naskh-arabic',
  NotoNastaliqUrdu: 'noto-nastaliq-urdu',
  NotoSansEthiopic: 'noto-sans-ethiopic',
  NotoSansBengali: 'noto-sans-bengali',
  NotoSansDevanagari: 'noto-sans-devanagari',
  NotoSansGurmukhi: 'noto-sans-gurmukhi',
  NotoSansTamil: 'noto-sans-tamil',
  NotoSansSinhala: 'noto-sans-sinhala',
  NotoSansSC: 'noto-sans-sc',
} as const;

/** Letters of these look smaller than Latin ones of the same size. */
export const sizeRatioOf: Partial<Record<FontFamily, number>> = {
  NotoNaskhArabic: 1.15,
  NotoNastaliqUrdu: 1.1,
};

export type FontFamily = keyof typeof fontFamilies;
export type FontWeight = 'regular' | 'bold';

/** In the order in which they are tried when the preferred family lacks a character. */
export const allFamilies = Object.keys(fontFamilies) as FontFamily[];

/**
 * Ten megabytes a weight, where the others have less than one: an installation may do without it,
 * and bold is drawn from the regular face.
 */
export const chineseFamily: FontFamily = 'NotoSansSC';

export function hasBoldFace(family: FontFamily): boolean {
  return family !== chineseFamily;
}

/** Only these are looked for in the Chinese face, which is read from disk when first asked. */
export const chineseCharacter =
  /\p{Script=Han}|[\u3000-\u303f\u3100-\u312f\ufe30-\ufe4f\uff00-\uffef]/u;

export function fontFileOf(family: FontFamily, weight: FontWeight): string {
  const face = weight === 'bold' && hasBoldFace(family) ? '700Bold' : '400Regular';
  return `@expo-google-fonts/${fontFamilies[family]}/${face}/${family}_${face}.ttf`;
}

const scripts = [
  ['Latin', 'NotoSans'],
  ['Cyrillic', 'NotoSans'],
  ['Greek', 'NotoSans'],
  ['Arabic', 'NotoNaskhArabic'],
  ['Ethiopic', 'NotoSansEthiopic'],
  ['Bengali', 'NotoSansBengali'],
  ['Devanagari', 'NotoSansDevanagari'],
  ['Gurmukhi', 'NotoSansGurmukhi'],
  ['Tamil', 'NotoSansTamil'],
  ['Sinhala', 'NotoSansSinhala'],
  ['Han', 'NotoSansSC'],
] as const;

const scriptTests = scripts.map(
  ([script, family]) => [new RegExp(`\\p{Script=${script}}`, 'u'), family] as const,
);

const nastaliqLanguages = new Set(['ur', 'skr', 'pnb', 'ks']);

const baseFamilyByLanguage = new Map<string, FontFamily>([
  ...['ar', 'fa', 'prs', 'ps', 'ckb', 'sd', 'ug', 'azb'].map(
    (language) => [language, 'NotoNaskhArabic'] as const,
  ),
  ...[...nastaliqLanguages].map((language) => [language, 'NotoNastaliqUrdu'] as const),
  ...['ti', 'am', 'gez'].map((language) => [language, 'NotoSansEthiopic'] as const),
  ...['bn', 'as'].map((language) => [language, 'NotoSansBengali'] as const),
  ...['hi', 'ne', 'mr', 'sa'].map((language) => [language, 'NotoSansDevanagari'] as const),
  ['pa', 'NotoSansGurmukhi'],
  ['ta', 'NotoSansTamil'],
  ['si', 'NotoSansSinhala'],
  ['zh', 'NotoSansSC'],
]);

const rightToLeftScript = /^(arab|hebr|thaa|nkoo|rohg|syrc)$/;
const rightToLeftLanguages = new Set([
  ...['ar', 'fa', 'prs', 'ps', 'ckb', 'sd', 'ug', 'azb', 'he', 'yi', 'dv'],
  ...nastaliqLanguages,
]);

function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...subtags] = tag.toLowerCase().split('-');
  const script = subtags.find((subtag) => subtag.length === 4);
  if (script !== undefined) return rightToLeftScript.test(script) ? 'rtl' : 'ltr';
  return rightToLeftLanguages.has(language) ? 'rtl' : 'ltr';
}

/** The family whose line height and digits a text of this language takes. */
export function baseFamilyOf(tag: string): FontFamily {
  const language = primaryLanguage(tag);
  const script = tag
    .toLowerCase()
    .split('-')
    .slice(1)
    .find((subtag) => subtag.length === 4);
  if (script === 'latn' || script === 'cyrl') return 'NotoSans';
  if (script === 'arab') {
    const isNastaliq = nastaliqLanguages.has(language) || language === 'pa';
    return isNastaliq ? 'NotoNastaliqUrdu' : 'NotoNaskhArabic';
  }
  return baseFamilyByLanguage.get(language) ?? 'NotoSans';
}

const mostKnownCharacters = 4_000;
const familyByCharacter = new Map<string, FontFamily | undefined>();

function scriptFamilyOf(character: string): FontFamily | undefined {
  if (familyByCharacter.has(character)) return familyByCharacter.get(character);
  const found = scriptTests.find(([test]) => test.test(character))?.[1];
  if (familyByCharacter.size >= mostKnownCharacters) familyByCharacter.clear();
  familyByCharacter.set(character, found);
  return found;
}

/** Undefined for characters that every script shares: digits, spaces, punctuation, marks. */
export function familyForCharacter(character: string, language: string): FontFamily | undefined {
  const found = scriptFamilyOf(character);
  if (found !== 'NotoNaskhArabic') return found;
  return baseFamilyOf(language) === 'NotoNastaliqUrdu' ? 'NotoNastaliqUrdu' : found;
}
