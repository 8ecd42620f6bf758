import { useQuery } from '@tanstack/react-query';
import type { Vocabularies } from '#domain/vocabularies/vocabulary.ts';
import { vault } from '#ui/app/vault-client.ts';

/** The lists of the register; they do not change while it is open. */
export function useLists(): Vocabularies | undefined {
  return useQuery({
    queryKey: ['vocabularies', 'get'],
    queryFn: () => vault.vocabularies.get({}),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
