/*
 * Letters of other scripts turned into rough Latin ones, for search only and never for print: Italian
 * offices use the Latin spelling of the travel document and no transliteration of their own (practice:
 * domain dossier 4.16). Where a script leaves a sound open (no short vowels in Arabic, г as g or h), the
 * reading keeps a mark, and the comparison of sounds decides.
 */
import { ainMark, hardGMark, maybeVowel, wawMark, withoutMarks, yaMark } from './spelling-marks.ts';
import { ethiopicToLatin } from './transliterate-ethiopic.ts';

const table = (pairs: string): Map<string, string> =>
  new Map(
    pairs
      .trim()
      .split(/\s+/u)
      .map((pair) => {
        const [letters = '', latin = ''] = pair.split('=');
        return [letters, latin] as const;
      })
      .flatMap(([letters, latin]) => [...letters].map((letter) => [letter, latin] as const)),
  );

const CYRILLIC = table(`
  а=a б=b в=v г=${hardGMark} ґғ=g д=d ђ=j е=e є=ye ё=yo э=e ж=zh з=z ѕ=z и=i і=i ї=yi й=y ј=y к=k қ=q л=l љ=l м=m
  н=n ң=n њ=n о=o ө=o п=p р=r с=s т=t ћ=ch у=u ў=w ұү=u ф=f х=kh һ=h ҳ=h ц=ts ч=ch ҷ=j џ=j ш=sh щ=sh ъ= ы=i ь=
  ә=a ю=yu я=ya ӣ=i ӯ=u
`);

const ARABIC = table(`
  اآٱ=a أ=${ainMark} إ=i ء= ئ=${yaMark} ؤ=${wawMark} ب=b پ=p تطټ=t ث=th ج=j چ=ch ځ=z څ=ts ح=h خ=kh دډ=d ڈ=d ذ=dh رړڕ=r ڑ=r
  ز=z ژ=zh ږ=g س=s ش=sh ښ=sh ص=s ضظ=dh ع=${ainMark} غ=gh ف=f ڤ=v ق=q كک=k گ=g ل=l ڵ=l م=m نںڼ=n ه=h ھ=h ة=a ۀ=e
  ە=e ے=e وۆ=${wawMark} ۇ=u يیىې=${yaMark} ۍ=${yaMark} ێ=e ٹ=t
  ـ= َ=a ِ=i ُ=u ّ= ْ= ً= ٍ= ٌ= ٰ=a ٓ= ٔ=
`);

const BENGALI_CONSONANTS = table(`
  ক=k খ=kh গ=g ঘ=g ঙ=ng চ=ch ছ=ch জ=j ঝ=j ঞ=n ট=t ঠ=t ড=d ঢ=d ণন=n ত=t থ=t দ=d ধ=d প=p ফ=f ব=b ভ=v ম=m
  য=j র=r ল=l শ=sh ষ=sh স=s হ=h ৎ=t ৰ=r ৱ=w
`);

const BENGALI_VOWELS = table(`
  অ=o আা=a ইিঈী=i উুঊূ=u ঋৃ=ri এে=e ঐৈ=oi ওো=o ঔৌ=ou ং=ng ঃ= ঁ= ্=
`);

const LATIN_EXTRA = table(`
  ı=i İ=i ø=o œ=oe æ=ae ß=ss ł=l đ=d ð=d þ=th ə=a ɛ=e ɔ=o ŋ=n ħ=h ʿʾʼ’'\`ʻ‘´=
`);

/** Letters that lose their sound when the diacritic is taken off. */
const LATIN_MARKED: Record<string, string> = {
  ş: 'sh',
  ș: 'sh',
  š: 'sh',
  ś: 'sh',
  ç: 'ch',
  č: 'ch',
  ć: 'ch',
  ț: 'ts',
  ţ: 'ts',
  ž: 'zh',
  ż: 'zh',
  ğ: 'gh',
};

// Letters that Unicode keeps apart even in composed form, and signs read together with their neighbour.
const BENGALI_TOGETHER: [RegExp, string][] = [
  [/\u0993\u09af\u09bc\u09be?/gu, 'wa'],
  [/\u09af\u09bc/gu, 'y'],
  [/[\u09a1\u09a2]\u09bc/gu, 'r'],
  [/\u09cd\u09af/gu, ''],
  [/(?<![\u09ac\u09ae])\u09cd\u09ac/gu, 'w'],
];

function bengaliToLatin(char: string, next: string | undefined): string | undefined {
  const consonant = BENGALI_CONSONANTS.get(char);
  if (consonant === undefined) return BENGALI_VOWELS.get(char);
  // A vowel lives in every consonant unless a sign says otherwise; at the end of a word it is silent.
  const hasInherent = next !== undefined && BENGALI_CONSONANTS.has(next);
  return hasInherent ? consonant + maybeVowel : consonant;
}

const isArabicConsonant = (char: string | undefined) =>
  char !== undefined && /^[b-df-hj-np-tv-z]/u.test(ARABIC.get(char) ?? '');

function arabicToLatin(char: string, next: string | undefined): string | undefined {
  const latin = ARABIC.get(char);
  if (latin === undefined) return undefined;
  const mayBeConsonant = isArabicConsonant(char) || /[WY]/u.test(latin);
  return mayBeConsonant && isArabicConsonant(next) ? latin + maybeVowel : latin;
}

/**
 * Rough Latin letters, lower case, without diacritics, with the marks of `spelling-marks.ts`; characters of
 * scripts we cannot read stay as they are.
 */
function spellInLatin(text: string): string {
  let composed = text.normalize('NFKC').toLowerCase().normalize('NFC');
  for (const [pattern, latin] of BENGALI_TOGETHER) composed = composed.replace(pattern, latin);
  const chars = [...composed];
  let out = '';
  for (const [index, char] of chars.entries()) {
    const next = chars[index + 1];
    out +=
      CYRILLIC.get(char) ??
      arabicToLatin(char, next) ??
      bengaliToLatin(char, next) ??
      LATIN_EXTRA.get(char) ??
      ethiopicToLatin(char) ??
      char;
  }
  return out.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** As `spellInLatin`, with the letters whose diacritic changes the sound written as they are spoken. */
export function soundInLatin(text: string): string {
  const spoken = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[şșšśçčćțţžżğ]/gu, (letter) => LATIN_MARKED[letter] ?? letter);
  return spellInLatin(spoken);
}

/** Rough Latin letters without marks, for comparing letter by letter. */
export function transliterate(text: string): string {
  return withoutMarks(spellInLatin(text));
}
