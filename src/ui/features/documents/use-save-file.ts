import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contract, InputOf } from '#api/contract.ts';
import { vault } from '#ui/app/vault-client.ts';
import { notifyDone, notifyProblem } from '#ui/components/notify.ts';
import { useErrorText } from '#ui/components/use-error-text.ts';

export interface WrittenFile {
  byteCount: number;
  /** Of the file, when it was asked for. */
  password?: string | undefined;
}

interface FileToSave {
  suggestedName: string;
  format: InputOf<Contract, 'shell.chooseSavePath'>['format'];
  /** Writes the file with the leave the save dialog gave. */
  write: (grant: string) => Promise<WrittenFile>;
}

/** Asks where, writes there, says under which name. A cancelled dialog is no error. */
export function useSaveFile() {
  const { t } = useTranslation('common');
  const textOf = useErrorText();
  return useMutation({
    mutationFn: async ({ suggestedName, format, write }: FileToSave) => {
      const { grant, fileName } = await vault.shell.chooseSavePath({ suggestedName, format });
      if (grant === null) return null;
      const { password } = await write(grant);
      return { fileName, password };
    },
    onSuccess: (file) => file && notifyDone(t('fileSaved', { fileName: file.fileName })),
    onError: (error) => notifyProblem(textOf(error)),
  });
}
