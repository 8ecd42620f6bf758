import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ProcedureError } from '#api/errors.ts';
import { doorPainted } from '#ui/app/door-painted.ts';
import { vault } from '#ui/app/vault-client.ts';

/**
 * Whether the door asks for a name, and for how many seconds it hears nobody. Until the vault can be asked, what
 * was known when the register was opened last holds.
 */
export function useDoor(folder: string, asksForName: boolean) {
  const [waitSeconds, setWaitSeconds] = useState(0);
  const { data } = useQuery({
    queryKey: ['shell', 'door', folder],
    queryFn: () => doorPainted.then(() => vault.vault.status({ folder })),
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => {
    if (data) setWaitSeconds(data.waitSeconds);
  }, [data]);
  useEffect(() => {
    if (waitSeconds === 0) return;
    const timer = setTimeout(() => setWaitSeconds((left) => Math.max(0, left - 1)), 1000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);
  return {
    asksForName: data?.asksForName ?? asksForName,
    waitSeconds,
    waitAfter: (error: unknown) => {
      const wait = error instanceof ProcedureError ? error.details?.waitSeconds : undefined;
      if (typeof wait === 'number') setWaitSeconds(wait);
    },
  };
}
