import type { z } from 'zod';
import type { CoreContext } from '../context.ts';
import { openInPlace, type RestrictedPlace, sealInPlace } from './restricted.ts';

/** A value of the restricted tier as the bytes that stand in its place. */
export function sealJson(
  context: CoreContext,
  caseKey: Buffer,
  place: RestrictedPlace,
  value: object,
): Buffer {
  const plain = Buffer.from(JSON.stringify(value), 'utf8');
  const sealed = sealInPlace(context, caseKey, place, plain);
  plain.fill(0);
  return sealed;
}

/** Fails with `register_damaged` when the bytes were not sealed for this place. */
export function openJson<Schema extends z.ZodType>(
  context: CoreContext,
  caseKey: Buffer,
  { place, sealed, schema }: { place: RestrictedPlace; sealed: Uint8Array; schema: Schema },
): z.output<Schema> {
  const plain = openInPlace(context, caseKey, place, sealed);
  return schema.parse(JSON.parse(plain.toString('utf8')));
}
