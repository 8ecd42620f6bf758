import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { vault } from '#ui/app/vault-client.ts';

/** The id of the person whose file is open. */
export function usePersonId(): string {
  return useParams({ from: '/people/$personId' }).personId;
}

export function usePerson(id: string) {
  return useQuery({ queryKey: ['people', 'get', id], queryFn: () => vault.people.get({ id }) });
}
