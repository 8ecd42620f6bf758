import { createRequire } from 'node:module';
import type { Options } from '@node-rs/argon2';

/*
 * Stands in for @node-rs/argon2 in the unit tests, and is it: the real library computes every key once, and
 * the same passphrase with the same salt and cost is not computed again. Unlocking costs a tenth of a second
 * by design, and the tests unlock some thousand times, mostly the same register.
 */
const real = createRequire(import.meta.url)('@node-rs/argon2') as typeof import('@node-rs/argon2');
const known = new Map<string, Promise<Buffer>>();

export async function hashRaw(password: Uint8Array, options: Options): Promise<Buffer> {
  const { salt = new Uint8Array(), ...cost } = options;
  const asked = JSON.stringify([hex(password), hex(salt), cost]);
  const computed = known.get(asked) ?? real.hashRaw(password.slice(), options);
  known.set(asked, computed);
  // The caller overwrites what it was given.
  return Buffer.from(await computed);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
