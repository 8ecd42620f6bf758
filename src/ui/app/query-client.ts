import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { announceLockIfRefused } from './lock-signal.ts';

// Making a PDF or a report is work for an old laptop: these are asked for again only on purpose.
const expensive = new Set<unknown>(['documents', 'reports', 'shell', 'vocabularies']);

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: announceLockIfRefused }),
  mutationCache: new MutationCache({
    onError: announceLockIfRefused,
    onSuccess: () => refreshWhatIsShown(),
  }),
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function refreshWhatIsShown(): void {
  void queryClient.invalidateQueries({ predicate: (query) => !expensive.has(query.queryKey[0]) });
}
