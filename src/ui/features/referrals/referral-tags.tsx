import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { isResting } from '#domain/referrals/referral.ts';
import { Tag } from '#ui/components/tag.tsx';
import { stateTones } from './referral-words.ts';

/** Where it stands, and what is wrong with it if something is. */
export function ReferralTags({ referral }: { referral: Referral }) {
  const { t } = useTranslation(['referrals', 'vocabularies']);
  const { state, consent, isOverdue, details } = referral;
  const isUrgent = details.urgency !== 'normal' && !isResting(state);
  return (
    <>
      <Tag tone={stateTones[state]}>{t(`vocabularies:referralStates.${state}`)}</Tag>{' '}
      {isUrgent && (
        <>
          <Tag tone="attention">{t(`vocabularies:urgencies.${details.urgency}`)}</Tag>{' '}
        </>
      )}
      {isOverdue && (
        <>
          <Tag tone="bad">{t('tags.overdue')}</Tag>{' '}
        </>
      )}
      {consent !== 'valid' && (consent === 'withdrawn' || state === 'draft') && (
        <Tag tone="bad">{t(`tags.consent.${consent}`)}</Tag>
      )}
    </>
  );
}
