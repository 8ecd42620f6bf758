import type { Client } from '#api/client.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import type { GalleryPaper } from './gallery-papers.ts';

const SCRIPTS: Partial<Record<string, GalleryPaper['script']>> = { ar: 'arabic', uk: 'cyrillic' };

/** Papers of the association about nobody: the sheets of the recovery key, whole and in parts. */
export async function deskPapers(
  client: Client,
  languages: readonly string[] | undefined,
): Promise<GalleryPaper[]> {
  const wanted = interfaceLanguages.filter((one) => languages?.includes(one) ?? true);
  if (wanted.length === 0) return [];
  // A sheet exists only of a key that waits to be confirmed.
  await client.vault.renewRecoveryKey({});
  await client.recoveryParts.create({});
  return wanted.flatMap((language) => {
    const script = SCRIPTS[language] ?? 'latin';
    const sheet = (name: string, part?: number): GalleryPaper => ({
      name: `${language}-${name}`,
      language,
      script,
      print: () => client.recoverySheets.get({ language, ...(part ? { part } : {}) }),
    });
    return [sheet('recovery-sheet'), sheet('recovery-part', 2)];
  });
}
