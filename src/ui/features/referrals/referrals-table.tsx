import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Referral } from '#api/referrals.ts';
import { isResting } from '#domain/referrals/referral.ts';
import tableClasses from '#ui/components/data-table.module.css';
import { DataTable } from '#ui/components/data-table.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { ReferralDrawer } from './referral-drawer.tsx';
import { ReferralTags } from './referral-tags.tsx';
import { useReferralTitle } from './referral-words.ts';
import classes from './referrals.module.css';

const columns = ['person', 'organisation', 'state', 'due'] as const;

export function ReferralsTable({ referrals }: { referrals: Referral[] }) {
  const { t } = useTranslation('referrals');
  const [openId, setOpenId] = useState<string>();
  return (
    <>
      <DataTable
        caption={t('list.caption')}
        columns={columns.map((key) => ({ key, label: t(`list.${key}`) }))}
      >
        {referrals.map((referral) => (
          <ReferralRow
            key={referral.id}
            referral={referral}
            onOpen={() => setOpenId(referral.id)}
          />
        ))}
      </DataTable>
      {openId && <ReferralDrawer id={openId} showsPerson onClose={() => setOpenId(undefined)} />}
    </>
  );
}

function ReferralRow({ referral, onOpen }: { referral: Referral; onOpen: () => void }) {
  const { t } = useTranslation('referrals');
  const dates = useDates();
  const title = useReferralTitle()(referral);
  const { details, state, waitingUntil, repliedOn, closedOn } = referral;
  const due = waitingUntil ?? (repliedOn ? undefined : details.replyBy);
  const day = isResting(state) ? closedOn : due;
  return (
    <tr>
      <td>
        <button type="button" className={tableClasses.rowLink} onClick={onOpen}>
          <NameText>{referral.listedName}</NameText>
        </button>
        <span className={classes.soft}>{title}</span>
      </td>
      <td>
        {referral.organisationName}
        {referral.letter && (
          <span className={classes.soft}>
            {t('card.protocol', { protocol: referral.letter.protocol })}
          </span>
        )}
      </td>
      <td>
        <ReferralTags referral={referral} />
      </td>
      <td className={classes.due}>{day && dates.day(day)}</td>
    </tr>
  );
}
