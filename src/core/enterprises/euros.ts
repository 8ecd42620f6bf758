/** Cents as people of a language write euros. */
export function eurosIn(language: string): (cents: number) => string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' });
  return (cents) => format.format(cents / 100);
}
