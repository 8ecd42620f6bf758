/**
 * Whether a file to install comes from whoever publishes the program, and is newer than what runs. Read from two
 * files that somebody brought on a stick; nothing is fetched, nothing is installed. Beside the installer stands a
 * small file of the same name with what it is and an Ed25519 signature (RFC 8032) over exactly that.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';

export const SIGNATURE_ENDING = '.approdo-signature';
/** A signature is a few hundred bytes; more is something else. */
const MOST_BYTES = 4096;

/** What is signed of an installer. */
export interface ReleaseFacts {
  version: string;
  bytes: number;
  sha256: string;
}

export type ReleaseAnswer = 'noKey' | 'noSignature' | 'notOurs' | 'older' | 'same' | 'newer';

/** The words under the signature: one way to write each release, so that no two mean the same. */
export const signedWords = ({ version, bytes, sha256 }: ReleaseFacts): Buffer =>
  Buffer.from(['approdo release 1', version, bytes, sha256, ''].join('\n'), 'utf8');

/** Three numbers; what comes after a hyphen is a trial and never offered as an update. */
const VERSION = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})$/;

function numbersOf(version: string): number[] | undefined {
  return VERSION.exec(version)?.slice(1).map(Number);
}

function compareVersions(one: number[], other: number[]): number {
  for (const [at, number] of one.entries()) {
    const difference = number - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

async function readSignature(path: string): Promise<(ReleaseFacts & { signature: Buffer }) | null> {
  const file = await open(path, 'r').catch(() => undefined);
  try {
    const facts = await file?.stat();
    if (!file || !facts?.isFile() || facts.size > MOST_BYTES) return null;
    const read: unknown = JSON.parse(await file.readFile('utf8'));
    if (typeof read !== 'object' || read === null) return null;
    const { version, bytes, sha256, signature } = read as Record<string, unknown>;
    const isWhole =
      typeof version === 'string' &&
      VERSION.test(version) &&
      typeof bytes === 'number' &&
      Number.isSafeInteger(bytes) &&
      typeof sha256 === 'string' &&
      /^[0-9a-f]{64}$/.test(sha256) &&
      typeof signature === 'string';
    if (!isWhole) return null;
    return { version, bytes, sha256, signature: Buffer.from(signature, 'base64') };
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}

async function measured(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path)) {
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

function isSignedBy(key: string, facts: ReleaseFacts, signature: Buffer): boolean {
  try {
    const publicKey = createPublicKey({
      key: Buffer.from(key, 'base64'),
      format: 'der',
      type: 'spki',
    });
    return (
      publicKey.asymmetricKeyType === 'ed25519' &&
      verify(null, signedWords(facts), publicKey, signature)
    );
  } catch {
    return false;
  }
}

/** The public keys that came with the program. */
export async function releaseKeys(path: string): Promise<string[]> {
  const { keys } = JSON.parse(await readFile(path, 'utf8')) as { keys: string[] };
  return keys;
}

/**
 * `path` is the installer. The version is told only where the signature holds: before that it is anybody's word.
 * Nothing is thrown for a file that is not what it should be.
 */
export async function checkRelease(
  path: string,
  own: { version: string; keys: string[] },
): Promise<{ answer: ReleaseAnswer; version: string | null }> {
  const nothing = (answer: ReleaseAnswer) => ({ answer, version: null });
  if (own.keys.length === 0) return nothing('noKey');
  const signed = await readSignature(`${path}${SIGNATURE_ENDING}`);
  if (!signed) return nothing('noSignature');
  const { signature, ...facts } = signed;
  if (!own.keys.some((key) => isSignedBy(key, facts, signature))) return nothing('notOurs');
  const found = await measured(path).catch(() => undefined);
  if (found?.bytes !== facts.bytes || found.sha256 !== facts.sha256) return nothing('notOurs');
  const theirs = numbersOf(facts.version);
  const ours = numbersOf(own.version);
  if (!theirs || !ours) return nothing('notOurs');
  const difference = compareVersions(theirs, ours);
  const answer = difference > 0 ? 'newer' : difference < 0 ? 'older' : 'same';
  return { answer, version: facts.version };
}
