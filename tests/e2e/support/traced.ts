import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runtimePath } from './launch.ts';

/** Which calls could reach another computer; what the filter leaves out costs nothing. */
const CALLS = 'trace=connect,sendto,sendmsg,sendmmsg';

/**
 * Chromium's network service asks the kernel once whether there is a way to IPv6, by connecting a datagram socket
 * to this address. That sends nothing: the kernel looks into its own table. No switch stops it; if anything were
 * ever sent over such a socket, it would be among the calls.
 */
const ROUTE_QUESTION = /connect\(\d+<UDPv6:.*AF_INET6.*"2001:4860:4860::8888"/;
/** Playwright itself, which speaks to the program through its debugging port on this computer. */
const BY_PLAYWRIGHT = /<TCP:\[127\.0\.0\.1:\d+->127\.0\.0\.1:\d+\]>/;

export interface Trace {
  /** To be started instead of Electron. */
  program: string;
  /** Calls that lead to the internet: with an address of it, or over a socket of it. */
  internetCalls(): Promise<string[]>;
  /** All that were recorded: a trace that saw nothing proves nothing. */
  allCalls(): Promise<string[]>;
}

function leadsToTheInternet(line: string): boolean {
  if (ROUTE_QUESTION.test(line)) return false;
  if (/AF_INET6?\b/.test(line)) return true;
  return /^\d+ +\w+\(\d+<(UDP|TCP|RAW)/.test(line) && !BY_PLAYWRIGHT.test(line);
}

/** Records whom Electron and all its processes call. */
export async function tracedElectron(folder: string): Promise<Trace> {
  const program = join(folder, 'traced-electron');
  const record = join(folder, 'calls.txt');
  await writeFile(
    program,
    `#!/bin/sh
exec strace -f -yy --seccomp-bpf -qq -e signal=none -e ${CALLS} -o '${record}' -- '${runtimePath()}' "$@"
`,
  );
  await chmod(program, 0o755);
  const allCalls = async () => (await readFile(record, 'utf8')).split('\n').filter(Boolean);
  return {
    program,
    allCalls,
    internetCalls: async () => (await allCalls()).filter(leadsToTheInternet),
  };
}
