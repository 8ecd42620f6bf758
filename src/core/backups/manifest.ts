/*
 * What a backup must hold, sealed under a key that only an open register gives: so nobody else can put
 * together a file that passes for a copy of it, exchange a member for that of another day, or read how many
 * people there are. The keyring, which has to stand open, is bound to it.
 */
import { z } from 'zod';
import { ProcedureError } from '#api/errors.ts';
import { deriveKey, seal, unseal } from '../vault/seal.ts';

export const manifestFormat = 1;
export const maxManifestBytes = 32 * 1024 * 1024;

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const count = z.int().min(0);

const manifestSchema = z.strictObject({
  format: z.literal(manifestFormat),
  vaultId: z.uuid(),
  madeAt: z.iso.datetime(),
  programVersion: z.string().max(40),
  schemaVersion: count,
  /** Rows of each table. */
  counts: z.record(z.string().max(100), count),
  /** Last line of the audit log. */
  auditHead: z.strictObject({ seq: count, mac: z.string().max(64) }).optional(),
  /** Check of each member, in the order of the file. */
  checks: z.strictObject({ keyring: hex(64), database: hex(64) }),
  attachments: z.array(z.strictObject({ id: hex(32), size: count, check: hex(64) })),
  /** Attachments the register knew and that could not be read when the copy was made. */
  missing: z.array(hex(32)),
});
export type Manifest = z.infer<typeof manifestSchema>;

interface Bound {
  vaultId: string;
  keyringCheck: string;
}

const boundTo = ({ vaultId, keyringCheck }: Bound) =>
  ['approdo backup', manifestFormat, vaultId, keyringCheck].join('|');

const manifestKey = (general: Uint8Array) => deriveKey(general, 'backup manifest');

export function sealManifest(general: Uint8Array, manifest: Manifest): Buffer {
  const { vaultId, checks } = manifest;
  const bound = boundTo({ vaultId, keyringCheck: checks.keyring });
  return seal(manifestKey(general), Buffer.from(JSON.stringify(manifest), 'utf8'), bound);
}

/** Undefined when the key is not the one it was sealed under, or a bit of it or of the keyring changed. */
export function openManifest(
  general: Uint8Array,
  sealed: Uint8Array,
  bound: Bound,
): Manifest | undefined {
  const plain = unseal(manifestKey(general), sealed, boundTo(bound));
  if (!plain) return undefined;
  const value: unknown = JSON.parse(plain.toString('utf8'));
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > manifestFormat) {
    throw new ProcedureError('backup_newer');
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) throw new ProcedureError('backup_not_genuine');
  return parsed.data;
}
