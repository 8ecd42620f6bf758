/*
 * Records everything that Electron and all its processes write to files, as the kernel saw it: the bytes, and every
 * name that was made. What goes over sockets and pipes from one of its processes to another is no file.
 */
import { createReadStream } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { runtimePath } from './launch.ts';

const WRITES =
  'write,pwrite64,writev,pwritev,pwritev2,ftruncate,fallocate,sendfile,copy_file_range';
const NAMES =
  'open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,link,linkat,symlink,symlinkat';

interface Written {
  /** Of the file, as far as the call names one. */
  path: string;
  call: string;
  bytes: Buffer;
}

export interface TraceOfWrites {
  /** To be started instead of Electron. */
  program: string;
  /** In the order of the calls. Those that failed wrote nothing. */
  writes(): AsyncGenerator<Written>;
}

const decode = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
const plain = (text: string) =>
  text.replace(/(?:\\x[0-9a-f]{2})+/g, (hex) => decode(hex).toString('utf8'));
const WRITING = /O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)/;
/** A descriptor with what it is; a file is named by its path. */
const DESCRIPTOR = /^(?:AT_FDCWD|\d+)<((?:[^>\\]|\\.)*)>/;

/** The calls of one line of the record; two for a file that gets another name. */
function writesIn(line: string): Written[] {
  const [, call = '', args = ''] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? [];
  if (call === '' || / = -1 E[A-Z]+/.test(line)) return [];
  const described = plain(DESCRIPTOR.exec(args)?.[1] ?? '').replace(/ ?\(deleted\)$/, '');
  const strings = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => decode(hex));
  if (WRITES.split(',').includes(call)) {
    if (!described.startsWith('/')) return [];
    return [{ path: described, call, bytes: Buffer.concat(strings) }];
  }
  if (call.startsWith('open') && !WRITING.test(args)) return [];
  // What a symbolic link leads to is what is written in it, not a name that is made.
  const made = call.startsWith('symlink') ? strings.slice(1) : strings;
  return made.map((name) => {
    const path = name.toString('utf8');
    return {
      path: isAbsolute(path) ? path : resolve(described || '/', path),
      call,
      bytes: Buffer.concat(strings),
    };
  });
}

export async function tracedWrites(folder: string): Promise<TraceOfWrites> {
  const program = join(folder, 'traced-electron');
  const record = join(folder, 'writes.txt');
  const options = '-f -y -xx -s 40000000 --seccomp-bpf -qq -e signal=none';
  await writeFile(
    program,
    `#!/bin/sh
exec strace ${options} -e trace=${WRITES},${NAMES} -o '${record}' -- '${runtimePath()}' "$@"
`,
  );
  await chmod(program, 0o755);
  return {
    program,
    async *writes() {
      const lines = createInterface({ input: createReadStream(record, 'latin1') });
      for await (const line of lines) yield* writesIn(line);
    },
  };
}
