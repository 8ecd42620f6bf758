/** What the main process and the vault process say to each other. */
import type { CallResult, ErrorCode } from '#api/errors.ts';
import type { ApprodoEvent } from '#api/events.ts';
import type { GrantUse } from '#core/host/granted-files.ts';

export type Result = CallResult<unknown>;

/** The file a person chose in a dialog. The page gets the token, only the vault gets the path. */
export interface FileGrant {
  token: string;
  path: string;
  use: GrantUse;
}

export interface VaultSettings {
  resourcesDir: string;
  localesDir: string;
  typesetWorker: string;
  programVersion: string;
}

export type ToVault =
  | { type: 'start'; settings: VaultSettings }
  | { type: 'call'; id: number; name: string; input: unknown }
  | { type: 'grant'; grant: FileGrant }
  | { type: 'makeDemo'; folder: string }
  /** `withBackup`: the copy of the day may be made first. */
  | { type: 'close'; withBackup: boolean };

export type FromVault =
  | { type: 'result'; id: number; result: Result }
  | { type: 'event'; event: ApprodoEvent }
  | { type: 'lockAfter'; minutes: number | null }
  | { type: 'demoMade'; isMade: boolean }
  /** Closing, and making the copy of the day. */
  | { type: 'backingUp' }
  | { type: 'backedUp'; failure?: ErrorCode }
  | { type: 'closed' };

export function failure(code: ErrorCode): Result {
  return { ok: false, error: { code } };
}
