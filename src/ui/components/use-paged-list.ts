import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListPart, PageOfList } from './read-whole.ts';
import { useWholeOnPaper } from './use-whole-on-paper.ts';

/** Lines on a page: what can be looked over without losing one's place. */
export const PAGE_OF_LIST = 20;

interface ListToPage<Part extends ListPart> {
  /** What is asked, without the page: another question begins at the first page. */
  queryKey: readonly unknown[];
  load: (page: PageOfList) => Promise<Part>;
  pageSize?: number;
  /** Read again each time somebody comes to the page. */
  isAlwaysFresh?: boolean;
}

/** A list that is read page by page, and printed as a whole. */
export function usePagedList<Part extends ListPart>(list: ListToPage<Part>) {
  const { queryKey, load, pageSize = PAGE_OF_LIST, isAlwaysFresh = false } = list;
  const asked = JSON.stringify(queryKey);
  const [place, setPlace] = useState({ asked, offset: 0 });
  const offset = place.asked === asked ? place.offset : 0;
  const page = { offset, limit: pageSize };
  const { data, error, refetch } = useQuery({
    queryKey: [...queryKey, page],
    queryFn: () => load(page),
    placeholderData: keepPreviousData,
    ...(isAlwaysFresh ? { staleTime: 0 } : {}),
  });
  const whole = useWholeOnPaper(load);
  return {
    /** What to show: a page, or all of it on paper. */
    data: whole ?? data,
    error,
    refetch,
    whole,
    paging: {
      offset,
      limit: pageSize,
      total: data?.total ?? 0,
      onChange: (next: number) => setPlace({ asked, offset: next }),
    },
  };
}

export type ListOnPage = Pick<
  ReturnType<typeof usePagedList<ListPart>>,
  'data' | 'error' | 'refetch' | 'whole' | 'paging'
>;
