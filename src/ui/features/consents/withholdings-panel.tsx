import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordedWithholding } from '#api/consents.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { inOneLine, listed } from '#ui/i18n/one-line.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './consents-page.module.css';
import { WithholdingDialog } from './withholding-dialog.tsx';

/** Who must not be told what. */
export function WithholdingsPanel({ personId }: { personId: string }) {
  const { t } = useTranslation('consents');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['withholdings', 'list', personId],
    queryFn: () => vault.withholdings.list({ personId }),
  });
  return (
    <Panel
      title={t('withheld.title')}
      hint={t('withheld.hint')}
      actions={
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('withheld.add')}
        </Button>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p className={classes.soft}>{t('withheld.none')}</p>}
      <ul className={classes.list}>
        {data?.items.map((item) => (
          <li key={item.id} className={classes.line}>
            <WithholdingLine item={item} />
          </li>
        ))}
      </ul>
      {isAdding && <WithholdingDialog personId={personId} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function WithholdingLine({ item }: { item: RecordedWithholding }) {
  const { t } = useTranslation('consents');
  const dates = useDates();
  const { today } = useSession();
  const labels = useLabels();
  const { withholding, organisationName, endedOn } = item;
  const close = useMutation({
    mutationFn: () => vault.withholdings.close({ id: item.id, endedOn: today }),
  });
  const who = organisationName ?? withholding.fromWhom ?? '';
  const what =
    withholding.dataCategories.length === 0
      ? t('withheld.everything')
      : listed(withholding.dataCategories.map((one) => labels.label('dataCategories', one)));
  return (
    <>
      <div>
        <strong dir="auto">{who}</strong> <Tag tone={endedOn ? 'neutral' : 'bad'}>{what}</Tag>
        <p className={classes.soft}>
          {inOneLine([
            labels.label('withholdingReasons', withholding.reason),
            endedOn
              ? t('withheld.fromTo', { from: dates.day(withholding.since), to: dates.day(endedOn) })
              : t('from', { date: dates.day(withholding.since) }),
          ])}
        </p>
        {withholding.words && <p dir="auto">{withholding.words}</p>}
        <ErrorNotice error={close.error} />
      </div>
      {!endedOn && (
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('withheld.endOf', { who })}
          loading={close.isPending}
          onClick={() => close.mutate()}
        >
          {t('withheld.end')}
        </Button>
      )}
    </>
  );
}
