import { useQuery } from '@tanstack/react-query';
import { vault } from '#ui/app/vault-client.ts';

export function useErasure(personId: string) {
  return useQuery({
    queryKey: ['erasures', 'get', personId],
    queryFn: () => vault.erasures.get({ personId }),
  });
}

/** Where single words of the name stand in what was written about others. */
export function useMentions(personId: string) {
  return useQuery({
    queryKey: ['erasures', 'mentions', personId],
    queryFn: () => vault.erasures.mentions({ personId }),
  });
}

export function useErasures() {
  return useQuery({ queryKey: ['erasures', 'list'], queryFn: () => vault.erasures.list({}) });
}
