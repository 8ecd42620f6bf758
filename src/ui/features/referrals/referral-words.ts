import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import type { ReferralState } from '#domain/referrals/referral.ts';
import { vault } from '#ui/app/vault-client.ts';
import type { TagTone } from '#ui/components/tag.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';

export const stateTones: Record<ReferralState, TagTone> = {
  draft: 'attention',
  sent: 'calm',
  received: 'calm',
  accepted: 'good',
  waitingList: 'attention',
  inProgress: 'calm',
  declined: 'bad',
  noReply: 'neutral',
  concluded: 'good',
  withdrawn: 'neutral',
};

export function useLetterTemplates() {
  return useQuery({
    queryKey: ['letters', 'templates'],
    queryFn: () => vault.letters.templates({}),
  });
}

/** What a referral is about, in one line: its letter, else the service, else its first words. */
export function useReferralTitle(): (referral: Referral) => string {
  const { t } = useTranslation('referrals');
  const { label } = useLabels();
  const templates = useLetterTemplates().data?.items;
  return ({ letter, details }) => {
    if (letter) {
      const { templateCode } = letter;
      return templates?.find(({ code }) => code === templateCode)?.title ?? templateCode;
    }
    if (details.service) return label('serviceTypes', details.service);
    return details.reason?.split('\n')[0]?.slice(0, 80) ?? t('untitled');
  };
}
