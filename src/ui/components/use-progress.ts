import { useEffect, useState } from 'react';

interface Progress {
  done: number;
  total: number;
}

/** How far a long call of the vault is; `undefined` until it says something. */
export function useProgress(task: string): Progress | undefined {
  const [progress, setProgress] = useState<Progress>();
  useEffect(
    () =>
      window.approdo.on((event) => {
        if (event.name !== 'progress' || event.payload.task !== task) return;
        setProgress({ done: event.payload.done, total: event.payload.total });
      }),
    [task],
  );
  return progress;
}
