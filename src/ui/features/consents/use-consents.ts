import { useQuery } from '@tanstack/react-query';
import { vault } from '#ui/app/vault-client.ts';

export function useConsents(personId: string) {
  return useQuery({
    queryKey: ['consents', 'list', personId],
    queryFn: () => vault.consents.list({ personId }),
  });
}

export function useNotices(personId: string) {
  return useQuery({
    queryKey: ['privacyNotices', 'list', personId],
    queryFn: () => vault.privacyNotices.list({ personId }),
  });
}
