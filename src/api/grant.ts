import { z } from 'zod';

/** Leave to write or to read one file, given by a dialog; the page never names a path. */
export const grant = z.string().min(8).max(80);

/** Files of a report that is sent; the last one is for a lead partner who adds up several. */
export const releaseFormats = ['xlsx', 'csv', 'pdf', 'json'] as const;
export type ReleaseFormat = (typeof releaseFormats)[number];
