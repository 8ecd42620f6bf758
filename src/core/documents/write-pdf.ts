import { generatePassword } from '#typesetting/finished/lock-pdf.ts';
import type { CoreContext } from '../context.ts';

interface FileToWrite {
  bytes: Uint8Array;
  grant: string;
  withPassword: boolean;
}

/**
 * Writes a finished document where somebody chose, under a password of its own when it is to be sent. The password
 * is given back once and kept nowhere; `bytes` are those that were written.
 */
export async function writePdf(
  context: CoreContext,
  { bytes, grant, withPassword }: FileToWrite,
): Promise<{ bytes: Uint8Array; written: { byteCount: number; password?: string } }> {
  if (!withPassword) {
    await context.ports.files.write(grant, bytes);
    return { bytes, written: { byteCount: bytes.length } };
  }
  const password = generatePassword();
  const locked = await context.typesetter.lockPdf(bytes, password);
  await context.ports.files.write(grant, locked);
  return { bytes: locked, written: { byteCount: locked.length, password } };
}
