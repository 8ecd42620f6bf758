import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';

const unsaved = new Set<symbol>();

/** True while some form on the page holds changes that were not saved. */
export function hasUnsavedChanges(): boolean {
  return unsaved.size > 0;
}

/** Asks before leaving while `isDirty`; the answer comes through the returned blocker. */
export function useUnsavedGuard(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return;
    const mark = Symbol('unsaved form');
    unsaved.add(mark);
    return () => {
      unsaved.delete(mark);
    };
  }, [isDirty]);
  return useBlocker({
    shouldBlockFn: () => hasUnsavedChanges(),
    disabled: !isDirty,
    enableBeforeUnload: false,
    withResolver: true,
  });
}

/** After a save that leads elsewhere: the page is left on purpose. */
export function forgetUnsavedChanges(): void {
  unsaved.clear();
}
