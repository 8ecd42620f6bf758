import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import type { Choice } from '#ui/i18n/use-labels.ts';

/** Those who work at the desk as choices, oneself first; and whoever is chosen already. */
export function useWorkers(chosen?: string): Choice[] {
  const { t } = useTranslation('case-files');
  const { user } = useSession();
  const { data } = useQuery({
    queryKey: ['workers', 'list'],
    queryFn: () => vault.workers.list({}),
  });
  const others = (data?.items ?? []).filter(
    ({ id, isActive }) => id !== user.id && (isActive || id === chosen),
  );
  return [
    { value: user.id, label: t('you', { name: user.name }) },
    ...others.map((one) => ({ value: one.id, label: one.name })),
  ];
}
