import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { vault } from '#ui/app/vault-client.ts';

/** The activity whose page is open. */
export function useActivity() {
  const { activityId } = useParams({ from: '/programmes/activities/$activityId' });
  return useQuery({
    queryKey: ['activities', 'get', activityId],
    queryFn: () => vault.activities.get({ id: activityId }),
  });
}
