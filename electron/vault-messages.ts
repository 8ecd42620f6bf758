/** What the main process, the vault process and the page say to each other. */
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
  /** With a port: from now on the page at its other end may call. */
  | { type: 'page' }
  /** The answer to `opening`. */
  | { type: 'mayOpen' }
  | { type: 'grant'; grant: FileGrant }
  | { type: 'makeDemo'; folder: string }
  /** Whether the page waits for an answer to anything. */
  | { type: 'isBusy' }
  /** `withBackup`: the copy of the day may be made first. */
  | { type: 'close'; withBackup: boolean };

export type FromVault =
  /** Somebody wants in; whatever else holds the register has to let it go first. */
  | { type: 'opening' }
  | { type: 'event'; event: ApprodoEvent }
  | { type: 'lockAfter'; minutes: number | null }
  | { type: 'demoMade'; isMade: boolean }
  | { type: 'busy'; isBusy: boolean }
  /** Closing, and making the copy of the day. */
  | { type: 'backingUp' }
  | { type: 'backedUp'; failure?: ErrorCode }
  | { type: 'closed' };

/** What goes over the port between page and vault. */
export interface PageCall {
  id: number;
  name: string;
  input: unknown;
}
export interface PageAnswer {
  id: number;
  result: Result;
}

/** Between the preload script and the main process. */
export const channels = {
  /** A call that the main process answers itself. */
  shell: 'approdo:shell',
  event: 'approdo:event',
  /** Asks for a port to the vault; it comes by the next one. */
  connect: 'approdo:connect',
  port: 'approdo:port',
  /** The port is worth nothing any more: what is under way will not be answered. */
  cut: 'approdo:cut',
} as const;

export function failure(code: ErrorCode): Result {
  return { ok: false, error: { code } };
}
