import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closureReasons } from '#domain/casework/case-file.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';

interface CaseFileDialogProps {
  personId: string;
  onDone: () => void;
}

export function CloseDialog({ personId, onDone }: CaseFileDialogProps) {
  const { t } = useTranslation(['people', 'case-files', 'common']);
  const { today } = useSession();
  const { label } = useLabels();
  const [reason, setReason] = useState<(typeof closureReasons)[number]>('goalsReached');
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState('');
  const [closedOn, setClosedOn] = useState<string | undefined>(today);
  const isTransfer = reason === 'transferred';
  const close = useMutation({
    mutationFn: (on: string) =>
      vault.caseFiles.close({
        personId,
        closedOn: on,
        reason,
        ...(isTransfer && organisationId ? { organisationId } : {}),
        ...(outcome.trim() === '' ? {} : { outcome }),
      }),
    onSuccess: () => {
      notifyDone(t('person.closed'));
      onDone();
    },
  });
  return (
    <Modal
      opened
      onClose={onDone}
      title={t('person.closeTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // A new office is saved by a form of its own, inside this one.
          event.stopPropagation();
          if (closedOn) close.mutate(closedOn);
        }}
      >
        <Stack gap="md">
          <Text>{t('person.closeText')}</Text>
          <NativeSelect
            label={t('person.closeReason')}
            data={choicesOf(closureReasons, 'closureReasons', label)}
            value={reason}
            onChange={(event) => {
              const chosen = closureReasons.find((one) => one === event.currentTarget.value);
              if (chosen) setReason(chosen);
            }}
          />
          {isTransfer && (
            <OrganisationField
              label={t('case-files:organisation')}
              description={t('case-files:organisationHint')}
              value={organisationId}
              onChange={setOrganisationId}
            />
          )}
          <Textarea
            label={t('case-files:outcome')}
            description={t('case-files:outcomeHint')}
            dir="auto"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value)}
          />
          <DateField label={t('person.closeDate')} value={closedOn} onChange={setClosedOn} />
          <ErrorNotice error={close.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={close.isPending} disabled={!closedOn}>
              {t('person.close')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function ReopenDialog({ personId, onDone }: CaseFileDialogProps) {
  const { t } = useTranslation(['people', 'case-files', 'common']);
  const [reason, setReason] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  const reopen = useMutation({
    mutationFn: () => vault.caseFiles.reopen({ personId, reason }),
    onSuccess: () => {
      notifyDone(t('person.reopened'));
      onDone();
    },
  });
  return (
    <Modal
      opened
      onClose={onDone}
      title={t('case-files:reopenTitle')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isMissing) reopen.mutate();
        }}
      >
        <Stack gap="md">
          <Text>{t('case-files:reopenText')}</Text>
          <Textarea
            label={t('case-files:reason')}
            dir="auto"
            autosize
            minRows={2}
            maxLength={600}
            value={reason}
            error={wasAsked && isMissing ? t('case-files:reasonNeeded') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorNotice error={reopen.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              {t('common:actions.cancel')}
            </Button>
            <Button type="submit" loading={reopen.isPending}>
              {t('person.reopen')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
