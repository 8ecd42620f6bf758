import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestCore } from './open-core.ts';
import { temporaryFolder } from './temporary-folder.ts';

let count = 0;

/** A grant as a dialog would give it. */
export function granted(test: Pick<TestCore, 'files'>, path: string, use: 'read' | 'folder') {
  const grant = `chosen-in-a-dialog-${count++}`;
  test.files.grant(grant, path, use);
  return grant;
}

/** A place for copies, and one copy in it. */
export async function firstBackup(test: TestCore): Promise<{ place: string; path: string }> {
  const place = await temporaryFolder();
  await test.client.backups.savePlace({ grant: granted(test, place, 'folder') });
  const { fileName } = await test.client.backups.create({});
  return { place, path: join(place, fileName) };
}

const HEADER_BYTES = 25;
const CHECK_BYTES = 32;

export interface RawMember {
  kind: number;
  id: string;
  /** Of its header in the file. */
  start: number;
  /** Of its bytes. */
  from: number;
  size: number;
  /** Where the next one begins. */
  end: number;
}

/** The members of a backup, by the description of the format and not by the program that writes it. */
export function membersOf(bytes: Buffer): RawMember[] {
  const members: RawMember[] = [];
  for (let start = 16; start < bytes.length; ) {
    const size = Number(bytes.readBigUInt64BE(start + 17));
    const from = start + HEADER_BYTES;
    const end = from + size + CHECK_BYTES;
    const id = bytes.toString('hex', start + 1, start + 17);
    members.push({ kind: bytes.readUInt8(start), id, start, from, size, end });
    start = end;
  }
  return members;
}

export async function readBackup(path: string): Promise<{ bytes: Buffer; members: RawMember[] }> {
  const bytes = await readFile(path);
  return { bytes, members: membersOf(bytes) };
}
