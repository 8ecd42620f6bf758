import { z } from 'zod';

/** A code of one of our own lists. Lists can grow, so membership is checked against the loaded data. */
export const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/);

/** ISO 3166-1 alpha-3, or the ICAO codes for stateless people and refugees. */
export const countryCode = z.string().regex(/^[A-Z]{3}$/);

/** ISO 639-3. */
export const languageCode = z.string().regex(/^[a-z]{3}$/);
