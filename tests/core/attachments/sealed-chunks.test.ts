import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  chunkBytes,
  openChunks,
  sealChunks,
  sealedLength,
} from '#core/attachments/sealed-chunks.ts';

const key = randomBytes(32);
const plain = randomBytes(3 * chunkBytes + 1000);
const sealed = Buffer.concat([...sealChunks(key, plain, 'row')]);
const sealedChunk = chunkBytes + 16;
const piece = (index: number) => sealed.subarray(index * sealedChunk, (index + 1) * sealedChunk);

describe('a sealed file', () => {
  test.each([1, chunkBytes - 1, chunkBytes, chunkBytes + 1, 4 * chunkBytes])(
    'opens to the same %i bytes',
    (length) => {
      const bytes = randomBytes(length);
      const whole = Buffer.concat([...sealChunks(key, bytes, 'row')]);
      expect(whole).toHaveLength(sealedLength(length));
      expect(openChunks(key, whole, 'row')?.equals(bytes)).toBe(true);
    },
  );

  test('a changed bit in any piece is noticed', () => {
    for (let index = 0; index < 4; index++) {
      for (const offset of [0, piece(index).length >> 1, piece(index).length - 1]) {
        const touched = Buffer.from(sealed);
        const at = index * sealedChunk + offset;
        touched[at] = (touched[at] ?? 0) ^ 1;
        expect(openChunks(key, touched, 'row')).toBeUndefined();
      }
    }
  });

  test('pieces that change places, come twice, are left out or follow the end are noticed', () => {
    const [a, b, c, d] = [piece(0), piece(1), piece(2), piece(3)];
    const tampered = [
      [b, a, c, d],
      [a, a, c, d],
      [a, c, d],
      [a, b, c],
      [a, b],
      [a, b, c, d, d],
      [a, b, c, Buffer.concat([d, Buffer.alloc(1)])],
      [a, b, c, d.subarray(0, -1)],
      [a, b, c, Buffer.alloc(0)],
      [d],
    ];
    for (const pieces of tampered) {
      expect(openChunks(key, Buffer.concat(pieces), 'row')).toBeUndefined();
    }
    expect(openChunks(key, Buffer.alloc(0), 'row')).toBeUndefined();
  });

  test('neither another key nor another row opens it', () => {
    expect(openChunks(randomBytes(32), sealed, 'row')).toBeUndefined();
    expect(openChunks(key, sealed, 'another row')).toBeUndefined();
  });

  test('looks like random bytes, also when what is inside does not', () => {
    const zeros = Buffer.concat([...sealChunks(key, Buffer.alloc(chunkBytes * 4), 'row')]);
    for (let at = 0; at + 4096 <= zeros.length; at += 4096) {
      expect(entropyOf(zeros.subarray(at, at + 4096))).toBeGreaterThan(7.9);
    }
  });
});

/** Bits a byte. */
function entropyOf(bytes: Uint8Array): number {
  const counts = new Map<number, number>();
  for (const byte of bytes) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  return [...counts.values()]
    .map((count) => count / bytes.length)
    .reduce((bits, share) => bits - share * Math.log2(share), 0);
}
