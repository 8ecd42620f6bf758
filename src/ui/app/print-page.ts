import { useEffect, useRef } from 'react';

/** Lets everything a list holds stand on the page, and gives back what puts the list back as it was. */
type ShowWhole = () => Promise<() => void>;

/** The lists on screen that show a page of themselves; what is printed is all of it. */
const lists = new Set<{ current: ShowWhole }>();

/** Says how the list of this component is shown whole, for as long as it is on screen. */
export function useShownWhole(showWhole: ShowWhole): void {
  const current = useRef(showWhole);
  useEffect(() => {
    current.current = showWhole;
  });
  useEffect(() => {
    lists.add(current);
    return () => {
      lists.delete(current);
    };
  }, []);
}

/** React has drawn what was told before, and the browser has laid it out. */
const drawn = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });

/** Prints the page in sight, with all that its lists hold. Fails as reading them fails; nothing is printed then. */
export async function printPage(): Promise<void> {
  const undo: (() => void)[] = [];
  try {
    for (const { current } of lists) undo.push(await current());
    await drawn();
    // The script stands still until the dialog of the system is closed.
    window.print();
  } finally {
    for (const one of undo) one();
  }
}
