import { useQuery } from '@tanstack/react-query';
import { vault } from '#ui/app/vault-client.ts';

export function useErasure(personId: string) {
  return useQuery({
    queryKey: ['erasures', 'get', personId],
    queryFn: () => vault.erasures.get({ personId }),
  });
}

export function useErasures() {
  return useQuery({ queryKey: ['erasures', 'list'], queryFn: () => vault.erasures.list({}) });
}
