import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { vault } from '#ui/app/vault-client.ts';

/** The programme whose page is open. */
export function useProgramme() {
  const { programmeId } = useParams({ from: '/programmes/$programmeId' });
  return useQuery({
    queryKey: ['programmes', 'get', programmeId],
    queryFn: () => vault.programmes.get({ id: programmeId }),
  });
}
