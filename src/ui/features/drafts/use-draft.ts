/*
 * Keeps what is typed into a form as an encrypted draft, and offers it back after a lock, a crash or a flat
 * battery. Three lines add it to a form:
 *
 *   const draft = useKeptForm({ form: 'consent', subjectId: personId, personId, start });
 *   … <DraftOffer draft={draft}>the form</DraftOffer> …
 *   onSuccess: () => forgetDraft('consent', personId)      // from #ui/app/kept-drafts.ts
 *
 * `start` is what the form held when it was opened: as long as `values` say the same, nothing is kept. A new
 * kind of form is added to `draftForms` (domain/drafts/draft.ts), and to `drafts:forms` of the locales; with
 * `UnsavedGuard isKeptAsDraft` locking does not ask. A dialog that is cancelled calls `forgetDraft`, too.
 */
import { useEffect, useRef, useState } from 'react';
import { type DraftKey, maxDraftLength } from '#domain/drafts/draft.ts';
import { registerKeeper } from '#ui/app/kept-drafts.ts';
import { vault } from '#ui/app/vault-client.ts';
import { readDraft, writeDraft } from './draft-content.ts';

const PAUSE_MS = 800;

interface DraftOptions<T extends object> extends DraftKey {
  /** Whose file the form belongs to: the draft is erased with that person. */
  personId?: string | undefined;
  start: T;
  values: T;
  restore: (values: T) => void;
  /** The revision of what is changed, so that the offer can say that it changed meanwhile. */
  basis?: number | undefined;
  /** For forms of the restricted tier: drafts lie in the general one. */
  isOff?: boolean;
}

export interface DraftInHand {
  /** `offered` until somebody answers; `discarded` can be taken back while the form is untouched. */
  stage: 'looking' | 'offered' | 'discarded' | 'keeping';
  changedAt: string | undefined;
  /** What the form changes was changed by somebody since the draft was begun. */
  isOutdated: boolean;
  resume: () => void;
  discard: () => void;
}

interface Found<T> {
  changedAt: string;
  values: T;
  isOutdated: boolean;
}

export function useDraft<T extends object>(options: DraftOptions<T>): DraftInHand {
  const { form, subjectId, start, values, basis, restore, isOff = false } = options;
  const [stage, setStage] = useState<DraftInHand['stage']>('looking');
  const [found, setFound] = useState<Found<T>>();
  const written = writeDraft({ basis, values });
  const isDirty = written !== writeDraft({ basis, values: start });
  const opened = useRef({ start, basis });

  useEffect(() => {
    if (isOff) return;
    let isGone = false;
    findDraft({ form, subjectId }, opened.current).then((draft) => {
      if (isGone) return;
      setFound(draft);
      setStage(draft ? 'offered' : 'keeping');
    });
    return () => {
      isGone = true;
    };
  }, [form, subjectId, isOff]);

  const isKeeping = stage === 'keeping' || (stage === 'discarded' && isDirty);
  useKeeping({
    ...options,
    isKeeping,
    isDirty,
    written,
    isStored: stage !== 'looking' && found !== undefined,
  });

  return {
    stage: stage === 'discarded' && isDirty ? 'keeping' : stage,
    changedAt: found?.changedAt,
    isOutdated: found?.isOutdated ?? false,
    resume: () => {
      if (found) restore(found.values);
      setStage('keeping');
    },
    discard: () => {
      setStage('discarded');
      void vault.drafts.remove({ form, subjectId }).catch(() => undefined);
    },
  };
}

/** Nothing when there is no draft, when it cannot be read any more, or when it says nothing new. */
async function findDraft<T extends object>(
  key: DraftKey,
  { start, basis }: { start: T; basis: number | undefined },
): Promise<Found<T> | undefined> {
  const { draft } = await vault.drafts.get(key).catch(() => ({ draft: null }));
  const kept = draft ? readDraft(draft.content, start) : undefined;
  if (!draft || !kept) return undefined;
  const saysNothingNew = writeDraft({ values: kept.values }) === writeDraft({ values: start });
  if (saysNothingNew) {
    void vault.drafts.remove(key).catch(() => undefined);
    return undefined;
  }
  return { changedAt: draft.changedAt, values: kept.values, isOutdated: kept.basis !== basis };
}

interface Keeping extends DraftKey {
  personId?: string | undefined;
  isKeeping: boolean;
  isDirty: boolean;
  written: string;
  isStored: boolean;
}

/** Stores what is written after each pause, and takes it away when the form is as it was. */
function useKeeping(now: Keeping): void {
  const { form, subjectId, isKeeping, isDirty, written, isStored } = now;
  const latest = useRef(now);
  const stored = useRef<string>(undefined);
  const isStopped = useRef(false);
  useEffect(() => {
    latest.current = now;
  });

  const keep = useRef(async (text: string) => {
    const { personId, ...wanted } = latest.current;
    const isNew = text !== stored.current;
    if (isStopped.current || !wanted.isKeeping || !wanted.isDirty || !isNew) return;
    if (text.length > maxDraftLength) return;
    stored.current = text;
    await vault.drafts
      .save({
        form: wanted.form,
        subjectId: wanted.subjectId,
        ...(personId === undefined ? {} : { personId }),
        content: text,
      })
      .catch(() => {
        stored.current = undefined;
      });
  });

  useEffect(() => {
    if (!isKeeping) return;
    if (isDirty) {
      const timer = setTimeout(() => void keep.current(written), PAUSE_MS);
      return () => clearTimeout(timer);
    }
    if (stored.current === undefined && !isStored) return;
    stored.current = undefined;
    void vault.drafts.remove({ form, subjectId }).catch(() => undefined);
  }, [isKeeping, isDirty, written, isStored, form, subjectId]);

  useEffect(() => {
    isStopped.current = false;
    const keepNow = () => keep.current(latest.current.written);
    const leave = registerKeeper({
      form,
      subjectId,
      keepNow,
      stop: () => {
        isStopped.current = true;
      },
    });
    return () => {
      leave();
      void keepNow();
    };
  }, [form, subjectId]);
}
