/*
 * After a wrong passphrase the next attempt has to wait: 1, 2, 4 … up to 300 seconds. The count stands in a
 * file beside the keyring, so that ending the program does not shorten it, and the time is counted since
 * the computer was started, so that setting the clock does not either. It keeps a curious colleague from
 * guessing at the keyboard; somebody who copies the folder away is held up by Argon2id alone. Nothing is
 * ever wiped: that would be a way to destroy a family's file (security findings b.5). Restoring a copy waits as
 * the door does; its count lies beside the copy, and in memory where a stick takes no more files.
 */
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ProcedureError } from '#api/errors.ts';
import type { CorePorts } from '../ports.ts';
import { writeSynced } from './register-folder.ts';

const attemptsFile = 'attempts.json';
const LONGEST_SECONDS = 300;
const MAX_BYTES = 500;

const attemptsSchema = z.strictObject({
  failures: z.int().min(0).max(1_000_000),
  /** Milliseconds since the start of the computer at the last failure. */
  sinceStart: z.number().min(0),
});
type Attempts = z.infer<typeof attemptsSchema>;

type Ports = Pick<CorePorts, 'sinceStart'>;

const none: Attempts = { failures: 0, sinceStart: 0 };

/** Of copies whose place cannot be written to; ends with the program. */
const unwritten = new Map<string, Attempts>();

async function readAttempts(path: string): Promise<Attempts> {
  try {
    const text = await readFile(path, 'utf8');
    const parsed = attemptsSchema.safeParse(JSON.parse(text.slice(0, MAX_BYTES)));
    // A file that somebody spoilt counts as many failures, not as none.
    return parsed.success ? parsed.data : { failures: 9, sinceStart: 0 };
  } catch (failure) {
    if (failure instanceof SyntaxError) return { failures: 9, sinceStart: 0 };
    return unwritten.get(path) ?? none;
  }
}

function secondsToWait({ failures, sinceStart }: Attempts, ports: Ports): number {
  if (failures === 0) return 0;
  const wait = Math.min(2 ** Math.min(failures - 1, 20), LONGEST_SECONDS);
  const now = ports.sinceStart();
  // Started anew since then: at least the time since the start has passed.
  const passed = now >= sinceStart ? now - sinceStart : now;
  return Math.max(0, Math.ceil(wait - passed / 1000));
}

interface Attempt {
  /** Wrong attempts since the last right one. */
  failuresBefore: number;
  /** When the count has reached the disk; fails with `folder_not_writable`. */
  counted: Promise<void>;
  wasRight(): Promise<void>;
}

const besideKeyring = (folder: string) => join(folder, attemptsFile);
const besideCopy = (copy: string, tag: string) => join(dirname(copy), `attempts-${tag}.json`);

/** Seconds until the next attempt is heard; 0 when it may be made now. */
export async function doorDelay(folder: string, ports: Ports): Promise<number> {
  return secondsToWait(await readAttempts(besideKeyring(folder)), ports);
}

/** What happens to the count where it cannot be written. */
type Unwritten = (attempts: Attempts, failure: { code?: unknown }) => void;

async function count(path: string, ports: Ports, ifUnwritten: Unwritten): Promise<Attempt> {
  const before = await readAttempts(path);
  const waitSeconds = secondsToWait(before, ports);
  if (waitSeconds > 0) throw new ProcedureError('too_many_attempts', { waitSeconds });
  const attempts = { failures: before.failures + 1, sinceStart: ports.sinceStart() };
  const counted = writeSynced(path, JSON.stringify(attempts)).catch((failure: unknown) =>
    ifUnwritten(attempts, failure as { code?: unknown }),
  );
  // Whoever waits for it hears of its failure; nobody may.
  counted.catch(() => undefined);
  return {
    failuresBefore: before.failures,
    counted,
    wasRight: async () => {
      unwritten.delete(path);
      await rm(path, { force: true });
    },
  };
}

/**
 * Begins to count an attempt. What comes of the attempt must not be used before `counted`: ending the program in
 * the middle of one would make it undone. Fails with `too_many_attempts`.
 */
export async function beginAttempt(folder: string, ports: Ports): Promise<Attempt> {
  return count(besideKeyring(folder), ports, (_, { code }) => {
    // Somebody whose disk is full must still get in to make room.
    if (code !== 'ENOSPC') throw new ProcedureError('folder_not_writable');
  });
}

/** Counts an attempt before it is made. Fails with `too_many_attempts` and `folder_not_writable`. */
export async function countAttempt(folder: string, ports: Ports): Promise<Attempt> {
  const attempt = await beginAttempt(folder, ports);
  await attempt.counted;
  return attempt;
}

/**
 * Runs an attempt to open a copy; fails as `open` does, a wrong passphrase with the seconds to wait, and with
 * `too_many_attempts`. `tag` tells the copies of one register from those of another.
 */
export async function delayedAtCopy<T>(
  { copy, tag, ports }: { copy: string; tag: string; ports: Ports },
  open: () => Promise<T>,
): Promise<T> {
  const path = besideCopy(copy, tag);
  const attempt = await count(path, ports, (attempts) => unwritten.set(path, attempts));
  await attempt.counted;
  try {
    const opened = await open();
    await attempt.wasRight().catch(() => undefined);
    return opened;
  } catch (failure) {
    const { code } = failure as { code?: unknown };
    if (code !== 'wrong_passphrase') {
      await attempt.wasRight().catch(() => undefined);
      throw failure;
    }
    const waitSeconds = secondsToWait(await readAttempts(path), ports);
    throw new ProcedureError('wrong_passphrase', { waitSeconds });
  }
}
