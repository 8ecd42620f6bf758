import { ProcedureError } from '#api/errors.ts';
import { type FormerKeyring, isFormerKeyringAuthentic } from './former-keyring.ts';
import { isKeyringAuthentic } from './keyring.ts';
import type { Keyring } from './keyring-format.ts';
import { conditionOfFile, type FileCondition } from './register-condition.ts';
import { readKeyrings } from './register-folder.ts';
import type { OpenedSlot } from './slots.ts';

type AnyKeyring = Keyring | FormerKeyring;

export interface Door {
  folder: string;
  keyring: AnyKeyring;
  opened: OpenedSlot;
  /** Looked at before anything was opened. */
  file: FileCondition;
}

async function conditionOf(folder: string, keyring: AnyKeyring): Promise<FileCondition> {
  if (keyring.format === 1) return 'open';
  return conditionOfFile(folder, keyring).catch(() => 'differs');
}

function isAuthentic(keyring: AnyKeyring, opened: OpenedSlot): boolean {
  const keys = opened.keys.get(keyring.generation);
  if (!keys) return opened.keys.size === 0;
  return keyring.format === 1
    ? isFormerKeyringAuthentic(keyring, keys)
    : isKeyringAuthentic(keyring, keys);
}

/**
 * Opens the keyring, or its copy when the keyring opens and is not whole: one damaged byte must not keep
 * everybody out. What the keyring itself does not open, its copy is not asked, because it may be an older one
 * with somebody in it who was suspended since. Undefined when nothing opens.
 */
export async function openDoor(
  folder: string,
  open: (keyring: AnyKeyring) => OpenedSlot | undefined | Promise<OpenedSlot | undefined>,
): Promise<Door | undefined> {
  const keyrings = await readKeyrings(folder);
  for (const [index, keyring] of keyrings.entries()) {
    // Begun before the passphrase is derived: the two take about as long and do not wait for each other.
    const file = conditionOf(folder, keyring);
    const opened = await open(keyring);
    if (!opened && index === 0) return undefined;
    if (!opened || !isAuthentic(keyring, opened)) continue;
    // That the copy was needed is as much to be told as another file.
    return { folder, keyring, opened, file: index === 0 ? await file : 'differs' };
  }
  throw new ProcedureError('keyring_damaged');
}
