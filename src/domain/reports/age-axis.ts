/*
 * Two reports with age bands that do not nest give away who is between them: "60+" of one minus "61+" of the
 * other is everybody of exactly 60 (disclosure design B4, attack 3). So a report counts in the finest pieces that
 * its own bands and those of earlier reports are made of; only its own bands are printed, and the pieces are
 * protected with them.
 */
import { type AgeBand, bandOf, unknownAge } from '../dates/age-band.ts';

export interface AgeAxis {
  /** Finest bands, in order; every other band is a sum of them. */
  pieces: readonly AgeBand[];
  /** Codes of the bands that are printed, with the one for unknown ages. */
  printed: readonly string[];
  /** Bands that are sums, with the codes of their pieces. */
  groups: Readonly<Record<string, readonly string[]>>;
}

function readBand(code: string): AgeBand | undefined {
  const [, from, to] = /^(\d+)(?:-(\d+)|\+)$/.exec(code) ?? [];
  if (from === undefined) return undefined;
  return { code, from: Number(from), ...(to === undefined ? {} : { to: Number(to) }) };
}

const nameOf = (from: number, to: number | undefined) =>
  to === undefined ? `${from}+` : `${from}-${to}`;

/** `others`: codes of bands in earlier reports; what is no band is passed over. */
export function ageAxis(own: readonly AgeBand[], others: readonly string[] = []): AgeAxis {
  const before = others.flatMap((code) => readBand(code) ?? []);
  const all = [...own, ...before];
  const cuts = new Set(all.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to + 1])));
  const starts = [...cuts.add(0)].sort((a, b) => a - b);
  const pieces = starts.map((from, at): AgeBand => {
    const next = starts[at + 1];
    const to = next === undefined ? undefined : next - 1;
    return { code: nameOf(from, to), from, ...(to === undefined ? {} : { to }) };
  });
  const codes = new Set(pieces.map(({ code }) => code));
  const groups = all
    .filter(({ code }) => !codes.has(code))
    .map(({ code, from, to }): [string, string[]] => [
      code,
      pieces
        .filter((piece) => piece.from >= from && (to === undefined || piece.from <= to))
        .map((piece) => piece.code),
    ]);
  return {
    pieces,
    printed: [...own.map(({ code }) => code), unknownAge],
    groups: Object.fromEntries(groups),
  };
}

/** The piece somebody is counted in, by their age. */
export const pieceOf = (age: number | undefined, { pieces }: AgeAxis): string =>
  bandOf(age, pieces);

/** The piece of somebody of whom only a band is kept; unknown where the pieces are finer than that. */
export const pieceOfBand = (band: string, { pieces }: AgeAxis): string =>
  pieces.some(({ code }) => code === band) ? band : unknownAge;

/** The piece that holds a whole band somebody was counted in; unknown where none does. */
export function bandHolding(band: string, { pieces }: AgeAxis): string {
  const read = readBand(band);
  if (!read) return unknownAge;
  const last = ({ to }: AgeBand) => to ?? Number.POSITIVE_INFINITY;
  return (
    pieces.find((piece) => piece.from <= read.from && last(piece) >= last(read))?.code ?? unknownAge
  );
}
