import { useQuery } from '@tanstack/react-query';
import { vault } from '#ui/app/vault-client.ts';

export function useOrganisations() {
  return useQuery({
    queryKey: ['organisations', 'list'],
    queryFn: () => vault.organisations.list({}),
  }).data?.items;
}
