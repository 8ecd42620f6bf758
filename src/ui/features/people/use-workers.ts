import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import type { Choice } from '#ui/i18n/use-labels.ts';

/** The people of the desk as choices, oneself first. */
export function useWorkers(): Choice[] {
  const { t } = useTranslation('case-files');
  const { user } = useSession();
  const { data } = useQuery({
    queryKey: ['workers', 'list'],
    queryFn: () => vault.workers.list({}),
  });
  const others = (data?.items ?? []).filter((one) => one.id !== user.id);
  return [
    { value: user.id, label: t('you', { name: user.name }) },
    ...others.map((one) => ({ value: one.id, label: one.name })),
  ];
}
