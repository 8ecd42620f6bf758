/* What Linux tells root about other processes: their memory and the files they hold open, deleted ones too. */
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
} from 'node:fs';
import type { NeedleFinder } from './find-needles.ts';

const PIECE = 16 * 1024 * 1024;
/** Longer than any needle, so that none is missed where two pieces meet. */
const OVERLAP = 512;

/** Which part of the program it is, as its command line says. */
export function kindOf(pid: number): string {
  const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  const type = /--type=([\w-]+)/.exec(line)?.[1];
  const service = /--utility-sub-type=([\w.]+)/.exec(line)?.[1];
  return [type ?? 'main', service].filter((one) => one !== undefined).join(' ');
}

/** Parts of the memory that hold what the program made, not its own code. */
function regionsOf(pid: number): { start: number; end: number }[] {
  return readFileSync(`/proc/${pid}/maps`, 'latin1')
    .split('\n')
    .flatMap((line) => {
      const [, start = '', end = '', mode = '', place = ''] =
        /^(\w+)-(\w+) (\S+) \S+ \S+ \S+ *(.*)$/.exec(line) ?? [];
      const isFile = place.startsWith('/') && !/^\/(dev\/shm|memfd)/.test(place);
      if (!mode.startsWith('r') || place.startsWith('[v') || (isFile && mode[1] !== 'w')) return [];
      return [{ start: Number.parseInt(start, 16), end: Number.parseInt(end, 16) }];
    });
}

/** Runs through so many bytes, piece by piece. */
function searchPieces(
  { length, read }: { length: number; read: (piece: Buffer, offset: number) => number },
  finder: NeedleFinder,
  found: Map<string, number>,
): void {
  const piece = Buffer.alloc(Math.min(PIECE + OVERLAP, length));
  for (let at = 0; at < length; at += PIECE) {
    finder.find(piece.subarray(0, read(piece, at)), found);
  }
}

/** Everything in the memory of a process that is one of the needles; null when it has ended. */
export function searchMemory(pid: number, finder: NeedleFinder): Map<string, number> | null {
  const found = new Map<string, number>();
  let memory: number;
  try {
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return null;
  }
  try {
    for (const { start, end } of regionsOf(pid)) {
      const read = (piece: Buffer, offset: number) => {
        const size = Math.max(0, Math.min(piece.length, end - start - offset));
        try {
          return readSync(memory, piece, 0, size, start + offset);
        } catch {
          // A page that the kernel does not give out, or that is gone by now.
          return 0;
        }
      };
      searchPieces({ length: end - start, read }, finder, found);
    }
  } finally {
    closeSync(memory);
  }
  return found;
}

export interface OpenFile {
  /** By which it can be read even when its name is gone. */
  link: string;
  path: string;
  isDeleted: boolean;
}

/** Files that a process holds open and could have written to a disk, whether or not they still have a name. */
export function openFilesOf(pid: number): OpenFile[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((number) => {
    const link = `/proc/${pid}/fd/${number}`;
    try {
      const target = readlinkSync(link);
      if (!target.startsWith('/') || /^\/(dev\/(?!shm)|proc|sys|memfd:)/.test(target)) return [];
      const path = target.replace(/ \(deleted\)$/, '');
      return [{ link, path, isDeleted: path !== target }];
    } catch {
      return [];
    }
  });
}

/** Looks through a file; by the link of a descriptor also when its name is gone. */
export function searchFile(path: string, finder: NeedleFinder): Map<string, number> {
  const found = new Map<string, number>();
  const file = openSync(path, 'r');
  try {
    const facts = fstatSync(file);
    if (facts.isFile()) {
      const read = (piece: Buffer, at: number) => readSync(file, piece, 0, piece.length, at);
      searchPieces({ length: facts.size, read }, finder, found);
    }
  } finally {
    closeSync(file);
  }
  return found;
}
