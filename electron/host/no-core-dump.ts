/**
 * When a process dies of a fault the system may write its memory to the disk, keys and records with it. Linux
 * asks each process which parts of its memory belong into that file (core(5)); the answer here is none.
 * A process that is started from this one answers the same. Windows and macOS have no such question to answer.
 */
import { writeFileSync } from 'node:fs';

if (process.platform === 'linux') {
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // A system without /proc; it has no such dumps either.
  }
}
