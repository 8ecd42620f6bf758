import { test } from '@playwright/test';

const isCi = Boolean(process.env.CI) && process.env.CI !== 'false';

/** A proof that this machine cannot run says so in a way nobody overlooks, and is a failure where it must run. */
export function onlyAsRootOnLinux(reason: string): void {
  const isPossible = process.platform === 'linux' && process.getuid?.() === 0;
  if (isPossible || isCi) return;
  process.stderr.write(`\nA PROOF DID NOT RUN: IT NEEDS ROOT ON LINUX ${reason.toUpperCase()}\n\n`);
  test.skip();
}
