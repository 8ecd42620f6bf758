import { ProcedureError } from '#api/errors.ts';

const codeOf = (failure: unknown) => {
  const code = (failure as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
};

/** The place of the copies: full, pulled out, read-only. */
export function placeFailure(failure: unknown): ProcedureError {
  // What was just written is not there to be read back: that is about the stick, and no file somebody chose.
  const isGone = failure instanceof ProcedureError && failure.code === 'file_not_read';
  if (failure instanceof ProcedureError && !isGone) return failure;
  return new ProcedureError(
    /^(ENOSPC|EDQUOT)$/.test(codeOf(failure)) ? 'backup_place_full' : 'backup_not_written',
  );
}

/** The disk of the register, or of one that is being restored. */
export function diskFailure(failure: unknown): ProcedureError {
  if (failure instanceof ProcedureError) return failure;
  const isFull = /ENOSPC|EDQUOT|SQLITE_FULL|database or disk is full/.test(
    codeOf(failure) + String(failure),
  );
  return new ProcedureError(isFull ? 'disk_full' : 'folder_not_writable');
}

/** Runs a step and says which disk a failure of it belongs to. */
export async function failingAs<T>(
  name: (failure: unknown) => ProcedureError,
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step();
  } catch (failure) {
    throw name(failure);
  }
}
