import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Merge } from '#api/duplicates.ts';
import { vault } from '#ui/app/vault-client.ts';
import cards from '#ui/components/card-list.module.css';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import classes from './duplicates.module.css';

/** Merges made, each with the way back. */
export function MergesPanel({ mayUndo }: { mayUndo: boolean }) {
  const { t } = useTranslation('duplicates');
  const [asking, setAsking] = useState<Merge>();
  const { data } = useQuery({ queryKey: ['merges', 'list'], queryFn: () => vault.merges.list({}) });
  const undo = useMutation({
    mutationFn: vault.merges.undo,
    onSuccess: ({ keptWasChanged }) => {
      setAsking(undefined);
      notifyDone(t(keptWasChanged ? 'merges.undoneChanged' : 'merges.undone'));
    },
  });
  if (!data || data.items.length === 0) return null;
  return (
    <div className={classes.gap}>
      <Panel title={t('merges.title')} hint={t('merges.hint')}>
        <ul className={cards.cards}>
          {data.items.map((merge) => (
            <li key={merge.id} className={cards.card}>
              <MergeWords merge={merge} />
              {mayUndo && (
                <Button
                  variant="default"
                  aria-label={t('merges.undoOf', { name: merge.mergedName })}
                  onClick={() => setAsking(merge)}
                >
                  {t('merges.undo')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <ConfirmDialog
        opened={asking !== undefined}
        title={t('merges.undoTitle')}
        confirmLabel={t('merges.undo')}
        isWorking={undo.isPending}
        onConfirm={() => asking && undo.mutate({ id: asking.id })}
        onCancel={() => {
          undo.reset();
          setAsking(undefined);
        }}
      >
        <p>{t('merges.undoText', { name: asking?.mergedName ?? '' })}</p>
        <ErrorNotice error={undo.error} />
      </ConfirmDialog>
    </div>
  );
}

function MergeWords({ merge }: { merge: Merge }) {
  const { t } = useTranslation('duplicates');
  const dates = useDates();
  return (
    <div className={cards.words}>
      <p className={classes.reasons}>
        {t('merges.line', {
          merged: `\u2068${merge.mergedName}\u2069`,
          number: merge.mergedCaseNumber,
        })}{' '}
        <Link to="/people/$personId" params={{ personId: merge.keptId }}>
          <NameText>{merge.keptName}</NameText>
        </Link>
      </p>
      <p className={cards.facts}>
        {t('merges.by', { date: dates.day(merge.changedAt.slice(0, 10)), name: merge.changedBy })}
      </p>
    </div>
  );
}
