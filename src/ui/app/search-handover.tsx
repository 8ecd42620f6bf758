import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface SearchHandover {
  /** What was typed elsewhere to look for somebody; never part of an address. */
  query: string;
  handOver: (query: string) => void;
}

const SearchHandoverContext = createContext<SearchHandover>({
  query: '',
  handOver: () => undefined,
});

export function SearchHandoverProvider({ children }: { children: ReactNode }) {
  const [query, handOver] = useState('');
  const value = useMemo(() => ({ query, handOver }), [query]);
  return <SearchHandoverContext value={value}>{children}</SearchHandoverContext>;
}

export function useSearchHandover(): SearchHandover {
  return useContext(SearchHandoverContext);
}
