/*
 * Age bands as UNHCR prints them in its population statistics: 0-4, 5-11, 12-17, 18-59, 60+, with a row
 * of its own for unknown age. Bands belong to a report and never to a person, because the funders' sets
 * do not nest (somebody of 60 is in 60+ here and in 18-60 for AMIF).
 */
export interface AgeBand {
  code: string;
  from: number;
  /** Last age that still belongs to the band; absent in the open band at the end. */
  to?: number;
}

export const unknownAge = 'unknown';

export const unhcrAgeBands: readonly AgeBand[] = [
  { code: '0-4', from: 0, to: 4 },
  { code: '5-11', from: 5, to: 11 },
  { code: '12-17', from: 12, to: 17 },
  { code: '18-59', from: 18, to: 59 },
  { code: '60+', from: 60 },
];

export function bandOf(age: number | undefined, bands: readonly AgeBand[]): string {
  if (age === undefined) return unknownAge;
  const band = bands.find(({ from, to }) => age >= from && (to === undefined || age <= to));
  return band?.code ?? unknownAge;
}
