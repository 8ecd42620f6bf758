/**
 * Cuts a paragraph into the pieces that can be shaped on their own: each of one style, one
 * direction level (UAX#9) and one font. Without it, words of right-to-left lines would stand in
 * the wrong order, digits would be reversed and characters of a second script would be boxes.
 */

import { createRequire } from 'node:module';
import {
  baseFamilyOf,
  directionOf,
  type FontFamily,
  familyForCharacter,
} from './font-catalogue.ts';
import { anyFamilyCovering, covers } from './font-resources.ts';
import { pdfmake } from './pdfmake-internals.ts';

const load = createRequire(import.meta.url);

interface Bidi {
  getEmbeddingLevels(text: string, base: 'ltr' | 'rtl'): { levels: Uint8Array };
}

const bidi = (load('bidi-js') as () => Bidi)();

export interface ParagraphRun {
  text: string;
  isolate?: 'ltr' | undefined;
  language?: string | undefined;
}

export interface Piece {
  text: string;
  run: number;
  level: number;
  family: FontFamily;
  language: string;
  /** The next piece belongs to the same unbreakable word. */
  continues: boolean;
  endsLine: boolean;
}

export interface ParagraphPieces {
  pieces: Piece[];
  missingCharacters: string[];
}

const leftToRightIsolate = '\u2066';
const rightToLeftIsolate = '\u2067';
const popIsolate = '\u2069';
const noBreakSpace = '\u00a0';
/** Has no shape, and makes the letter beside it take the one it has in the middle of a word. */
export const joiner = '\u200d';

export const rightToLeftCharacter =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]/;
export const directionControl = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;
const staysWithNeighbour = /\p{M}|[\u200b\u2060]|\u200c|\u200d|[\ufe00-\ufe0f]/u;
const invisible = /\p{Cc}|\p{Cf}|\p{Z}|[\ufe00-\ufe0f]/u;
const newline = /[\n\r\v\f\u0085\u2028\u2029]/;
const finalNewline = /\r?\n$|[\r\v\f\u0085\u2028\u2029]$/;
const simpleLatin =
  /^[\n\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac]*$/;

/** Longer values (addresses, links) must be able to wrap. */
const longestUnbreakableIsolate = 40;
/** A longer unbroken word is offered cuts, so that no line has to be searched in all of it. */
const longestWord = 100;

export function cutParagraph(runs: readonly ParagraphRun[], language: string): ParagraphPieces {
  const base = directionOf(language);
  const { text, runStarts } = joinRuns(runs, language, base);
  const levels =
    base === 'rtl' || rightToLeftCharacter.test(text)
      ? bidi.getEmbeddingLevels(text, base).levels
      : undefined;
  const missing = new Set<string>();
  const families = new FontChooser(language, missing);
  const pieces: Piece[] = [];
  let start = 0;
  let run = 0;
  let isContinued = false;
  for (const { end, required, isCut } of breakOpportunities(text)) {
    const word = text.slice(start, end).replace(finalNewline, '');
    const endsLine = required || word.length < end - start;
    const before = pieces.length;
    let offset = start;
    for (const character of word) {
      while (offset >= (runStarts[run + 1] ?? Number.POSITIVE_INFINITY)) run += 1;
      const at = offset;
      offset += character.length;
      if (directionControl.test(character)) continue;
      const level = levels?.[at] ?? 0;
      const own = runs[run];
      const family = families.choose(character, own);
      const last = pieces.length > before ? pieces[pieces.length - 1] : undefined;
      if (last?.run === run && last.level === level && last.family === family) {
        last.text += character;
      } else {
        if (last !== undefined) last.continues = true;
        pieces.push({
          text: character,
          run,
          level,
          family,
          language: own?.language ?? language,
          continues: false,
          endsLine: false,
        });
      }
    }
    const [first, last] = [pieces[before], pieces.at(-1)];
    if (isContinued && first !== undefined) first.text = joiner + first.text;
    isContinued = isCut && isJoinedScript(text.charAt(end - 1)) && isJoinedScript(text.charAt(end));
    if (isContinued && last !== undefined) last.text += joiner;
    closeWord(pieces, before, endsLine, { run, level: base === 'rtl' ? 1 : 0, language });
    start = end;
  }
  return { pieces, missingCharacters: [...missing] };
}

export function isJoinedScript(character: string): boolean {
  return /[\p{Script=Arabic}\u0640\p{M}]/u.test(character);
}

function closeWord(
  pieces: Piece[],
  before: number,
  endsLine: boolean,
  empty: { run: number; level: number; language: string },
): void {
  if (pieces.length === before) {
    if (!endsLine && before > 0) return;
    const family = baseFamilyOf(empty.language);
    pieces.push({ ...empty, text: '', family, continues: false, endsLine: false });
  }
  const last = pieces[pieces.length - 1];
  if (last !== undefined) last.endsLine = endsLine;
}

/**
 * A left-to-right value and a run in a language of the other direction are isolated, so that the
 * text around them cannot pull their parts into another order ("+39 06" becoming "06 39+").
 */
function joinRuns(runs: readonly ParagraphRun[], language: string, base: 'ltr' | 'rtl') {
  const runStarts: number[] = [];
  let text = '';
  for (const run of runs) {
    runStarts.push(text.length);
    const direction = run.isolate ?? directionOf(run.language ?? language);
    const isIsolated = run.isolate !== undefined || direction !== base;
    const isKeptWhole = run.isolate !== undefined && run.text.length <= longestUnbreakableIsolate;
    const plain = balanceIsolates(run.text);
    const own = isKeptWhole ? plain.replaceAll(' ', noBreakSpace) : plain;
    const opening = direction === 'ltr' ? leftToRightIsolate : rightToLeftIsolate;
    text += isIsolated ? `${opening}${own}${popIsolate}` : own;
  }
  return { text, runStarts };
}

/** Embeddings and overrides can make a text look like another one; open isolates would leak. */
function balanceIsolates(text: string): string {
  if (!directionControl.test(text)) return text;
  let open = 0;
  let balanced = '';
  for (const character of text.replace(/[\u202a-\u202e]/g, '')) {
    if (/[\u2066-\u2068]/.test(character)) open += 1;
    if (character === popIsolate) {
      if (open === 0) continue;
      open -= 1;
    }
    balanced += character;
  }
  return balanced + popIsolate.repeat(open);
}

interface BreakOpportunity {
  end: number;
  required: boolean;
  /** Inside a word, where no language breaks. */
  isCut: boolean;
}

function* breakOpportunities(text: string): Generator<BreakOpportunity> {
  if (text === '') {
    yield { end: 0, required: false, isCut: false };
    return;
  }
  const breaker = new pdfmake.LineBreaker(text);
  let start = 0;
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    while (found.position - start > longestWord) {
      start = graphemeEnd(text, start + longestWord, found.position);
      yield { end: start, required: false, isCut: true };
    }
    // The break at the very end of a text is reported as required although no line follows it.
    const isMandatory = found.required && newline.test(text.charAt(found.position - 1));
    if (found.position > start) {
      yield { end: found.position, required: isMandatory, isCut: false };
    }
    start = found.position;
  }
}

function graphemeEnd(text: string, from: number, limit: number): number {
  let end = from;
  while (end < limit && /\p{M}|\u200c|\u200d|[\udc00-\udfff]/u.test(text.charAt(end))) end += 1;
  return end;
}

class FontChooser {
  readonly #language: string;
  readonly #missing: Set<string>;
  #previous: FontFamily;
  #previousRun: ParagraphRun | undefined;

  constructor(language: string, missing: Set<string>) {
    this.#language = language;
    this.#missing = missing;
    this.#previous = baseFamilyOf(language);
  }

  choose(character: string, run: ParagraphRun | undefined): FontFamily {
    const language = run?.language ?? this.#language;
    if (run !== this.#previousRun) {
      this.#previousRun = run;
      if (run?.isolate !== undefined) this.#previous = 'NotoSans';
      else if (run?.language !== undefined) this.#previous = baseFamilyOf(language);
    }
    this.#previous = this.#familyFor(character, language);
    return this.#previous;
  }

  #familyFor(character: string, language: string): FontFamily {
    if (this.#previous === 'NotoSans' && simpleLatin.test(character)) return 'NotoSans';
    if (staysWithNeighbour.test(character)) return this.#previous;
    const codePoint = character.codePointAt(0) ?? 0;
    const wanted = familyForCharacter(character, language);
    if (wanted !== undefined && covers(wanted, codePoint)) return wanted;
    if (wanted === undefined && covers(this.#previous, codePoint)) return this.#previous;
    const any = anyFamilyCovering(codePoint);
    if (any !== undefined) return any;
    if (!invisible.test(character)) this.#missing.add(character);
    return this.#previous;
  }
}
