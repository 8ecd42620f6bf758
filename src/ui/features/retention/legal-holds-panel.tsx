import { Alert, Button, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LegalHold } from '#api/retention.ts';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import classes from '../person-copies/privacy.module.css';

interface LegalHoldsPanelProps {
  personId: string;
  isReadOnly: boolean;
}

/** Why nothing of this file may go, and until when. */
export function LegalHoldsPanel({ personId, isReadOnly }: LegalHoldsPanelProps) {
  const { t } = useTranslation('privacy');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['legalHolds', 'list', personId],
    queryFn: () => vault.legalHolds.list({ personId }),
  });
  return (
    <Panel
      title={t('hold.title')}
      hint={t('hold.hint')}
      actions={
        !isReadOnly && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('hold.add')}
          </Button>
        )
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 && <p className={classes.soft}>{t('hold.none')}</p>}
      <ul className={classes.lines}>
        {data?.items.map((hold) => (
          <li key={hold.id} className={classes.line}>
            <HoldLine hold={hold} isReadOnly={isReadOnly} />
          </li>
        ))}
      </ul>
      {isAdding && <HoldDialog personId={personId} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function HoldLine({ hold, isReadOnly }: { hold: LegalHold; isReadOnly: boolean }) {
  const { t } = useTranslation('privacy');
  const dates = useDates();
  const withdraw = useMutation({
    mutationFn: () => vault.legalHolds.withdraw({ id: hold.id }),
    onSuccess: () => notifyDone(t('hold.withdrawn')),
  });
  const until = dates.day(hold.untilOn);
  return (
    <>
      <span className={classes.words}>
        <span>
          <Tag tone={hold.isInForce ? 'attention' : 'neutral'}>
            {hold.isInForce
              ? t('hold.until', { date: until })
              : t('hold.ended', { date: hold.endedOn ? dates.day(hold.endedOn) : until })}
          </Tag>
        </span>
        <span dir="auto">{hold.reason}</span>
        <span className={classes.soft}>{t('hold.by', { name: hold.givenBy })}</span>
        <ErrorNotice error={withdraw.error} />
      </span>
      {hold.isInForce && !isReadOnly && (
        <Button
          variant="default"
          size="compact-md"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {t('hold.end')}
        </Button>
      )}
    </>
  );
}

function HoldDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const { values, change, kept, forget } = useKeptForm<{ reason: string; untilOn?: string }>({
    form: 'fileDecision',
    subjectId: `${personId}:hold`,
    personId,
    start: { reason: '' },
  });
  const { reason, untilOn } = values;
  const close = () => {
    forget();
    onClose();
  };
  const give = useMutation({
    mutationFn: (on: string) => vault.legalHolds.give({ personId, reason, untilOn: on }),
    onSuccess: () => {
      notifyDone(t('hold.given'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('hold.dialog')}
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => untilOn && give.mutate(untilOn)}
      error={give.error}
      isSaving={give.isPending}
      isComplete={reason.trim() !== '' && untilOn !== undefined}
    >
      <Alert color="petrol" icon={<IconLock aria-hidden />}>
        <Text size="sm">{t('hold.explain')}</Text>
      </Alert>
      <LongTextField
        label={t('hold.reason')}
        description={t('hold.reasonHint')}
        required
        maxLength={600}
        value={reason}
        onChange={(typed) => change({ reason: typed })}
      />
      <DateField
        label={t('hold.untilLabel')}
        required
        value={untilOn}
        onChange={(day) => change({ untilOn: day })}
      />
    </FormDialog>
  );
}
