import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './cut-text-notice.module.css';

/** Short fields, for a day or a code, say themselves what fits in. */
const SHORTEST = 20;

interface CutText {
  most: number;
  typed: number;
  place: { left: number; top: number; width: number };
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** What does not fit into a field, of what is about to be typed or pasted into it. */
function cutOff(event: InputEvent): CutText | undefined {
  const { target } = event;
  if (!isField(target) || target.maxLength < SHORTEST) return undefined;
  const pasted = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
  const replaced = (target.selectionEnd ?? 0) - (target.selectionStart ?? 0);
  const typed = target.value.length - replaced + pasted.length;
  if (pasted === '' || typed <= target.maxLength) return undefined;
  const { left, bottom, width } = target.getBoundingClientRect();
  return { most: target.maxLength, typed, place: { left, top: bottom + 4, width } };
}

/**
 * Says at the field that the end of a text was left out. A browser cuts what is longer than a field takes without
 * a word, and nobody looks for what is missing at the end of what they pasted.
 */
export function CutTextNotice() {
  const { t } = useTranslation('common');
  const [cut, setCut] = useState<CutText>();
  useEffect(() => {
    const look = (event: Event) => setCut(event instanceof InputEvent ? cutOff(event) : undefined);
    const forget = ({ target, type }: Event) => {
      // A long text scrolls within its own field.
      if (type !== 'scroll' || !isField(target)) setCut(undefined);
    };
    const listeners = [
      ['beforeinput', look],
      ['focusout', forget],
      ['scroll', forget],
      ['resize', forget],
    ] as const;
    for (const [kind, hear] of listeners) window.addEventListener(kind, hear, true);
    return () => {
      for (const [kind, hear] of listeners) window.removeEventListener(kind, hear, true);
    };
  }, []);
  return (
    <div role="alert" className={classes.place} style={cut?.place} hidden={!cut}>
      {cut && t('forms.cut', { most: cut.most, typed: cut.typed })}
    </div>
  );
}
