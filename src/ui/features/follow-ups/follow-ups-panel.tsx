import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '#api/follow-ups.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import lines from '#ui/components/line-list.module.css';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { FollowUpDialog } from './follow-up-dialog.tsx';

/** When somebody is to be asked how they are, and what they said. */
export function FollowUpsPanel(whose: { personId: string; enrolmentId: string }) {
  const { enrolmentId } = whose;
  const { t } = useTranslation('follow-ups');
  const [asked, setAsked] = useState<FollowUp>();
  const { data, error, refetch } = useQuery({
    queryKey: ['programmes', 'followUps', enrolmentId],
    queryFn: () => vault.followUps.list({ enrolmentId }),
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('title')} hint={t('hint')}>
      <ul className={lines.lines}>
        {data.items.map((one) => (
          <li key={`${one.since} ${one.months}`} className={lines.line}>
            <FollowUpLine followUp={one} onAsk={() => setAsked(one)} />
          </li>
        ))}
      </ul>
      {asked && <FollowUpDialog {...whose} followUp={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
}

function FollowUpLine({ followUp, onAsk }: { followUp: FollowUp; onAsk: () => void }) {
  const { t } = useTranslation('follow-ups');
  const dates = useDates();
  const { label } = useLabels();
  const { today } = useSession();
  const { since, months, dueOn, details } = followUp;
  const name = t(`since.${since}`, { count: months });
  const facts = details
    ? [
        t('askedOn', { date: dates.day(details.askedOn) }),
        details.isStillThere !== undefined && t(details.isStillThere ? 'stillThere' : 'elsewhere'),
        details.employment && label('employmentStatuses', details.employment),
        details.note,
      ]
    : [t('dueOn', { date: dates.day(dueOn) })];
  return (
    <>
      <div className={lines.words}>
        <p className={lines.name}>
          {name}{' '}
          {details ? (
            <Tag tone={details.answer === 'answered' ? 'good' : 'calm'}>
              {label('followUpAnswers', details.answer)}
            </Tag>
          ) : (
            dueOn <= today && <Tag tone="attention">{t('due')}</Tag>
          )}
        </p>
        <p className={lines.soft}>{inOneLine(facts)}</p>
      </div>
      <Button
        size="compact-md"
        variant={details || dueOn > today ? 'default' : 'light'}
        aria-label={t('recordOf', { name })}
        onClick={onAsk}
      >
        {t(details ? 'correct' : 'record')}
      </Button>
    </>
  );
}
