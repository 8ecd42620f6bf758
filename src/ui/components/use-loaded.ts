import { useEffect, useState } from 'react';

/**
 * A part of the page that is read when it is first wanted; `undefined` until then. Not React's `lazy`: once it
 * has shown a placeholder, it keeps it for 300 ms however soon the part is there.
 */
export function useLoaded<T>(load: () => Promise<T>, isWanted: boolean): T | undefined {
  const [loaded, setLoaded] = useState<{ part: T }>();
  useEffect(() => {
    if (!isWanted || loaded) return;
    let isCurrent = true;
    void load().then((part) => isCurrent && setLoaded({ part }));
    return () => {
      isCurrent = false;
    };
  }, [load, isWanted, loaded]);
  return loaded?.part;
}
