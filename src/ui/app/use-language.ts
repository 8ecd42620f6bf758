import { useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type InterfaceLanguage,
  isInterfaceLanguage,
} from '#domain/vocabularies/interface-language.ts';
import { speak } from '#ui/i18n/read-texts.ts';
import { SessionContext, sessionKey } from './session.tsx';
import { vault } from './vault-client.ts';

/**
 * The language of the page. Chosen in an open register it is the choice of whoever works there, and is kept with
 * them; chosen at the door it is that of this computer, as nobody has said yet who they are.
 */
export function useLanguage() {
  const { i18n } = useTranslation();
  const queryClient = useQueryClient();
  const session = useContext(SessionContext);
  const current: InterfaceLanguage = isInterfaceLanguage(i18n.language) ? i18n.language : 'it';
  const choose = (language: InterfaceLanguage) => {
    // The page speaks the language already; a choice that is not kept costs one click next time.
    void speak(language);
    if (!session) {
      vault.shell.setPreferences({ language }).catch(() => undefined);
      return;
    }
    queryClient.setQueryData(sessionKey, {
      ...session,
      user: { ...session.user, language },
    });
    vault.users.chooseLanguage({ language }).catch(() => undefined);
  };
  return { current, choose };
}
