import type { Core } from '#core/create-core.ts';
import { readPassphrase } from './input.ts';
import type { Options } from './options.ts';

/** What `openFrom` reads. */
export const openOptions = ['register', 'name', 'passphrase-file'];

/** Opens `--register`, as `--name` where the register has several users; the answer of `vault.unlock`. */
export async function openFrom(core: Core, folder: string, options: Options) {
  const name = options.value('name');
  const passphrase = await readPassphrase(options);
  return core.dispatch('vault.unlock', {
    folder,
    passphrase,
    ...(name === undefined ? {} : { name }),
  });
}
