import { useQuery } from '@tanstack/react-query';
import { vault } from '#ui/app/vault-client.ts';

/** The directory; entries taken out of use only when asked for. */
export function useOrganisations({ showArchived = false }: { showArchived?: boolean } = {}) {
  return useQuery({
    queryKey: ['organisations', 'list', showArchived],
    queryFn: () => vault.organisations.list({ showArchived }),
  }).data?.items;
}

/** One entry with its counts; nothing is asked while there is no id. */
export function useOrganisation(id: string | undefined) {
  return useQuery({
    queryKey: ['organisations', 'get', id],
    queryFn: () => vault.organisations.get({ id: id ?? '' }),
    enabled: id !== undefined,
  });
}
