import { z } from 'zod';

export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A document as it would be printed. */
export const typesetPdf = z.strictObject({
  bytes,
  pageCount: z.int(),
  /** A name for the save dialog that says nothing about the person. */
  suggestedName: z.string(),
  /** Characters no font has: the document can be looked at, and neither saved nor printed. */
  missingCharacters: z.array(z.string()).optional(),
});

/** Asks for a password on the file, for one that is sent; none for one that is printed or handed over. */
export const withPassword = z.boolean().default(false);

export const writtenPdf = z.strictObject({
  byteCount: z.int(),
  /** Told this once and kept nowhere. */
  password: z.string().optional(),
});
