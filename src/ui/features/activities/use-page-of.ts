import { useState } from 'react';
import { PAGE_OF_LIST } from '#ui/components/use-paged-list.ts';

/** A page of what is there already, for `Paging`. */
export function usePageOf<Item>(all: readonly Item[]) {
  const [wanted, setWanted] = useState(0);
  // Of what was taken away meanwhile the last page is shown.
  const offset = wanted < all.length ? wanted : 0;
  return {
    items: all.slice(offset, offset + PAGE_OF_LIST),
    paging: { offset, limit: PAGE_OF_LIST, total: all.length, onChange: setWanted },
  };
}
