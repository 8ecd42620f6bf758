import { ProcedureError } from '#api/errors.ts';
import type { LockReason } from '#api/events.ts';

type Listener = (reason: LockReason) => void;

const listeners = new Set<Listener>();

/** Tells whoever listens that the register is closed, however the page came to know. */
export function announceLock(reason: LockReason): void {
  for (const listener of listeners) listener(reason);
}

export function onLock(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A call refused because the register closed meanwhile is as good as the event. */
export function announceLockIfRefused(failure: unknown): void {
  if (!(failure instanceof ProcedureError)) return;
  if (failure.code === 'register_locked') announceLock('system');
  if (failure.code === 'vault_stopped') announceLock('stopped');
}
