/** A part of a list, and how many there are in all. */
export interface ListPart {
  items: readonly unknown[];
  total: number;
}

export interface PageOfList {
  offset: number;
  limit: number;
}

/** As many as the vault gives at once. */
const AT_ONCE = 200;

/** A list from its first line on, up to `most` lines, however many the vault gives at once. */
export async function readWhole<Part extends ListPart>(
  load: (page: PageOfList) => Promise<Part>,
  most: number,
): Promise<Part> {
  let whole = await load({ offset: 0, limit: AT_ONCE });
  while (whole.items.length < Math.min(whole.total, most)) {
    const next = await load({ offset: whole.items.length, limit: AT_ONCE });
    // Somebody of the list was removed meanwhile.
    if (next.items.length === 0) break;
    whole = { ...next, items: [...whole.items, ...next.items] };
  }
  return whole;
}
