import { createContext, useContext } from 'react';
import type { Session } from '#api/vault.ts';

/** Under which the page keeps it. */
export const sessionKey = ['vault', 'session'];

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is working and what day it is, by the vault. Only inside an open register. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('there is no open register here');
  return session;
}
