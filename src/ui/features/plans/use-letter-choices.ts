import { useQuery } from '@tanstack/react-query';
import { vault } from '#ui/app/vault-client.ts';
import type { Choice } from '#ui/i18n/use-labels.ts';

/** Letters of the person, by protocol number and office, to point to from an action. */
export function useLetterChoices(personId: string): Choice[] {
  const { data } = useQuery({
    queryKey: ['referrals', 'lettersOf', personId],
    queryFn: () => vault.referrals.list({ personId, showClosed: true }),
  });
  return (data?.items ?? []).flatMap(({ letter, organisationName }) =>
    letter ? [{ value: letter.id, label: `${letter.protocol} · ${organisationName}` }] : [],
  );
}
