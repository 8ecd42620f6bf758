/*
 * A disk whose power fails. What was synced is there; of what was written since, anything may be: nothing, all
 * of it, its beginning, some of the writes, some of the 512-byte sectors of a write. A name (created, renamed,
 * removed) is certain once its folder was synced; before, a journalling file system keeps the order of such
 * changes, so that any number of the first of them may have happened.
 */
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { DiskEvent } from './record-writes.ts';

const SECTOR = 512;

export const losses = ['nothingMore', 'everything', 'beginning', 'some', 'torn'] as const;
export type Loss = (typeof losses)[number];

type Change = { bytes: Buffer; at: number } | { length: number };

interface Inode {
  durable: Buffer;
  pending: Change[];
}

interface Naming {
  folder: string;
  apply(names: Map<string, Inode>): void;
}

function changed(content: Buffer, change: Change): Buffer {
  if ('length' in change) {
    if (change.length <= content.length) return content.subarray(0, change.length);
    return Buffer.concat([content, Buffer.alloc(change.length - content.length)]);
  }
  const end = change.at + change.bytes.length;
  const next = end > content.length ? Buffer.alloc(end) : Buffer.from(content);
  if (end > content.length) content.copy(next);
  change.bytes.copy(next, change.at);
  return next;
}

/** In place where nothing has to grow: a file of some megabytes is changed thousands of times. */
function applyAll(content: Buffer, changes: Change[]): Buffer {
  const end = changes.reduce(
    (most, one) => ('length' in one ? most : Math.max(most, one.at + one.bytes.length)),
    0,
  );
  if (changes.some((one) => 'length' in one)) return changes.reduce(changed, content);
  const next = Buffer.alloc(Math.max(content.length, end));
  content.copy(next);
  for (const change of changes) if ('at' in change) change.bytes.copy(next, change.at);
  return next;
}

function tornPieces({ bytes, at }: { bytes: Buffer; at: number }, random: () => number): Change[] {
  const pieces: Change[] = [];
  for (let from = 0; from < bytes.length; ) {
    // Sectors are counted from the beginning of the file, not of the write.
    const to = Math.min(bytes.length, from + SECTOR - ((at + from) % SECTOR));
    if (random() < 0.5) pieces.push({ bytes: bytes.subarray(from, to), at: at + from });
    from = to;
  }
  return pieces;
}

function surviving(pending: Change[], loss: Loss, random: () => number): Change[] {
  if (loss === 'nothingMore') return [];
  if (loss === 'everything') return pending;
  if (loss === 'beginning') return pending.slice(0, Math.floor(random() * (pending.length + 1)));
  const some = pending.filter(() => random() < 0.5);
  if (loss === 'some') return some;
  return some.flatMap((one) => ('length' in one ? [one] : tornPieces(one, random)));
}

export class Disk {
  readonly #folder: string;
  readonly #names = new Map<string, Inode>();
  readonly #durableNames: Map<string, Inode>;
  readonly #open = new Map<number, { path: string; inode?: Inode; at: number }>();
  #naming: Naming[] = [];
  /** What the program said so far. */
  said = '';

  /** `files`: what was in the folder, synced, before the recording began. */
  constructor(folder: string, files: ReadonlyMap<string, Buffer>) {
    this.#folder = folder;
    for (const [path, durable] of files) {
      this.#names.set(path, { durable, pending: [] });
    }
    this.#durableNames = new Map(this.#names);
  }

  play(event: DiskEvent): void {
    switch (event.kind) {
      case 'said':
        this.said += event.text;
        break;
      case 'open':
        this.#opened(event);
        break;
      case 'close':
        this.#open.delete(event.fd);
        break;
      case 'write':
        this.#write(event);
        break;
      case 'truncate':
        this.#inodeOf(event.fd).pending.push({ length: event.length });
        break;
      case 'sync':
        this.#sync(event.fd);
        break;
      case 'mkdir':
        break;
      case 'rename':
        this.#rename(event.from, event.to);
        break;
      case 'unlink':
        this.#name(event.path, undefined);
        break;
    }
  }

  #opened({ fd, path, creates, truncates }: Extract<DiskEvent, { kind: 'open' }>): void {
    let inode = this.#names.get(path);
    if (!inode && creates) {
      inode = { durable: Buffer.alloc(0), pending: [] };
      this.#name(path, inode);
    }
    if (truncates) inode?.pending.push({ length: 0 });
    this.#open.set(fd, { path, at: 0, ...(inode ? { inode } : {}) });
  }

  #inodeOf(fd: number): Inode {
    const inode = this.#open.get(fd)?.inode;
    if (!inode) throw new Error('a write to something that is not a file');
    return inode;
  }

  #write({ fd, bytes, at }: Extract<DiskEvent, { kind: 'write' }>): void {
    const inode = this.#inodeOf(fd);
    const descriptor = this.#open.get(fd);
    const place = at ?? descriptor?.at ?? 0;
    if (at === undefined && descriptor) descriptor.at += bytes.length;
    inode.pending.push({ bytes, at: place });
  }

  #sync(fd: number): void {
    const { path, inode } = this.#open.get(fd) ?? { path: '' };
    if (inode) {
      inode.durable = applyAll(inode.durable, inode.pending);
      inode.pending = [];
      return;
    }
    for (const one of this.#naming) if (one.folder === path) one.apply(this.#durableNames);
    this.#naming = this.#naming.filter((one) => one.folder !== path);
  }

  #name(path: string, inode: Inode | undefined): void {
    this.#change(dirname(path), (names) => {
      if (inode) names.set(path, inode);
      else names.delete(path);
    });
  }

  #rename(from: string, to: string): void {
    const inode = this.#names.get(from);
    if (!inode) throw new Error('something was renamed that is not there');
    this.#change(dirname(to), (names) => {
      names.delete(from);
      names.set(to, inode);
    });
  }

  #change(folder: string, apply: (names: Map<string, Inode>) => void): void {
    apply(this.#names);
    this.#naming.push({ folder, apply });
  }

  /** True when a power failure now could leave something undone. */
  get isAtRisk(): boolean {
    return (
      this.#naming.length > 0 || [...this.#names.values()].some((one) => one.pending.length > 0)
    );
  }

  /** Writes into `target` what a machine finds there after its power failed now. */
  async leaveAfterCut(target: string, loss: Loss, random: () => number): Promise<void> {
    const names = new Map(this.#durableNames);
    const happened =
      loss === 'nothingMore'
        ? 0
        : loss === 'everything'
          ? this.#naming.length
          : Math.floor(random() * (this.#naming.length + 1));
    for (const one of this.#naming.slice(0, happened)) one.apply(names);
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { mode: 0o700, recursive: true });
    for (const [path, { durable, pending }] of names) {
      const place = join(target, relative(this.#folder, path));
      await mkdir(dirname(place), { mode: 0o700, recursive: true });
      const content = applyAll(durable, surviving(pending, loss, random));
      await writeFile(place, content, { mode: 0o600 });
      await chmod(place, 0o600);
    }
  }
}
