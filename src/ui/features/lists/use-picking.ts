import { useState } from 'react';
import type { InputOf, VaultContract } from '#api/contract.ts';

export type Question = InputOf<VaultContract, 'lists.export'>['list'];

/** Who is ticked, while somebody is picking people; `everybody`: the whole list, on all its pages, and how many. */
type Ticked = { everybody: true; count: number } | { everybody: false; ids: ReadonlySet<string> };

/** Another search or filter begins with nobody ticked: what is no longer seen must not be touched. */
export function usePicking(question: Question) {
  const [kept, setKept] = useState<{ asked: string; ticked: Ticked }>();
  const asked = JSON.stringify(question);
  const nobody: Ticked = { everybody: false, ids: new Set() };
  const picked = kept && (kept.asked === asked ? kept.ticked : nobody);
  const set = (ticked: Ticked | undefined) => setKept(ticked && { asked, ticked });
  return {
    picked,
    start: () => set(nobody),
    stop: () => set(undefined),
    pickEverybody: (count: number) => set({ everybody: true, count }),
    isPicked: (id: string) => picked !== undefined && (picked.everybody || picked.ids.has(id)),
    pick: (ids: string[], isOn: boolean) => {
      const next = new Set(picked && !picked.everybody ? picked.ids : []);
      for (const id of ids) {
        if (isOn) next.add(id);
        else next.delete(id);
      }
      set({ everybody: false, ids: next });
    },
  };
}

export type PickingTools = ReturnType<typeof usePicking>;
