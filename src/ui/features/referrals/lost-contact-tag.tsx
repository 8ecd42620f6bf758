import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { Tag } from '#ui/components/tag.tsx';

/** Days without contact of those among the people whom nobody has met for too long, by id. */
export function useLostContacts(personIds: string[]): Map<string, number> {
  const { data } = useQuery({
    queryKey: ['lostContacts', 'list', personIds],
    queryFn: () => vault.lostContacts.list({ personIds: personIds.slice(0, 200) }),
    enabled: personIds.length > 0,
  });
  return new Map(data?.items.map(({ personId, days }) => [personId, days]));
}

export function LostContactTag({ days }: { days: number | undefined }) {
  const { t } = useTranslation('referrals');
  return days === undefined ? null : <Tag tone="attention">{t('lostContact.tag', { days })}</Tag>;
}
