import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { speak } from '#ui/i18n/read-texts.ts';

/**
 * Makes the page speak as whoever opened the register has chosen. False while it does not yet: nothing is drawn
 * then, or everybody with a language of their own would see a page change under their eyes each morning.
 */
export function useOwnLanguage(wanted: InterfaceLanguage | undefined, isOpen: boolean): boolean {
  const { language } = useTranslation().i18n;
  const [hasSpoken, setSpoken] = useState(false);
  const isSpoken = wanted === undefined || wanted === language;
  useEffect(() => {
    if (!isOpen) return;
    // A language that cannot be read leaves the page as it is: better than none.
    const spoken = isSpoken ? Promise.resolve() : speak(wanted).catch(() => undefined);
    void spoken.then(() => setSpoken(true));
  }, [wanted, isSpoken, isOpen]);
  return isSpoken || hasSpoken;
}
