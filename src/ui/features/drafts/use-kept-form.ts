import { useState } from 'react';
import type { DraftKey } from '#domain/drafts/draft.ts';
import { forgetDraft } from '#ui/app/kept-drafts.ts';
import { type DraftInHand, useDraft } from './use-draft.ts';

interface KeptFormOptions<T extends object> extends DraftKey {
  personId?: string | undefined;
  /** What the form begins with; later values are not looked at. */
  start: T;
  /** The revision of what is changed. */
  basis?: number | undefined;
}

interface KeptForm<T extends object> {
  values: T;
  change: (part: Partial<T>) => void;
  /** For the dialog or `DraftOffer`. */
  kept: DraftInHand;
  /** After saving, and when somebody gives up. */
  forget: () => void;
}

/** The values of a form, kept as a draft while somebody types. */
export function useKeptForm<T extends object>(options: KeptFormOptions<T>): KeptForm<T> {
  const { form, subjectId, personId, basis } = options;
  const [start] = useState(options.start);
  const [values, setValues] = useState(start);
  const kept = useDraft({ form, subjectId, personId, basis, start, values, restore: setValues });
  return {
    values,
    change: (part) => setValues((now) => ({ ...now, ...part })),
    kept,
    forget: () => void forgetDraft(form, subjectId),
  };
}
