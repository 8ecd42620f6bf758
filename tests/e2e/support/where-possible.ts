import { spawnSync } from 'node:child_process';
import { test } from '@playwright/test';
import { screens } from './screens.ts';

const isCi = Boolean(process.env.CI) && process.env.CI !== 'false';

function sayNotRun(what: string): void {
  process.stderr.write(`\nA PROOF DID NOT RUN: IT NEEDS ${what.toUpperCase()}\n\n`);
  test.skip();
}

/** A proof that this machine cannot run says so in a way nobody overlooks, and is a failure where it must run. */
export function onlyAsRootOnLinux(reason: string): void {
  const isPossible = process.platform === 'linux' && process.getuid?.() === 0;
  if (isPossible || isCi) return;
  sayNotRun(`root on Linux ${reason}`);
}

/** The same for what is typed on the screen itself, with nothing attached to the program. */
export function onlyWithHands(): void {
  const isPossible = screens.length > 0 && spawnSync('xdotool', ['version']).status === 0;
  if (isPossible || isCi) return;
  sayNotRun('a screen in memory (no DISPLAY), and xdotool to type on it');
}
