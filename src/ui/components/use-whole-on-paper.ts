import { useState } from 'react';
import { useShownWhole } from '#ui/app/print-page.ts';

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
/** What would be a pile of paper is narrowed first; the paper says how much of the list it holds. */
const MOST_ON_PAPER = 600;

async function readWhole<Part extends ListPart>(
  load: (page: PageOfList) => Promise<Part>,
): Promise<Part> {
  let whole = await load({ offset: 0, limit: AT_ONCE });
  while (whole.items.length < Math.min(whole.total, MOST_ON_PAPER)) {
    const next = await load({ offset: whole.items.length, limit: AT_ONCE });
    // Somebody of the list was removed meanwhile.
    if (next.items.length === 0) break;
    whole = { ...next, items: [...whole.items, ...next.items] };
  }
  return whole;
}

/** The whole list while it is being printed; undefined at all other times. `onPrint` runs before, and can refuse. */
export function useWholeOnPaper<Part extends ListPart>(
  load: (page: PageOfList) => Promise<Part>,
  onPrint?: () => Promise<unknown>,
): Part | undefined {
  const [whole, setWhole] = useState<Part>();
  useShownWhole(async () => {
    await onPrint?.();
    setWhole(await readWhole(load));
    return () => setWhole(undefined);
  });
  return whole;
}
