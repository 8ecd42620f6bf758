import { Group, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice.tsx';
import { Paging } from './paging.tsx';
import { Panel } from './panel.tsx';
import { PrintedPart } from './printed-part.tsx';
import type { ListOnPage } from './use-paged-list.ts';

interface PagedListProps {
  list: ListOnPage;
  /** What is said where nothing is listed. */
  empty: ReactNode;
  skeletonHeight?: number;
  /** Stands inside a panel, and needs no frame of its own. */
  isInPanel?: boolean;
  /** The lines. */
  children: ReactNode;
}

/** Around the lines of a list: that it is being read, that it failed, that it is empty, and its pages. */
export function PagedList(props: PagedListProps) {
  const { list, empty, skeletonHeight = 320, isInPanel = false, children } = props;
  const { data, error, refetch, whole, paging } = list;
  return (
    <>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={skeletonHeight} />}
      {data?.total === 0 && (isInPanel ? empty : <Panel>{empty}</Panel>)}
      {whole && <PrintedPart printed={whole} />}
      {data && data.total > 0 && children}
      {!whole && (
        <Group justify="flex-end" mt="sm">
          <Paging {...paging} />
        </Group>
      )}
    </>
  );
}
