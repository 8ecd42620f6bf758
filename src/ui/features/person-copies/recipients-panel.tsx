import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Recipient } from '#api/person-copies.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './privacy.module.css';

/** The first thing people ask: who knows about me. */
export function RecipientsPanel({ personId }: { personId: string }) {
  const { t } = useTranslation('privacy');
  const { data, error, refetch } = useQuery({
    queryKey: ['recipients', 'list', personId],
    queryFn: () => vault.recipients.list({ personId }),
  });
  return (
    <Panel title={t('recipients.title')} hint={t('recipients.hint')}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={60} />}
      {data?.items.length === 0 && <p className={classes.soft}>{t('recipients.none')}</p>}
      <ul className={classes.lines}>
        {data?.items.map((one) => (
          <li key={one.id} className={classes.line}>
            <RecipientLine recipient={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RecipientLine({ recipient }: { recipient: Recipient }) {
  const { t } = useTranslation('privacy');
  const dates = useDates();
  const labels = useLabels();
  const { kind, on, to, data, reference, endedOn } = recipient;
  const list = kind === 'letter' ? 'letterFacts' : 'dataCategories';
  const facts = [
    labels.label('recipientKinds', kind),
    reference,
    listed(data.map((code) => labels.label(list, code))),
    endedOn && t('recipients.ended', { date: dates.day(endedOn) }),
  ].filter(Boolean);
  return (
    <>
      <span className={classes.day}>{dates.day(on)}</span>
      <span className={classes.words}>
        <strong dir="auto">{to ?? t('recipients.notNoted')}</strong>
        <span className={classes.soft}>{inOneLine(facts)}</span>
      </span>
    </>
  );
}
