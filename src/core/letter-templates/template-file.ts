/*
 * A template as a file, to pass between associations. A file comes from anywhere: it is small or refused, it is
 * JSON with exactly the fields a version has, it may change words only, and no word of it may reach a fact
 * that the recipient's minimum data set leaves out. Whatever is wrong is said with its place in the file.
 */
import { z } from 'zod';
import { ProcedureError } from '#api/errors.ts';
import { type OwnTexts, ownTexts } from '#domain/letters/letter-template.ts';

const KIND = 'approdo-letter-template';
export const MOST_BYTES = 200_000;

const templateFile = z.strictObject({
  kind: z.literal(KIND),
  format: z.literal(1),
  code: z.string().max(8),
  texts: ownTexts,
});

export function writeTemplateFile(code: string, texts: OwnTexts): Uint8Array {
  const file = { kind: KIND, format: 1, code, texts };
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

const MOST_PLACES = 5;

/** The error that names the places. */
export function notValid(places: readonly string[]): ProcedureError {
  const shown = places.slice(0, MOST_PLACES).map((place) => place.slice(0, 160));
  return new ProcedureError('template_not_valid', { places: shown.join('; ') });
}

/** Fails with `template_not_valid`. */
export function readTemplateFile(bytes: Uint8Array): { code: string; texts: OwnTexts } {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw notValid(['JSON']);
  }
  const result = templateFile.safeParse(content);
  if (result.success) return result.data;
  throw notValid(
    result.error.issues.map(({ path, message }) => `${path.join('.') || 'JSON'}: ${message}`),
  );
}
