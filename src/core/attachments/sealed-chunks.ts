/*
 * A large attachment as it lies beside the register: pieces of 64 KiB, each AES-256-GCM under a key that
 * belongs to this file alone, numbered, the last one marked as last (the STREAM construction, as age uses
 * it). So a changed bit, pieces that change places, a file cut short or continued are all noticed before a
 * byte of it is shown. There is no header: somebody without the register sees random bytes.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

export const chunkBytes = 64 * 1024;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/** Eleven bytes of counter and one that says "last". Never repeats: a key seals one file, once. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

export function sealedLength(byteCount: number): number {
  return byteCount + Math.ceil(byteCount / chunkBytes) * TAG_BYTES;
}

/** `key` has 32 bytes and has sealed nothing before; `bound` is authenticated with every piece. */
export function* sealChunks(key: Uint8Array, plain: Uint8Array, bound: string): Generator<Buffer> {
  const count = Math.ceil(plain.length / chunkBytes);
  for (let index = 0; index < count; index++) {
    const cipher = createCipheriv(ALGORITHM, key, nonceOf(index, index === count - 1));
    cipher.setAAD(Buffer.from(bound, 'utf8'));
    const piece = plain.subarray(index * chunkBytes, (index + 1) * chunkBytes);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/** The plain bytes, or undefined unless every piece is there, whole and in its place. */
export function openChunks(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer | undefined {
  const sealedChunk = chunkBytes + TAG_BYTES;
  const count = Math.ceil(sealed.length / sealedChunk);
  const pieces: Buffer[] = [];
  for (let index = 0; index < count; index++) {
    const piece = sealed.subarray(index * sealedChunk, (index + 1) * sealedChunk);
    if (piece.length <= TAG_BYTES) return undefined;
    const decipher = createDecipheriv(ALGORITHM, key, nonceOf(index, index === count - 1));
    decipher.setAAD(Buffer.from(bound, 'utf8'));
    decipher.setAuthTag(piece.subarray(piece.length - TAG_BYTES));
    try {
      const plain = decipher.update(piece.subarray(0, piece.length - TAG_BYTES));
      pieces.push(plain, decipher.final());
    } catch {
      return undefined;
    }
  }
  return pieces.length === 0 ? undefined : Buffer.concat(pieces);
}
