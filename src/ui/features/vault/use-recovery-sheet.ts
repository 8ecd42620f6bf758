import { useTranslation } from 'react-i18next';
import { isInterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { useSaveFile } from '../documents/use-save-file.ts';

/** Saves the sheet to be printed, in the language of the page. */
export function useRecoverySheet() {
  const { i18n } = useTranslation();
  const saving = useSaveFile();
  return {
    isSaving: saving.isPending,
    /** `part` of a split key; the whole key without it. */
    save: (part?: number) => {
      const sheet = {
        language: isInterfaceLanguage(i18n.language) ? i18n.language : ('it' as const),
        ...(part ? { part } : {}),
      };
      saving.mutate({
        suggestedName: part ? `foglio-${part}` : 'foglio',
        format: 'pdf',
        write: (grant) => vault.recoverySheets.save({ ...sheet, grant }),
      });
    },
  };
}
