/** Milliseconds of the one derivation of a process that has just begun, as it is at the unlock of every morning. */
import { openWithPassphrase } from '#core/vault/keyring.ts';
import { readKeyring } from '#core/vault/register-folder.ts';

const [folder = '', passphrase = ''] = process.argv.slice(2);
const keyring = await readKeyring(folder);
if (keyring.format !== 2) throw new Error('the demonstration has the newest keyring');
const before = performance.now();
await openWithPassphrase(keyring, { passphrase });
process.stdout.write(String(performance.now() - before));
