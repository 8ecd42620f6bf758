import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { notifyDone, notifyProblem } from '#ui/components/notify.ts';

/** What is known about copies. Sticks come and go: it is asked again whenever somebody looks. */
export function useBackups() {
  return useQuery({
    queryKey: ['backups', 'get'],
    queryFn: () => vault.backups.get({}),
    staleTime: 0,
  });
}

/** Asks for a folder and keeps it. Cancelled, nothing changes. */
async function choosePlace(): Promise<boolean> {
  const { grant } = await vault.shell.chooseBackupPlace({});
  if (grant !== null) await vault.backups.savePlace({ grant });
  return grant !== null;
}

/** The three things one does with copies. */
export function useBackupActions() {
  const { t } = useTranslation('backups');
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['backups'] });
  const choose = useMutation({ mutationFn: choosePlace, onSuccess: refresh });
  const create = useMutation({
    mutationFn: () => vault.backups.create({}),
    onSuccess: ({ fileName, missingAttachments: count }) => {
      if (count > 0) notifyProblem(t('createdMissing', { count }));
      else notifyDone(t('created', { fileName }));
    },
    onSettled: refresh,
  });
  const prove = useMutation({
    mutationFn: () => vault.backups.prove({}),
    onSuccess: (found) => notifyDone(t('proved', found)),
    onSettled: refresh,
  });
  return { choose, create, prove };
}
