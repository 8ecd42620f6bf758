import { ProcedureError } from '#api/errors.ts';
import { examineFile } from './examine-file.ts';

/** Only a small JPEG: the page makes thumbnails, and a page could be made to send anything. */
export function checkThumbnail(bytes: Uint8Array): Uint8Array {
  const file = examineFile(bytes);
  if (file.mediaType !== 'image/jpeg') throw new ProcedureError('attachment_refused');
  return file.bytes;
}
