import { type ErrorCode, ProcedureError } from '#api/errors.ts';

type Refusal = Extract<ErrorCode, `attachment_${string}` | 'picture_too_large'>;

/** Ends the reading of a file with the reason why it is not taken in. */
export function refuseFile(reason: Refusal): never {
  throw new ProcedureError(reason);
}

/** For bytes that are not what their beginning promised: cut off on the way, or made to mislead. */
export function broken(): never {
  return refuseFile('attachment_broken');
}
