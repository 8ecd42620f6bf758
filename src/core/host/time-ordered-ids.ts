import { randomBytes } from 'node:crypto';

const RANDOM_BITS = 74n;

/** UUIDs of version 7 (RFC 9562): ordered by time, and never backwards within one process. */
export function timeOrderedIds(
  nowMilliseconds: () => number,
  random: () => Uint8Array = () => randomBytes(10),
): { next(): string } {
  let last = 0n;
  return {
    next() {
      const drawn =
        BigInt(`0x${Buffer.from(random()).toString('hex')}`) & ((1n << RANDOM_BITS) - 1n);
      const fresh = (BigInt(nowMilliseconds()) << RANDOM_BITS) | drawn;
      last = fresh > last ? fresh : last + 1n;
      const time = (last >> RANDOM_BITS).toString(16).padStart(12, '0');
      const high = ((last >> 62n) & 0xfffn).toString(16).padStart(3, '0');
      const tail = ((last & ((1n << 62n) - 1n)) | (1n << 63n)).toString(16).padStart(16, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${tail.slice(0, 4)}-${tail.slice(4)}`;
    },
  };
}
