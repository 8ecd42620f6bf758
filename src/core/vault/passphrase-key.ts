/*
 * Turns a passphrase into a key with Argon2id (RFC 9106). Memory-hard, because a copied register can be
 * attacked off line for years; the floor is RFC 9106's second recommended option (64 MiB, 3 passes, 4
 * lanes) and the ceiling keeps a manipulated keyring from exhausting an old laptop before it is refused.
 */
import { ProcedureError } from '#api/errors.ts';
import type { PassphraseCost } from '../ports.ts';

export const floorCost: PassphraseCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 };
const ceilingMemoryKiB = 512 * 1024;
const LONGEST_UNLOCK_MS = 1500;

export function isAllowedCost(cost: PassphraseCost): boolean {
  const { memoryKiB, passes, lanes } = cost;
  return (
    Number.isInteger(memoryKiB) &&
    memoryKiB >= floorCost.memoryKiB &&
    memoryKiB <= ceilingMemoryKiB &&
    Number.isInteger(passes) &&
    passes >= floorCost.passes &&
    passes <= 10 &&
    Number.isInteger(lanes) &&
    lanes >= 1 &&
    lanes <= 16
  );
}

type Derive = (
  passphrase: Uint8Array,
  salt: Uint8Array,
  cost: PassphraseCost,
  /** Of the self-test alone: our passphrases have none. */
  secret?: Uint8Array,
) => Promise<Uint8Array>;

let loaded: Promise<Derive> | undefined;

async function native(): Promise<Derive> {
  // Its default algorithm is Argon2id; the self-test holds it to that.
  const { hashRaw } = await import('@node-rs/argon2');
  return (passphrase, salt, { memoryKiB, passes, lanes }, secret) =>
    hashRaw(passphrase, {
      salt,
      ...(secret ? { secret } : {}),
      memoryCost: memoryKiB,
      timeCost: passes,
      parallelism: lanes,
      outputLen: 32,
    });
}

/** Same bytes without native code, about four times slower. */
export async function portableDerive(): Promise<Derive> {
  const { argon2id } = await import('hash-wasm');
  return (password, salt, { memoryKiB, passes, lanes }, secret) =>
    argon2id({
      password,
      salt,
      ...(secret ? { secret } : {}),
      memorySize: memoryKiB,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    });
}

interface KnownAnswer {
  passphrase: Buffer;
  salt: Buffer;
  secret?: Buffer;
  cost: PassphraseCost;
  hex: string;
}

const ofReference = {
  passphrase: Buffer.from('password'),
  salt: Buffer.from('somesalt'),
  cost: { memoryKiB: 256, passes: 2, lanes: 1 },
};

/**
 * The first is RFC 9106's vector (section 5.3) but for its associated data, which neither library can be given; the
 * tests compute both, with and without them, by Node's own implementation, which can, and which Electron has not.
 * The others are of the reference implementation's own test suite.
 */
export const knownAnswers: readonly KnownAnswer[] = [
  {
    passphrase: Buffer.alloc(32, 1),
    salt: Buffer.alloc(16, 2),
    secret: Buffer.alloc(8, 3),
    cost: { memoryKiB: 32, passes: 3, lanes: 4 },
    hex: '0034de3c8a75efc1148100eaf5ba9b1ce6d50ba5cdf6ae4018c54a4fc03ac10d',
  },
  { ...ofReference, hex: '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe' },
  {
    ...ofReference,
    cost: { ...ofReference.cost, lanes: 2 },
    hex: '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037',
  },
];

async function isArgon2id(derive: Derive): Promise<boolean> {
  for (const { passphrase, salt, secret, cost, hex } of knownAnswers) {
    const bytes = await derive(passphrase, salt, cost, secret);
    if (Buffer.from(bytes).toString('hex') !== hex) return false;
  }
  return true;
}

/**
 * The first library that loads and computes what Argon2id is known to give. A library that silently
 * computed something else would make slots that no other computer opens. Fails with `self_test_failed`.
 */
export async function trustedDerive(
  makers: readonly (() => Promise<Derive>)[] = [native, portableDerive],
): Promise<Derive> {
  for (const make of makers) {
    try {
      const derive = await make();
      if (await isArgon2id(derive)) return derive;
    } catch {
      // Not built for this computer: the next one is asked.
    }
  }
  throw new ProcedureError('self_test_failed');
}

/** 32 bytes for a normalised passphrase. Throws a RangeError for a cost outside floor and ceiling. */
export async function derivePassphraseKey(
  passphrase: string,
  salt: Uint8Array,
  cost: PassphraseCost,
): Promise<Buffer> {
  if (!isAllowedCost(cost)) throw new RangeError('Argon2id cost outside the allowed range');
  loaded ??= trustedDerive();
  const typed = Buffer.from(passphrase, 'utf8');
  try {
    return Buffer.from(await (await loaded)(typed, salt, cost));
  } finally {
    typed.fill(0);
  }
}

/**
 * A cost that takes about a second on this computer: doubled from the floor while the next step is
 * expected to stay under 1.5 s. `now` is in milliseconds.
 */
export async function calibrateCost(now: () => number): Promise<PassphraseCost> {
  const salt = new Uint8Array(16);
  let cost = floorCost;
  for (;;) {
    const start = now();
    await derivePassphraseKey('approdo calibration', salt, cost);
    const next = cost.memoryKiB * 2;
    if ((now() - start) * 2 > LONGEST_UNLOCK_MS || next > ceilingMemoryKiB) return cost;
    cost = { ...cost, memoryKiB: next };
  }
}

/**
 * The cost a slot should have, after an unlock with `cost` took `milliseconds`: as much more memory as is
 * expected to stay under 1.5 s, in one step, so that only one unlock is ever kept waiting for it.
 */
export function betterCost(cost: PassphraseCost, milliseconds: number): PassphraseCost | undefined {
  let { memoryKiB } = cost;
  let expected = milliseconds;
  while (expected * 2 < LONGEST_UNLOCK_MS && memoryKiB * 2 <= ceilingMemoryKiB) {
    memoryKiB *= 2;
    expected *= 2;
  }
  return memoryKiB > cost.memoryKiB ? { ...cost, memoryKiB } : undefined;
}
