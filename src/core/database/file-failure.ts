import type { ErrorCode } from '#api/errors.ts';

const CODES: [RegExp, ErrorCode][] = [
  // The second: no room for the index of the log, which SQLite makes as it opens the file.
  [/^SQLITE_FULL|^SQLITE_IOERR_SHMSIZE|^ENOSPC$|^EDQUOT$/, 'disk_full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'register_in_use'],
  // While it is open, a page that cannot be decrypted is a damaged one.
  [/^SQLITE_(CORRUPT|NOTADB)/, 'register_damaged'],
  [/^SQLITE_(CANTOPEN|READONLY|PERM)|^EACCES$|^EPERM$|^EROFS$/, 'folder_not_writable'],
  [/^SQLITE_IOERR|^EIO$/, 'disk_failed'],
];

/** What the disk or the register file refused, as a code; undefined for every other failure. */
export function codeOfFileFailure(failure: unknown): ErrorCode | undefined {
  const code = String((failure as { code?: unknown } | null)?.code ?? '');
  return CODES.find(([pattern]) => pattern.test(code))?.[1];
}
