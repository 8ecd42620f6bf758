/*
 * Kinds of file that may be kept with a person's papers. The kind is read from the bytes and never from the
 * name: a program called permit.pdf must not come in, and nothing kept here is ever started. Pictures, PDF
 * and plain text are shown inside the program; office files and signed envelopes are kept and can only be
 * saved outside, because opening them would hand a person's papers to another program.
 */

const ENDINGS = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/pkcs7-mime': 'p7m',
} as const;

export type MediaType = keyof typeof ENDINGS;

export const mediaTypes = Object.keys(ENDINGS) as [MediaType, ...MediaType[]];
export const fileEndings = Object.values(ENDINGS);
export type FileEnding = (typeof fileEndings)[number];

export function endingOf(mediaType: MediaType): FileEnding {
  return ENDINGS[mediaType];
}

export function isPicture(mediaType: MediaType): boolean {
  return mediaType.startsWith('image/');
}

/** What the program itself can show. */
export function isShown(mediaType: MediaType): boolean {
  return isPicture(mediaType) || mediaType === 'application/pdf' || mediaType === 'text/plain';
}
