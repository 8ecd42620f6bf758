/*
 * Chromium tells the main process what somebody types, selects and copies, and leaves it in memory that it has no
 * more use for: a name stood there after the lock. So the main process does not outlive a lock either. When the
 * vault and the page have ended it ends, and the program starts again at the door, where it was on the screen.
 * The memory of a process that has ended is the kernel's, which gives none of it to anybody without wiping it.
 */
import { spawn } from 'node:child_process';
import { app } from 'electron';
import { type ErrorCode, errorCodes } from '#api/errors.ts';
import type { LockReason } from '#api/events.ts';
import type { ClosingBackup } from '../retiring-vault.ts';

/** What the door says after the lock, and how the window stood. Anybody on the computer can read these. */
export interface LeftByLock {
  reason: LockReason;
  backup: ClosingBackup | null;
  stood: 'inFront' | 'behind' | 'minimised';
  at: { x: number; y: number };
}

const SWITCHES = { reason: 'after-lock', backup: 'after-copy', stood: 'stood', at: 'stood-at' };
const OWN_ARGUMENT = new RegExp(`^--(${Object.values(SWITCHES).join('|')})=`);
const REASONS: LockReason[] = ['asked', 'idle', 'system', 'panic', 'stopped'];
const STOOD: LeftByLock['stood'][] = ['inFront', 'behind', 'minimised'];

/** Waits for the end of the process named first, five seconds at most, and becomes the program. */
const WAIT_AND_START =
  'n=0; while kill -0 "$0" 2>/dev/null && [ $n -lt 100 ]; do n=$((n+1)); sleep 0.05; done; exec "$@"';

/** Whether a lock starts the program again: not where a test is attached to it, which would lose it. */
export function startsAgain(): boolean {
  return app.isPackaged || !app.commandLine.hasSwitch('stay-after-lock');
}

/** What the program before this one left; null when it was started by a person. */
export function leftByLock(): LeftByLock | null {
  const given = (name: keyof typeof SWITCHES) => app.commandLine.getSwitchValue(SWITCHES[name]);
  const reason = REASONS.find((one) => one === given('reason'));
  if (reason === undefined) return null;
  const [x, y] = given('at').split(',').map(Number);
  return {
    reason,
    backup: backupNamed(given('backup')),
    stood: STOOD.find((one) => one === given('stood')) ?? 'inFront',
    at: { x: isPlace(x) ? x : 0, y: isPlace(y) ? y : 0 },
  };
}

function isPlace(value: number | undefined): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) < 100_000;
}

function backupNamed(name: string): ClosingBackup | null {
  if (name === 'made') return { state: 'made' };
  const failure: ErrorCode | undefined = errorCodes.find((code) => code === name);
  return failure === undefined ? null : { state: 'failed', failure };
}

/** Ends this process, with all it remembers, and starts the program again. */
export function startAgain({ reason, backup, stood, at }: LeftByLock): void {
  const copy = backup?.state === 'failed' ? backup.failure : (backup?.state ?? 'none');
  const args = [
    ...process.argv.slice(1).filter((one) => !OWN_ARGUMENT.test(one)),
    `--${SWITCHES.reason}=${reason}`,
    `--${SWITCHES.backup}=${copy}`,
    `--${SWITCHES.stood}=${stood}`,
    `--${SWITCHES.at}=${at.x},${at.y}`,
  ];
  // What somebody started, not what it was unpacked to: that is gone when this process is.
  const { APPIMAGE, PORTABLE_EXECUTABLE_FILE } = process.env;
  if (process.platform === 'linux') {
    // Electron's own way runs from the file of an AppImage, which is not mounted any more then.
    const program = (app.isPackaged && APPIMAGE) || process.execPath;
    const waiting = ['-c', WAIT_AND_START, String(process.pid), program, ...args];
    spawn('/bin/sh', waiting, { detached: true, stdio: 'ignore' }).unref();
  } else {
    const program = (app.isPackaged && PORTABLE_EXECUTABLE_FILE) || process.execPath;
    app.relaunch({ execPath: program, args });
  }
  app.exit(0);
}
