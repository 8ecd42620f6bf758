import { openWithPassphrase } from '#core/vault/keyring.ts';
import type { DataKeys, Keyring } from '#core/vault/keyring-format.ts';
import { readKeyring } from '#core/vault/register-folder.ts';

export async function currentKeyring(folder: string): Promise<Keyring> {
  const keyring = await readKeyring(folder);
  if (keyring.format !== 2) throw new Error('a keyring of the first kind');
  return keyring;
}

/** The data keys that somebody's passphrase gives, read from the file as a stranger's program would. */
export async function keysOf(
  folder: string,
  secret: { passphrase: string; name?: string },
): Promise<DataKeys | undefined> {
  const keyring = await currentKeyring(folder);
  return (await openWithPassphrase(keyring, secret))?.keys.get(keyring.generation);
}
