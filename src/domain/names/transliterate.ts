/*
 * Letters of other scripts turned into rough Latin ones, for search only and never for print: Italian
 * offices use the Latin spelling of the travel document and no transliteration of their own (practice:
 * domain dossier 4.16). Several source letters may share one Latin letter on purpose: the search key
 * merges them anyway.
 */
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
  а=a б=b в=v гґ=g д=d е=e є=ie ёэ=e ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u
  ф=f х=h ц=ts ч=ch ш=sh щ=sh ъ= ы=y ь= ю=iu я=ia
`);

const ARABIC = table(`
  اأإآٱ=a ء= ئؤ=i ب=b پ=p تطټ=t ث=th ج=j چ=ch ح=h خ=kh دډ=d ذ=dh رړڕ=r ز=z ژ=zh ژ=zh س=s ش=sh ص=s ض=d
  ظ=z ع=a غ=gh ف=f ڤ=v ق=q كک=k گ=g ل=l ڵ=l م=m نںڼ=n ه=h ة=a ەے=e ھ=h وۆ=u ىيیېۍ=i ښ=sh ږ=g
  ـ= َ=a ِ=i ُ=u ّ= ْ= ً= ٍ= ٌ=
`);

const BENGALI = table(`
  অ=o আা=a ইিঈী=i উুঊূ=u ঋৃ=ri এে=e ঐৈ=oi ওো=o ঔৌ=ou ক=k খ=kh গ=g ঘ=gh ঙ=ng চ=ch ছ=chh জয=j ঝ=jh ঞ=n
  ট=t ঠ=th ড=d ঢ=dh ণন=n ত=t থ=th দ=d ধ=dh প=p ফ=f ব=b ভ=bh ম=m র=r ল=l শষ=sh স=s হ=h ড়=r য়=y ৎ=t
  ং=ng ঃ= ঁ= ্=
`);

const LATIN_EXTRA = table(`
  ı=i İ=i ø=o œ=oe æ=ae ß=ss ł=l đ=d ð=d þ=th ə=a ʿʾʼ’'\`ʻ= ħ=h ŋ=n
`);

// The same Arabic letter is a consonant at the start of a word and mostly a vowel inside it.
const SEMIVOWEL_AT_START = /(?<![\p{L}\p{M}])[وىيی]/gu;

/** Rough Latin letters, lower case, without diacritics; characters of unknown scripts stay as they are. */
export function transliterate(text: string): string {
  let out = '';
  const spelt = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFC')
    .replace(SEMIVOWEL_AT_START, (letter) => (letter === 'و' ? 'w' : 'y'));
  for (const char of spelt) {
    const latin =
      CYRILLIC.get(char) ??
      ARABIC.get(char) ??
      BENGALI.get(char) ??
      LATIN_EXTRA.get(char) ??
      ethiopicToLatin(char);
    out += latin ?? char;
  }
  return out.normalize('NFKD').replace(/\p{M}/gu, '');
}
