import { Button, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterBatchCheck } from '#api/letter-batches.ts';
import type { LetterInput } from '#domain/letters/letter.ts';
import type { Urgency } from '#domain/referrals/referral.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import type { Picked } from '../lists/assign-people-dialog.tsx';
import { emptyLetter, type LetterDraft, toLetterDetails } from '../referrals/letter-draft.ts';
import { LetterFields } from '../referrals/letter-fields.tsx';
import { useLetterTemplates } from '../referrals/referral-words.ts';
import { BatchResult } from './batch-result.tsx';
import { BatchWaiting } from './batch-waiting.tsx';
import { RefusedPeople } from './refused-people.tsx';

interface LetterBatchDialogProps {
  picked: Picked;
  onClose: () => void;
}

interface Order {
  details: LetterInput;
  urgency: Urgency;
}

/** One text for many, each by the rules of a single letter: first who, then the numbers. */
export function LetterBatchDialog({ picked, onClose }: LetterBatchDialogProps) {
  const { t } = useTranslation(['letters', 'common']);
  const { user } = useSession();
  const [draft, setDraft] = useState<LetterDraft>(() => emptyLetter(user.name));
  const templates = useLetterTemplates().data?.items ?? [];
  const fitting = templates.filter(
    ({ recipient, needsSecondPerson }) => recipient === 'organisation' && !needsSecondPerson,
  );
  const check = useMutation({
    mutationFn: (order: Order) => vault.letterBatches.check({ picked, ...order }),
  });
  const issue = useMutation({
    mutationFn: ({ order, seal }: { order: Order; seal: string }) =>
      vault.letterBatches.issue({ picked, ...order, seal }),
  });
  const details = toLetterDetails(draft);
  const order = details && { details, urgency: draft.urgency };
  const replace = (next: LetterDraft) => {
    check.reset();
    setDraft(next);
  };
  const issueButton = useRef<HTMLButtonElement>(null);
  // What was found out stands below a long form, and so does what comes next.
  useEffect(() => {
    if (check.data) issueButton.current?.scrollIntoView({ block: 'end' });
  }, [check.data]);
  const isStale = JSON.stringify(check.variables) !== JSON.stringify(order);
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('batch.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      {issue.isPending && <BatchWaiting />}
      {issue.data && <BatchResult result={issue.data} onFinish={onClose} />}
      {!issue.isPending && !issue.data && (
        <Stack gap="md">
          <Text size="sm">{t('batch.hint')}</Text>
          <LetterFields
            draft={draft}
            templates={fitting}
            hasSettledOffice={false}
            onReplace={replace}
            onChange={(part) => replace({ ...draft, ...part })}
            onOffice={(organisationId) => replace({ ...draft, organisationId })}
          />
          <ErrorNotice error={issue.error ?? check.error} />
          {check.data && !isStale && <BatchReady check={check.data} />}
          <Button
            variant="default"
            disabled={!order}
            loading={check.isPending}
            onClick={() => order && check.mutate(order)}
          >
            {t('batch.check')}
          </Button>
          <Button
            ref={issueButton}
            disabled={!order || !check.data || isStale || check.data.ready.length === 0}
            onClick={() => order && check.data && issue.mutate({ order, seal: check.data.seal })}
          >
            {t('batch.issue')}
          </Button>
        </Stack>
      )}
    </Modal>
  );
}

function BatchReady({ check }: { check: LetterBatchCheck }) {
  const { t } = useTranslation('letters');
  return (
    <div>
      <Text fw={650}>{t('batch.ready', { count: check.ready.length })}</Text>
      <RefusedPeople refused={check.refused} />
    </div>
  );
}
