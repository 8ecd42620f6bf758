import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import cardClasses from '#ui/components/card-list.module.css';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ReferralActions } from './referral-actions.tsx';
import { ReferralDrawer } from './referral-drawer.tsx';
import { ReferralTags } from './referral-tags.tsx';
import { useReferralTitle } from './referral-words.ts';

/** One referral of a person: to whom, where it stands, and what comes next. */
export function ReferralCard({ referral }: { referral: Referral }) {
  const [isOpen, setOpen] = useState(false);
  const title = useReferralTitle()(referral);
  return (
    <article className={cardClasses.card}>
      <div className={cardClasses.words}>
        <h3 className={cardClasses.title}>
          {title} <ReferralTags referral={referral} />
        </h3>
        <p className={cardClasses.facts}>{inOneLine(useFacts(referral))}</p>
        {referral.nextStep && (
          <p className={cardClasses.scope} dir="auto">
            {referral.nextStep}
          </p>
        )}
      </div>
      <ReferralActions referral={referral} title={title} onOpen={() => setOpen(true)} />
      {isOpen && <ReferralDrawer id={referral.id} onClose={() => setOpen(false)} />}
    </article>
  );
}

function useFacts(referral: Referral): string[] {
  const { t } = useTranslation('referrals');
  const dates = useDates();
  const { label } = useLabels();
  const { letter, sentOn, way, repliedOn, details, waitingUntil, declineReason, outcome } =
    referral;
  const awaits = !repliedOn && (referral.state === 'sent' || referral.state === 'received');
  const facts = [
    referral.organisationName,
    letter && t('card.protocol', { protocol: letter.protocol }),
    sentOn && t('card.sentOn', { date: dates.day(sentOn) }),
    sentOn && way && label('referralWays', way),
    !sentOn && t('card.openedOn', { date: dates.day(referral.openedOn) }),
    awaits && details.replyBy && t('card.replyBy', { date: dates.day(details.replyBy) }),
    repliedOn && t('card.repliedOn', { date: dates.day(repliedOn) }),
    waitingUntil && t('card.waitingUntil', { date: dates.day(waitingUntil) }),
    declineReason && label('declineReasons', declineReason),
    outcome && label('referralOutcomes', outcome),
  ];
  return facts.filter((fact): fact is string => Boolean(fact));
}
