import { useQuery } from '@tanstack/react-query';
import { vault } from '#ui/app/vault-client.ts';

/** What the association's plan consists of; it does not change while the register is open. */
export function usePlanTemplate() {
  return useQuery({
    queryKey: ['plans', 'template'],
    queryFn: () => vault.plans.template({}),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
