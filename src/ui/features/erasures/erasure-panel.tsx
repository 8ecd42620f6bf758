import { Alert, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureRequest } from '#api/erasures.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { FactList } from '#ui/components/fact-list.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { ConfirmErasureDialog } from './confirm-erasure-dialog.tsx';
import { ProposeErasureDialog } from './propose-erasure-dialog.tsx';
import { useErasure } from './use-erasure.ts';

/** The one step of the register that nothing brings back. */
export function ErasurePanel({ personId }: { personId: string }) {
  const { t } = useTranslation('privacy');
  const [isProposing, setProposing] = useState(false);
  const { data, error, refetch } = useErasure(personId);
  const holds = useQuery({
    queryKey: ['legalHolds', 'list', personId],
    queryFn: () => vault.legalHolds.list({ personId }),
  });
  const isOnHold = holds.data?.items.some((hold) => hold.isInForce) ?? false;
  return (
    <Panel title={t('erasure.title')} hint={t('erasure.hint')}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton height={60} />}
      {data && !data.request && (
        <>
          <Button
            variant="default"
            leftSection={<IconEraser size={18} aria-hidden />}
            disabled={isOnHold}
            onClick={() => setProposing(true)}
          >
            {t('erasure.propose')}
          </Button>
          {isOnHold && (
            <Text size="sm" mt="xs">
              {t('erasure.onHold')}
            </Text>
          )}
        </>
      )}
      {data?.request && <Waiting request={data.request} />}
      {isProposing && data && (
        <ProposeErasureDialog
          personId={personId}
          isClosed={data.isClosed}
          onClose={() => setProposing(false)}
        />
      )}
    </Panel>
  );
}

function Waiting({ request }: { request: ErasureRequest }) {
  const { t } = useTranslation('privacy');
  const dates = useDates();
  const { label } = useLabels();
  const [isConfirming, setConfirming] = useState(false);
  const { confirmation, possibleFrom, daysMissing } = request;
  const withdraw = useMutation({
    mutationFn: () => vault.erasures.withdraw({ id: request.id }),
    onSuccess: () => notifyDone(t('erasure.withdrawn')),
  });
  const isPossible = confirmation === 'ready' || confirmation === 'needsPassphrase';
  return (
    <>
      <FactList
        facts={[
          { label: t('erasure.manner'), value: label('erasureManners', request.manner) },
          { label: t('erasure.ground'), value: label('erasureGrounds', request.ground) },
          {
            label: t('erasure.proposed'),
            value: t('erasure.proposedBy', {
              name: request.proposedBy,
              date: dates.day(request.proposedOn),
            }),
          },
          { label: t('erasure.answerBy'), value: request.answerBy && dates.day(request.answerBy) },
          { label: t('erasure.reason'), value: request.reason },
        ]}
      />
      <Alert color={isPossible ? 'terracotta' : 'petrol'} my="md">
        {t(`erasure.states.${confirmation}`, {
          date: possibleFrom ? dates.day(possibleFrom) : '',
          count: daysMissing ?? 0,
        })}
      </Alert>
      <ErrorNotice error={withdraw.error} />
      <Group>
        {isPossible && (
          <Button color="red" onClick={() => setConfirming(true)}>
            {t(`erasure.confirm.${request.manner}`)}
          </Button>
        )}
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('erasure.withdraw')}
        </Button>
      </Group>
      {isConfirming && (
        <ConfirmErasureDialog request={request} onClose={() => setConfirming(false)} />
      )}
    </>
  );
}
