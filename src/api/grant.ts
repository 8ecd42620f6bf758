import { z } from 'zod';

/** Leave to write or to read one file, given by a dialog; the page never names a path. */
export const grant = z.string().min(8).max(80);

/** Kinds of file a summary can be saved as. */
export const reportFormats = ['xlsx', 'csv', 'pdf'] as const;

/** Files of a report that is sent: those, and the one for a lead partner who adds up several. */
export const releaseFormats = [...reportFormats, 'json'] as const;
export type ReleaseFormat = (typeof releaseFormats)[number];
