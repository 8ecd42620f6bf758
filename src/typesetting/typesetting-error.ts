const typesettingErrorCodes = [
  'bad_image',
  'bad_svg',
  'bad_color',
  'bad_password',
  'bad_pdf',
  'font_missing',
  'characters_missing',
  'too_large',
  'failed',
  'timeout',
  'cancelled',
] as const;

export type TypesettingErrorCode = (typeof typesettingErrorCodes)[number];

/** The only error that leaves this folder. The message never carries text of the document. */
export class TypesettingError extends Error {
  override readonly name = 'TypesettingError';
  readonly code: TypesettingErrorCode;
  readonly reason: string;

  constructor(code: TypesettingErrorCode, reason: string, options?: { cause: unknown }) {
    super(`${code}: ${reason}`, options);
    this.code = code;
    this.reason = reason;
  }
}
