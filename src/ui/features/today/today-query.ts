import { queryOptions } from '@tanstack/react-query';
import type { WhoseWork } from '#api/today.ts';
import { vault } from '#ui/app/vault-client.ts';

/** Also asked by the door the moment it opens, so that the list is on its way while the page is drawn. */
export const todayQuery = (whose: WhoseWork) =>
  queryOptions({
    queryKey: ['today', 'get', whose],
    queryFn: () => vault.today.get({ whose }),
  });
