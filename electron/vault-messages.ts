/** What the main process and the vault process say to each other. */

export type Result =
  | { ok: true; data: unknown }
  | { ok: false; error: { code: string; details?: unknown } };

export interface CoreEvent {
  name: string;
  payload: unknown;
}

/** Why a register was locked, for the page to say so in the user's language. */
export type LockReason =
  | 'asked'
  | 'idle'
  | 'time_limit'
  | 'suspended'
  | 'screen_locked'
  | 'crashed';

/** The file a person chose in a dialog. The page gets the token, only the vault gets the path. */
export interface FileGrant {
  token: string;
  access: 'read' | 'write';
  path: string;
}

export interface VaultSettings {
  resourcesDir: string;
  localesDir: string;
  isDemo: boolean;
}

export type ToVault =
  | { type: 'start'; settings: VaultSettings }
  | { type: 'call'; id: number; name: string; input: unknown }
  | { type: 'grant'; grant: FileGrant }
  | { type: 'close' };

export type FromVault =
  | { type: 'result'; id: number; result: Result }
  | { type: 'event'; event: CoreEvent }
  | { type: 'lockAfter'; minutes: number | null }
  | { type: 'closed' };

export function failure(code: string, details?: unknown): Result {
  return details === undefined
    ? { ok: false, error: { code } }
    : { ok: false, error: { code, details } };
}
