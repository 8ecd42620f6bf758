/* Facts made less exact on purpose, for recipients who need no more. */

const BANDS = [0, 14, 18, 25, 35, 45, 60] as const;

/** The band an age falls in; the last one has no end. */
export function ageBandOf(age: number): { from: number; to?: number } {
  const at = BANDS.findLastIndex((from) => from <= Math.max(0, age));
  const next = BANDS[at + 1];
  const from = BANDS[at] ?? 0;
  return next === undefined ? { from } : { from, to: next - 1 };
}

/** The town of an address written the Italian way: after the last comma, without postcode and province. */
export function cityOf(address: string): string | undefined {
  const parts = address
    .split(/[,\n]/u)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2) return undefined;
  const city = (parts.at(-1) ?? '')
    .replace(/\b\d{5}\b/gu, '')
    .replace(/\([A-Z]{2}\)/gu, '')
    .trim();
  return /\d/u.test(city) || city === '' ? undefined : city;
}
