import type { Role } from '#domain/vault/role.ts';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { vault } from '#ui/app/vault-client.ts';

/** Five random words; six for those who hold the keys of the restricted tier. */
export async function newWords(language: InterfaceLanguage, role: Role): Promise<string> {
  const words = role === 'coordinator' ? 6 : 5;
  return (await vault.vault.suggestPassphrase({ language, words })).passphrase;
}
