import { z } from 'zod';

export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** A document as it would be printed. */
export const typesetPdf = z.strictObject({
  bytes,
  pageCount: z.int(),
  /** A name for the save dialog that says nothing about the person. */
  suggestedName: z.string(),
});
