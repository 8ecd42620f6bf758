/*
 * Percentages and means of a protected table. They are worked out from printed numbers alone: a figure
 * behind which a hidden number stands is itself hidden, because 8.1 % of 37 is 3, and a mean of one person
 * is that person's age (disclosure design B4, attacks 5 and 6).
 */

export type Published = Readonly<Record<string, number>>;

function printed(published: Published, id: string): number | null {
  return Object.hasOwn(published, id) ? (published[id] ?? null) : null;
}

/** In percent with one decimal; `null` where one of the two is hidden, or nobody is counted. */
export function percentage(
  published: Published,
  { part, of }: { readonly part: string; readonly of: string },
): number | null {
  const [count, base] = [printed(published, part), printed(published, of)];
  if (count === null || base === null || base === 0) return null;
  return Math.round((count * 1000) / base) / 10;
}

/** `sum` over the people of the cell, by its printed count; `null` where that is hidden or too small. */
export function mean(
  published: Published,
  {
    cell,
    sum,
    threshold,
  }: { readonly cell: string; readonly sum: number; readonly threshold: number },
): number | null {
  const count = printed(published, cell);
  return count === null || count < threshold ? null : Math.round((sum * 10) / count) / 10;
}
