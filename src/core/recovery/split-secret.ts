/*
 * A secret in three parts of which any two give it back and one tells nothing (A. Shamir, "How to share a
 * secret", 1979). Each byte of the secret is where a straight line crosses zero; its slope is random, and
 * part x holds the point of the line at x. Points are bytes of the field with 256 elements that AES uses, so
 * that every slope is as likely as any other: with one point alone every secret remains equally possible.
 */
import { randomBytes } from 'node:crypto';

export const partNumbers = [1, 2, 3] as const;
type PartNumber = (typeof partNumbers)[number];

/** x⁸ + x⁴ + x³ + x + 1, as in FIPS 197. */
const REDUCING = 0x11b;

/** Without a table and without a branch on the secret. */
export function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = a;
  for (let bit = 0; bit < 8; bit++) {
    product ^= shifted * ((b >> bit) & 1);
    shifted = (shifted << 1) ^ (REDUCING * (shifted >> 7));
  }
  return product;
}

/** a²⁵⁴ = a⁻¹, because every element but zero is a root of a²⁵⁵ = 1. */
function invert(a: number): number {
  let power = 1;
  for (let step = 0; step < 254; step++) power = multiply(power, a);
  return power;
}

export interface SecretPart {
  number: PartNumber;
  bytes: Buffer;
}

/** `slopes`: as many random bytes as the secret has; given only by tests. */
export function splitSecret(
  secret: Uint8Array,
  slopes: Uint8Array = randomBytes(secret.length),
): SecretPart[] {
  if (slopes.length !== secret.length) throw new RangeError('one slope for each byte');
  return partNumbers.map((number) => ({
    number,
    bytes: Buffer.from(secret.map((byte, i) => byte ^ multiply(slopes[i] ?? 0, number))),
  }));
}

/** The line through two points, at zero. Undefined for the same part twice or for parts of different length. */
export function joinParts(one: SecretPart, other: SecretPart): Buffer | undefined {
  const isPair = one.number !== other.number && one.bytes.length === other.bytes.length;
  if (!isPair) return undefined;
  const inverse = invert(one.number ^ other.number);
  return Buffer.from(
    one.bytes.map((byte, i) => {
      const slope = multiply(byte ^ (other.bytes[i] ?? 0), inverse);
      return byte ^ multiply(slope, one.number);
    }),
  );
}
