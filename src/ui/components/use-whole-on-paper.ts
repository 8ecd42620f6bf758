import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useShownWhole } from '#ui/app/print-page.ts';
import { type ListPart, type PageOfList, readWhole } from './read-whole.ts';

/** What would be a pile of paper is narrowed first; the paper says how much of the list it holds. */
const MOST_ON_PAPER = 600;

/** The whole list while it is being printed; undefined at all other times. `onPrint` runs before, and can refuse. */
export function useWholeOnPaper<Part extends ListPart>(
  load: (page: PageOfList) => Promise<Part>,
  onPrint?: () => Promise<unknown>,
): Part | undefined {
  const [whole, setWhole] = useState<Part>();
  useShownWhole(async () => {
    await onPrint?.();
    const read = await readWhole(load, MOST_ON_PAPER);
    // At once: when React finds time for it, a busy computer may have printed the first page alone.
    flushSync(() => setWhole(read));
    return () => setWhole(undefined);
  });
  return whole;
}
