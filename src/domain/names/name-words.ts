/*
 * The words of a name as the search sees them. Articles and words for "son of" come and go between two
 * papers of one person (Al-Hasan, Hasan, Elhassan), and names of two words are written as one or as two
 * (Abdul Rahman, Abdurrahman, عبد الرحمن; Gebre Mariam). Without this, the permit and the passport of the
 * same person do not find each other.
 */
import { familyOf } from './name-families.ts';
import { phonesOf } from './phones.ts';
import { type Script, scriptOf } from './script.ts';
import { soundInLatin, transliterate } from './transliterate.ts';

export interface NameWord {
  /** The word in plain Latin letters and digits. */
  folded: string;
  script: Script;
  /** Readings of `phones.ts`. */
  phones: string[];
  /** Number of its family of equal names, when it belongs to one. */
  family?: number;
}

export interface NameWords {
  /** The name in its words; names of two words are one of them. */
  units: NameWord[];
  /** Words that stand inside a unit and can be looked for alone. */
  parts: NameWord[];
}

interface Token {
  script: Script;
  plain: string;
  sounding: string;
  isJoined: boolean;
}

const MOST_WORDS = 24;

const ARTICLES = /^(?:al|el|ul|il|ol|l)$/u;
const ASSIMILATED = /^[aeu](?:s|d|r|n|t|z|sh|ch|l)$/u;
// Abdi is a name of its own.
const SERVANT = /^abd(?!i$)[aeiou]*[lrsndtz]{0,2}h?$/u;
const FATHER = /^(?:abou?|abu|bu|abW)$/u;
const SON = /^(?:bin|ben|ibn|bint|bn|bnt|ould|wuld|ogly|oglu|kyzy)$/u;
const FAITH = /^(?:(?:al|el|ul|ud|ed|ad)-?)?(?:ul|ud|ed|ad|e|u)?d+(?:i|ee|y|ie)ne?$/u;
const OF_GOD = /^(?:[aou]?l{1,2}[aou]h?|l?lh|allh)$/u;
const ETHIOPIC_FIRST =
  /^(?:g[hw]?[eai]bre?|w[eo]lde|haile?|hayle|tekle|habte|amde|kidane|tsege|fikre|berhane)$/u;

/** `abdurrahman` and `abdulrahman` both become `abdrahman`. */
function withoutServantArticle(word: string): string {
  const rest = /^[a*]°?b°?d°?([aeiou]*)(.*)$/u.exec(word);
  if (!rest) return word;
  const tail = rest[2] ?? '';
  if (/^l+[aeou]?h?(?:i|e|ye)?$/u.test(tail)) return 'abdlah';
  const name = /^l+(?=.{3})/u.test(tail)
    ? tail.replace(/^l°?/u, '')
    : tail.replace(/^(.)(?=\1.{2})/u, '');
  return name.length >= 3 ? `abd°${name}` : word;
}

const servantOf = (name: string) =>
  /^[aou]?l°?l?°?[aou]?h$/u.test(name) ? 'abdlah' : `abd°${name}`;

/** Salah al-Din, Salaheddine, Selahattin: the same second part. The same for names that end in Allah. */
const withoutFaithArticle = (word: string) =>
  word
    .replace(/(?<=.{3})°?[aeou]*(?:l°?)?[dt]{1,2}(?:i|ee|y|ie|Y)°?ne?$/u, 'din')
    .replace(/(?<=.{2})[aou]?l°?l°?[aou]?h$/u, (end) => (/l°?l/u.test(end) ? 'ulah' : end));

/** Words with the article grown on: `elhassan`, `annajjar`. Too short a rest is part of the name (Alina). */
function withoutArticle(word: string): string | undefined {
  const lunar = /^[aeu]l(?=(?:[sckgtd]h|[^aeiou])?[aeiou])(.{4,})$/u.exec(word)?.[1];
  return lunar ?? /^[ae](?=([nrstdz])\1)(.{6,})$/u.exec(word)?.[2];
}

function wordOf(plain: string, sounding: string, script: Script): NameWord {
  const canonical = withoutFaithArticle(withoutServantArticle(sounding));
  const bare = script === 'arabic' ? undefined : withoutArticle(canonical);
  const phones = [canonical, ...(bare ? [bare] : [])].flatMap(phonesOf);
  // Bengali has one letter for j and z; Arabic and Persian one for the i and the a at the end.
  if (script === 'bengali') phones.push(...phones.map((reading) => reading.replaceAll('J', 'z')));
  if (script === 'arabic') phones.push(...phones.map((reading) => reading.replace(/Y$/u, 'a')));
  const family = familyOf(plain);
  return {
    folded: plain,
    script,
    phones: [...new Set(phones)],
    ...(family === undefined ? {} : { family }),
  };
}

function tokensOf(text: string): Token[] {
  const pieces = text
    .normalize('NFKC')
    .replace(/\u200c/gu, ' ')
    .replace(/['’ʼʻ`‘´ʿʾ]|\u200d|\u200e|\u200f/gu, '')
    .split(/([^\p{L}\p{N}\p{M}]+)/u);
  const tokens: Token[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1 || piece === '') continue;
    const script = scriptOf(piece);
    // In Arabic script the article is always written on, and never part of the name.
    const bare = script === 'arabic' ? piece.replace(/^ال(?=.{2,})/u, '') : piece;
    tokens.push({
      script,
      plain: transliterate(bare),
      sounding: soundInLatin(bare),
      isJoined: /^[-‐‑]$/u.test(pieces[index + 1] ?? ''),
    });
  }
  return tokens.filter((token) => token.plain !== '').slice(0, MOST_WORDS);
}

const isArticle = (token: Token, next: Token | undefined) =>
  next !== undefined &&
  (ARTICLES.test(token.plain) ||
    (ASSIMILATED.test(token.plain) &&
      (token.isJoined || next.plain.startsWith(token.plain.slice(1))) &&
      next.plain.startsWith(token.plain.slice(1, 2))));

const asWord = (token: Token) => wordOf(token.plain, token.sounding, token.script);

/** Sorts as a list of names is read: by the letters as they stand, in whatever script. */
export function sortNameOf(text: string): string {
  return tokensOf(text)
    .map((token) => token.plain)
    .join(' ');
}

/** Two tokens as one word; `kept` says what of the first one sounds. */
function together(first: Token, second: Token, sounding: string): NameWord {
  return wordOf(first.plain + second.plain, sounding, first.script);
}

/** The word a name like `Abdul Rahman` or `Nur ad-Din` becomes, or undefined for two words of their own. */
function compoundOf(token: Token, next: Token): NameWord | undefined {
  if (SERVANT.test(token.plain)) {
    return together(token, next, servantOf(next.sounding));
  }
  if (FATHER.test(token.plain)) return together(token, next, `abu${next.sounding}`);
  if (FAITH.test(next.plain) || next.plain === 'din') {
    return together(token, next, `${token.sounding}din`);
  }
  if (OF_GOD.test(next.plain)) return together(token, next, `${token.sounding}ulah`);
  if (ETHIOPIC_FIRST.test(token.plain))
    return together(token, next, token.sounding + next.sounding);
  return undefined;
}

/** Words of a name or of a query. */
export function nameWordsOf(text: string): NameWords {
  const tokens = tokensOf(text);
  const kept = tokens.filter((token, index) => !isArticle(token, tokens[index + 1]));
  const meant = kept.filter(
    (token, index) => !(SON.test(token.plain) && index > 0 && index < kept.length - 1),
  );
  const units: NameWord[] = [];
  const parts: NameWord[] = [];
  for (let index = 0; index < meant.length; index++) {
    const token = meant[index];
    const next = meant[index + 1];
    if (!token) continue;
    const compound = next && compoundOf(token, next);
    if (compound && next) {
      units.push(compound);
      parts.push(asWord(token), asWord(next));
      index++;
    } else {
      units.push(asWord(token));
    }
  }
  return { units, parts };
}
