import type { DraftForm, DraftKey } from '#domain/drafts/draft.ts';
import { queryClient } from './query-client.ts';
import { vault } from './vault-client.ts';

/** A form on the page whose words are kept as a draft while it is open. */
export interface DraftKeeper extends DraftKey {
  /** Stores what was typed last without waiting for a pause. */
  keepNow(): Promise<unknown>;
  /** Nothing more is to be kept: it was saved, or given up. */
  stop(): void;
}

const keepers = new Set<DraftKeeper>();

export function registerKeeper(keeper: DraftKeeper): () => void {
  keepers.add(keeper);
  return () => keepers.delete(keeper);
}

/** The register is about to close: whatever was typed goes into it first. */
export async function keepDraftsNow(): Promise<void> {
  await Promise.allSettled([...keepers].map((keeper) => keeper.keepNow()));
}

async function forget(key: DraftKey): Promise<void> {
  // A draft that stays behind is offered again: a nuisance, not a loss.
  await vault.drafts.remove({ form: key.form, subjectId: key.subjectId }).catch(() => undefined);
  void queryClient.invalidateQueries({ queryKey: ['drafts'] });
}

/** After a form was saved. Called before the page leads elsewhere. */
export async function forgetDraft(form: DraftForm, subjectId: string): Promise<void> {
  for (const keeper of keepers) {
    if (keeper.form === form && keeper.subjectId === subjectId) keeper.stop();
  }
  await forget({ form, subjectId });
}

/** After somebody chose to leave without saving. */
export function giveUpDrafts(): void {
  for (const keeper of keepers) {
    keeper.stop();
    void forget(keeper);
  }
}
