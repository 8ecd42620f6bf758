import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';

const unsaved = new Set<symbol>();
/** Of these, the ones that no draft keeps: locking would lose them. */
const unkept = new Set<symbol>();

/** True while some form on the page holds changes that were not saved. */
function hasUnsavedChanges(): boolean {
  return unsaved.size > 0;
}

/** True while there are changes that would be lost with the page, because no draft keeps them. */
export function wouldLoseChanges(): boolean {
  return unkept.size > 0;
}

/** Asks before leaving while `isDirty`; the answer comes through the returned blocker. */
export function useUnsavedGuard(isDirty: boolean, isKeptAsDraft: boolean) {
  useEffect(() => {
    if (!isDirty) return;
    const mark = Symbol('unsaved form');
    unsaved.add(mark);
    if (!isKeptAsDraft) unkept.add(mark);
    return () => {
      unsaved.delete(mark);
      unkept.delete(mark);
    };
  }, [isDirty, isKeptAsDraft]);
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
  unkept.clear();
}
