import { uptime } from 'node:os';
import type { Clock } from '../ports.ts';

/** The computer's clock: the one place where the program asks what time it is. */
export const systemClock: Clock = {
  now: () => new Date(),
  today() {
    const now = new Date();
    const two = (n: number) => String(n).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
};

export const sinceStart = (): number => Math.floor(uptime() * 1000);
