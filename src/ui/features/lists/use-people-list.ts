import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListColumn, Sorting, SortKey } from '#domain/lists/list-column.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { PAGE_OF_LIST } from '#ui/components/use-paged-list.ts';
import { useWholeOnPaper } from '#ui/components/use-whole-on-paper.ts';
import { type ListState, useListState } from './list-state.tsx';

/** As many as the vault gives at once. */
export const longPage = 200;

const usualColumns: ListColumn[] = ['birth', 'nationality', 'legalStatus', 'caseNumber', 'state'];

/** The list as it is asked for now: whom it holds, how it looks, and how to change either. */
export function usePeopleList(query: string, limit = PAGE_OF_LIST) {
  const { current: language } = useLanguage();
  const tools = useListState();
  const { list, change, replace } = tools;
  const { data: kept } = useQuery({
    queryKey: ['listLooks', 'get'],
    queryFn: () => vault.listLooks.get({}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const columns = list.columns ?? kept?.look?.columns ?? usualColumns;
  const sort = list.sort ?? (list.view ? undefined : kept?.look?.sort);
  const question = { query, conditions: list.conditions, language };
  const asked = { ...question, columns, ...(sort ? { sort } : {}) };
  const request = { ...asked, offset: list.offset, limit };
  const answer = useQuery({
    queryKey: ['people', 'list', request],
    queryFn: () => vault.people.list(request),
    placeholderData: keepPreviousData,
    // Asked once the columns are known, and not first for those that nobody wants.
    enabled: kept !== undefined,
  });
  const onPaper = useWholeOnPaper(
    (page) => vault.people.list({ ...asked, ...page }),
    () => vault.lists.recordPrint({}),
  );

  /** What somebody chooses for the plain list they find again; inside a view it belongs to the view. */
  const look = (part: { columns?: ListColumn[]; sort?: Sorting }) => {
    const next = { columns, ...(sort ? { sort } : {}), ...part };
    change(next);
    if (!list.view) void vault.listLooks.save(next).catch(() => undefined);
  };
  const sortBy = (by: SortKey) =>
    look({ sort: { by, descending: sort?.by === by ? !sort.descending : false } });
  const show = (next: ListState) => replace(next);

  return { list, change, show, look, sortBy, columns, sort, question, answer, onPaper };
}
