import { useQuery } from '@tanstack/react-query';
import type { Contract, OutputOf } from '#api/contract.ts';
import { vault } from '#ui/app/vault-client.ts';

export type CaseAccess = OutputOf<Contract, 'caseAccess.list'>;

export function useCaseAccess(personId: string) {
  return useQuery({
    queryKey: ['caseAccess', 'list', personId],
    queryFn: () => vault.caseAccess.list({ personId }),
  });
}
