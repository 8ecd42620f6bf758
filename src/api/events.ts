import { z } from 'zod';
import { errorCodes } from './errors.ts';

/**
 * `system`: the computer sleeps or its screen was locked. `panic`: somebody must not see it, so the window goes
 * first. `stopped`: the vault process ended by itself.
 */
export const lockReasons = ['asked', 'idle', 'system', 'panic', 'stopped'] as const;
export type LockReason = (typeof lockReasons)[number];

/** What the vault and the shell tell the page without being asked. */
const events = {
  /** The page has a moment to store what is unsaved; then it answers with `shell.readyToLock`. */
  'register.locking': z.strictObject({ reason: z.enum(lockReasons) }),
  'register.locked': z.strictObject({ reason: z.enum(lockReasons) }),
  /** The feature whose data changed; the page reloads what it shows of it. */
  'data.changed': z.strictObject({ feature: z.string().max(40) }),
  /** The copy of the day, which is made after the register was locked; `failure` when there is none. */
  'backup.ended': z.strictObject({ failure: z.enum(errorCodes).optional() }),
  /** Another program has the keyboard, and whoever works here wants no names read over a shoulder meanwhile. */
  'window.covered': z.strictObject({ isCovered: z.boolean() }),
  progress: z.strictObject({
    task: z.string().max(60),
    done: z.number().min(0),
    total: z.number().min(0),
  }),
};

type EventName = keyof typeof events;
type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
export type ApprodoEvent = { [N in EventName]: { name: N; payload: EventPayload<N> } }[EventName];
