/*
 * The file of a backup. It begins with sixteen bytes, "APPRODO BACKUP 1"; then come its members, one after
 * the other, and nothing else:
 *
 *   kind     1 byte    1 keyring, 2 database, 3 attachment, 4 manifest
 *   id      16 bytes   of an attachment, the name it is stored under; zero otherwise
 *   size     8 bytes   big-endian
 *   bytes
 *   check   32 bytes   SHA-256 of everything above
 *
 * Order: keyring, database, attachments by their id, manifest. Database and attachments are encrypted
 * already; the keyring is what restoring needs before anybody has typed anything; the manifest is sealed
 * under a key of the register and says what the other members must be. There is no room for a path, so no
 * copy can name one. It is written and read from front to back, with a megabyte in memory.
 */
import { createHash, type Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { ProcedureError } from '#api/errors.ts';

const NAME = 'APPRODO BACKUP ';
const VERSION = '1';
const MAGIC = Buffer.from(NAME + VERSION, 'ascii');
const HEADER_BYTES = 25;
const CHECK_BYTES = 32;
const CHUNK_BYTES = 1024 * 1024;
/** More than any register will ever have; a file that claims more is refused before it is walked through. */
const MOST_MEMBERS = 100_000;

const memberKinds = ['keyring', 'database', 'attachment', 'manifest'] as const;
type MemberKind = (typeof memberKinds)[number];

export interface MemberHead {
  kind: MemberKind;
  /** 32 hexadecimal digits. */
  id: string;
  size: number;
}

/** Where a member's bytes stand in the file. */
export interface Member extends MemberHead {
  offset: number;
}

export const noId = '0'.repeat(32);

/** Takes the bytes of a member, in order. */
export type Sink = (chunk: Uint8Array) => Promise<void>;

/** Told now and then how many bytes were read or written; stops the work by throwing. */
export type OnBytes = (count: number) => void;

function headerOf({ kind, id, size }: MemberHead): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(memberKinds.indexOf(kind) + 1, 0);
  header.write(id, 1, 16, 'hex');
  header.writeBigUInt64BE(BigInt(size), 17);
  return header;
}

/** Appends members to a file that was just created. */
export class ContainerWriter {
  readonly #file: FileHandle;
  readonly #onBytes: OnBytes;

  constructor(file: FileHandle, onBytes: OnBytes) {
    this.#file = file;
    this.#onBytes = onBytes;
  }

  async begin(): Promise<void> {
    await this.#file.writeFile(MAGIC);
  }

  /** Returns the check, in hexadecimal digits. Throws when `source` yields more or fewer bytes than `size`. */
  async add(
    head: MemberHead,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<string> {
    const header = headerOf(head);
    const hash = createHash('sha256').update(header);
    await this.#file.writeFile(header);
    let written = 0;
    for await (const chunk of source) {
      hash.update(chunk);
      await this.#file.writeFile(chunk);
      written += chunk.length;
      this.#onBytes(chunk.length);
    }
    if (written !== head.size) throw new RangeError('a member changed while it was copied');
    const check = hash.digest();
    await this.#file.writeFile(check);
    return check.toString('hex');
  }
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  if (bytesRead !== length) throw new ProcedureError('backup_incomplete');
  return buffer;
}

async function checkMagic(file: FileHandle): Promise<void> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
  const text = buffer.toString('ascii', 0, bytesRead);
  if (!text.startsWith(NAME)) throw new ProcedureError('backup_not_ours');
  if (/^[2-9]$/.test(text.slice(NAME.length))) throw new ProcedureError('backup_newer');
  if (!buffer.equals(MAGIC)) throw new ProcedureError('backup_damaged', { part: 'order' });
}

function parseHeader(header: Buffer): MemberHead {
  const kind = memberKinds[header.readUInt8(0) - 1];
  const size = header.readBigUInt64BE(17);
  if (!kind) throw new ProcedureError('backup_damaged', { part: 'order' });
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) throw new ProcedureError('backup_incomplete');
  return { kind, id: header.toString('hex', 1, 17), size: Number(size) };
}

/** Exactly one of each but attachments, in the order they are written, and no attachment twice. */
function checkOrder(members: Member[]): void {
  const [first, second, ...rest] = members;
  const last = rest.pop();
  const isOrdered =
    first?.kind === 'keyring' &&
    second?.kind === 'database' &&
    last?.kind === 'manifest' &&
    rest.every(
      ({ kind, id }, index) => kind === 'attachment' && id > (rest[index - 1]?.id ?? noId),
    );
  if (!isOrdered) throw new ProcedureError('backup_damaged', { part: 'order' });
}

/**
 * The members of a file, by their headers alone. Fails with `backup_not_ours`, `backup_newer`,
 * `backup_incomplete` (cut short) or `backup_damaged`.
 */
export async function readOrder(file: FileHandle): Promise<Member[]> {
  const { size: end } = await file.stat();
  await checkMagic(file);
  const members: Member[] = [];
  let offset = MAGIC.length;
  while (offset < end) {
    if (members.length === MOST_MEMBERS || members.at(-1)?.kind === 'manifest') {
      throw new ProcedureError('backup_damaged', { part: 'order' });
    }
    const head = parseHeader(await readAt(file, offset, HEADER_BYTES));
    members.push({ ...head, offset: offset + HEADER_BYTES });
    offset += HEADER_BYTES + head.size + CHECK_BYTES;
    if (offset > end) throw new ProcedureError('backup_incomplete');
  }
  // Cut exactly between two members it would otherwise look whole.
  if (members.at(-1)?.kind !== 'manifest') throw new ProcedureError('backup_incomplete');
  checkOrder(members);
  return members;
}

async function* chunksOf(file: FileHandle, { offset, size }: Member): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; done += CHUNK_BYTES) {
    yield await readAt(file, offset + done, Math.min(CHUNK_BYTES, size - done));
  }
}

async function endCheck(file: FileHandle, member: Member, hash: Hash): Promise<string> {
  const check = await readAt(file, member.offset + member.size, CHECK_BYTES);
  const computed = hash.digest();
  if (!computed.equals(check)) throw new ProcedureError('backup_damaged', { part: member.kind });
  return computed.toString('hex');
}

/** Reads one member, into `sink` if there is one, and returns its check. Fails with `backup_damaged`. */
export async function readMember(
  file: FileHandle,
  member: Member,
  { sink, onBytes }: { sink?: Sink | undefined; onBytes: OnBytes },
): Promise<string> {
  const hash = createHash('sha256').update(headerOf(member));
  for await (const chunk of chunksOf(file, member)) {
    hash.update(chunk);
    await sink?.(chunk);
    onBytes(chunk.length);
  }
  return endCheck(file, member, hash);
}

/** The bytes and the check of a small member. Fails with `backup_damaged`, also when it is too large. */
export async function readWhole(
  file: FileHandle,
  member: Member,
  maxBytes: number,
): Promise<{ bytes: Buffer; check: string }> {
  if (member.size > maxBytes) throw new ProcedureError('backup_damaged', { part: member.kind });
  const bytes = await readAt(file, member.offset, member.size);
  const hash = createHash('sha256').update(headerOf(member)).update(bytes);
  return { bytes, check: await endCheck(file, member, hash) };
}
