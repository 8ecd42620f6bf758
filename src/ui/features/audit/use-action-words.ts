import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#api/audit.ts';

/** What a line says, in a phrase; an action of a newer version is named as it is. */
export function useActionWords() {
  const { t, i18n } = useTranslation('audit');
  return ({ action, count = 1 }: Pick<AuditEntry, 'action' | 'count'>): string => {
    const key = `actions.${action}`;
    const isKnown = i18n.exists(`audit:${key}`, { count });
    return isKnown ? t(`actions.${action}` as never, { count }) : t('unknownAction', { action });
  };
}
