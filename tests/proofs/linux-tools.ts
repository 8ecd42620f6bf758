import { spawnSync } from 'node:child_process';
import { test } from 'vitest';

const isCi = Boolean(process.env.CI) && process.env.CI !== 'false';

function works(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** A proof that some machines cannot run says so in a way nobody overlooks, and is a failure where it must run. */
function testWhere(isPossible: boolean, reason: string) {
  if (isPossible || isCi) return test;
  process.stderr.write(`\nA PROOF DID NOT RUN: ${reason.toUpperCase()}\n\n`);
  return test.skip;
}

export const testWithStrace = () =>
  testWhere(
    process.platform === 'linux' && works('strace', ['-f', '-o', '/dev/null', 'true']),
    'there is no strace that works (Debian: apt-get install strace)',
  );

export const testWithMount = () =>
  testWhere(
    process.platform === 'linux' && process.getuid?.() === 0 && works('unshare', ['-m', 'true']),
    'a small disk can only be made by root on linux',
  );
