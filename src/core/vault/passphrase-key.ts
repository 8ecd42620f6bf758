/*
 * Turns a passphrase into a key with Argon2id (RFC 9106). Memory-hard, because a copied register can be
 * attacked off line for years; the floor is RFC 9106's second recommended option (64 MiB, 3 passes, 4
 * lanes) and the ceiling keeps a manipulated keyring from exhausting an old laptop before it is refused.
 */
import type { PassphraseCost } from '../ports.ts';

export const floorCost: PassphraseCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 };
const ceilingMemoryKiB = 512 * 1024;

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
) => Promise<Uint8Array>;

let loaded: Promise<Derive> | undefined;

async function native(): Promise<Derive> {
  // Its default algorithm is Argon2id; the known-answer test holds it to that.
  const { hashRaw } = await import('@node-rs/argon2');
  return (passphrase, salt, { memoryKiB, passes, lanes }) =>
    hashRaw(passphrase, {
      salt,
      memoryCost: memoryKiB,
      timeCost: passes,
      parallelism: lanes,
      outputLen: 32,
    });
}

/** Same bytes without native code, about four times slower. */
export async function portableDerive(): Promise<Derive> {
  const { argon2id } = await import('hash-wasm');
  return (password, salt, { memoryKiB, passes, lanes }) =>
    argon2id({
      password,
      salt,
      memorySize: memoryKiB,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    });
}

/** 32 bytes for a normalised passphrase. Throws a RangeError for a cost outside floor and ceiling. */
export async function derivePassphraseKey(
  passphrase: string,
  salt: Uint8Array,
  cost: PassphraseCost,
): Promise<Buffer> {
  if (!isAllowedCost(cost)) throw new RangeError('Argon2id cost outside the allowed range');
  loaded ??= native().catch(portableDerive);
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
    if ((now() - start) * 2 > 1500 || next > ceilingMemoryKiB) return cost;
    cost = { ...cost, memoryKiB: next };
  }
}
