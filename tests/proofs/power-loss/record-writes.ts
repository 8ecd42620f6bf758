/*
 * Records what a process does to one folder, as the kernel saw it: every write, every sync and every change of
 * a name, in order, and between them what the process said on standard output. A call this file does not know
 * how to model is an error, not something to pass over: a write that is not recorded is never cut.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type DiskEvent =
  | { kind: 'open'; fd: number; path: string; creates: boolean; truncates: boolean }
  | { kind: 'close'; fd: number }
  /** `at` undefined: where the descriptor stands. */
  | { kind: 'write'; fd: number; bytes: Buffer; at: number | undefined }
  | { kind: 'truncate'; fd: number; length: number }
  | { kind: 'sync'; fd: number }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'unlink'; path: string }
  | { kind: 'mkdir'; path: string }
  | { kind: 'said'; text: string };

const CALLS =
  'open,openat,creat,close,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,' +
  'fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,symlink,' +
  'symlinkat,copy_file_range,sendfile,dup,dup2,dup3';

const decode = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
const STRING = /"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g;

/** Every string among the arguments; one cut short would be a write we do not know. */
function stringsIn(args: string): Buffer[] {
  return [...args.matchAll(STRING)].map(([, hex = '', cut]) => {
    if (cut) throw new Error('a write longer than was recorded');
    return decode(hex);
  });
}

const numberAfterStrings = (args: string, fromEnd: number) =>
  Number(
    args
      .split(', ')
      .at(-fromEnd)
      ?.replace(/[^\d-]/g, ''),
  );

/** What one finished call did below `folder`; undefined when it did nothing there. */
function eventOf(
  { name, args, result }: { name: string; args: string; result: number },
  { folder, ours }: { folder: string; ours: Set<number> },
): DiskEvent | undefined {
  const fd = Number.parseInt(args, 10);
  const isInside = (path: string) => path === folder || path.startsWith(`${folder}/`);
  const paths = () => stringsIn(args).map((bytes) => bytes.toString('utf8'));
  switch (name) {
    case 'open':
    case 'openat':
    case 'creat': {
      const [path = ''] = paths();
      if (!isInside(path)) return undefined;
      ours.add(result);
      const creates = name === 'creat' || args.includes('O_CREAT');
      return { kind: 'open', fd: result, path, creates, truncates: args.includes('O_TRUNC') };
    }
    case 'close':
      return ours.delete(fd) ? { kind: 'close', fd } : undefined;
    case 'fsync':
    case 'fdatasync':
      return ours.has(fd) ? { kind: 'sync', fd } : undefined;
    case 'write':
    case 'writev':
    case 'pwrite64':
    case 'pwritev': {
      if (fd === 1) return { kind: 'said', text: Buffer.concat(stringsIn(args)).toString('utf8') };
      if (!ours.has(fd)) return undefined;
      const bytes = Buffer.concat(stringsIn(args)).subarray(0, result);
      const at = name.startsWith('p') ? numberAfterStrings(args, 1) : undefined;
      return { kind: 'write', fd, bytes, at };
    }
    case 'ftruncate':
      return ours.has(fd)
        ? { kind: 'truncate', fd, length: numberAfterStrings(args, 1) }
        : undefined;
    case 'rename':
    case 'renameat':
    case 'renameat2': {
      const [from = '', to = ''] = paths();
      return isInside(from) || isInside(to) ? { kind: 'rename', from, to } : undefined;
    }
    case 'unlink':
    case 'unlinkat':
    case 'mkdir':
    case 'mkdirat': {
      const [path = ''] = paths();
      if (!isInside(path)) return undefined;
      return { kind: name.startsWith('unlink') ? 'unlink' : 'mkdir', path };
    }
    default: {
      if (ours.has(fd) || paths().some(isInside)) throw new Error(`${name} is not modelled`);
      return undefined;
    }
  }
}

const BEGUN = /^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$/;
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>(.*)$/;
const WHOLE = /^(\d+) +(\w+)\((.*)\) += (-?\d+)/;

async function readTrace(file: string, folder: string): Promise<DiskEvent[]> {
  const events: DiskEvent[] = [];
  const where = { folder, ours: new Set<number>() };
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(file, 'latin1') })) {
    const [, beginner, begins, start] = BEGUN.exec(line) ?? [];
    if (beginner !== undefined) {
      begun.set(beginner, `${beginner} ${begins}(${start}`);
      continue;
    }
    const [, resumer = '', , rest] = RESUMED.exec(line) ?? [];
    const whole = rest === undefined ? line : `${begun.get(resumer)}${rest}`;
    const [, , name = '', args = '', result] = WHOLE.exec(whole) ?? [];
    // Refused, or ended with the process: nothing reached the disk.
    if (result === undefined || Number(result) < 0) continue;
    const event = eventOf({ name, args, result: Number(result) }, where);
    if (event) events.push(event);
  }
  return events;
}

export interface Recording {
  folder: string;
  events: DiskEvent[];
}

/** Runs a TypeScript file to its end and returns all it did to `folder`, which it gets as first argument. */
export async function recordWrites(
  program: string,
  folder: string,
  args: string[] = [],
): Promise<Recording> {
  const trace = join(folder, '..', `trace-${process.pid}-${Date.now()}.txt`);
  const traced = [
    '-f',
    '-qq',
    '-xx',
    '-s',
    '40000000',
    '-e',
    'signal=none',
    '-e',
    `trace=${CALLS}`,
  ];
  const child = spawn(
    'strace',
    [...traced, '-o', trace, '--', process.execPath, program, folder, ...args],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, UV_USE_IO_URING: '0' } },
  );
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  const [code] = await once(child, 'close');
  try {
    if (code !== 0) throw new Error(`the workload ended with ${code}: ${complaints}`);
    return { folder, events: await readTrace(trace, folder) };
  } finally {
    await rm(trace, { force: true });
  }
}
