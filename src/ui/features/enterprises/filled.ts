/** What was typed, without what was left or made empty. */
export function filled<T extends object>(draft: T): T {
  const given = Object.entries(draft).filter(
    ([, value]) => value !== undefined && String(value).trim() !== '',
  );
  return Object.fromEntries(given) as T;
}
