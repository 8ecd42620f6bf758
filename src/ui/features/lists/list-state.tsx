import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Condition } from '#domain/lists/condition.ts';
import type { ListColumn, Sorting } from '#domain/lists/list-column.ts';

/** The view on screen: one of the program by its code, or a saved one by its id. */
export interface ShownView {
  key: string;
  name: string;
  /** May be written over by whoever looks. */
  mayChange: boolean;
  isShared: boolean;
  /** What it asked when it was kept. */
  conditions: Condition[];
}

export interface ListState {
  conditions: Condition[];
  /** Absent: as the user likes lists to look. */
  columns?: ListColumn[] | undefined;
  sort?: Sorting | undefined;
  view?: ShownView | undefined;
  offset: number;
}

export const plainList: ListState = { conditions: [], offset: 0 };

interface ListStateTools {
  list: ListState;
  change: (part: Partial<ListState>) => void;
  replace: (list: ListState) => void;
}

const ListStateContext = createContext<ListStateTools>({
  list: plainList,
  change: () => undefined,
  replace: () => undefined,
});

/** Kept while the register is open, so that coming back from a person finds the list as it was left. */
export function ListStateProvider({ children }: { children: ReactNode }) {
  const [list, replace] = useState(plainList);
  const value = useMemo(
    () => ({
      list,
      replace,
      change: (part: Partial<ListState>) => replace((now) => ({ ...now, offset: 0, ...part })),
    }),
    [list],
  );
  return <ListStateContext value={value}>{children}</ListStateContext>;
}

export const useListState = () => useContext(ListStateContext);
