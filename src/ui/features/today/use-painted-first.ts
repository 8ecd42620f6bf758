import { startTransition, useEffect, useState } from 'react';

/** Kept while the page lives: only the first look of the morning comes in two steps. */
let wasPainted = false;

/**
 * False until what is due first has been painted once. The first page of the day is the one somebody waits for:
 * the lines below the fold and the panels beside them follow a moment later.
 */
export function usePaintedFirst(isReady: boolean): boolean {
  const [isPainted, setPainted] = useState(wasPainted);
  useEffect(() => {
    if (!isReady || isPainted) return;
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        wasPainted = true;
        startTransition(() => setPainted(true));
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isReady, isPainted]);
  return isPainted;
}
