import { Alert, Code, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureRequest } from '#api/erasures.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FactList } from '#ui/components/fact-list.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { PassphraseInput } from '#ui/components/passphrase-input.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { MentionReview } from './mention-review.tsx';
import { useErasure } from './use-erasure.ts';

interface ConfirmErasureDialogProps {
  request: ErasureRequest;
  onClose: () => void;
}

/** Asks who it is once more, shows what goes and where else the name stands, and does it. */
export function ConfirmErasureDialog({ request, onClose }: ConfirmErasureDialogProps) {
  const { t } = useTranslation('privacy');
  const { label } = useLabels();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const { data } = useErasure(request.personId);
  const needsPassphrase = request.confirmation === 'needsPassphrase';
  const confirm = useMutation({
    mutationFn: () =>
      vault.erasures.confirm({ id: request.id, ...(needsPassphrase ? { passphrase } : {}) }),
    onSuccess: async () => {
      notifyDone(t(`erasure.done.${request.manner}`));
      await navigate({ to: '/settings/retention' });
      // What the page still remembers of the person goes as well.
      queryClient.removeQueries({ type: 'inactive' });
    },
  });
  const isSame = typed.trim().toUpperCase() === request.caseNumber;
  return (
    <FormDialog
      title={t(`erasure.confirm.${request.manner}`)}
      size="lg"
      onClose={onClose}
      onSubmit={() => confirm.mutate()}
      error={confirm.error}
      isSaving={confirm.isPending}
      isComplete={isSame && (!needsPassphrase || passphrase !== '')}
      isDangerous
      saveLabel={t(`erasure.confirm.${request.manner}`)}
    >
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
        {t('erasure.forever')}
      </Alert>
      <FactList
        facts={Object.entries(data?.wouldRemove ?? {}).map(([kind, count]) => ({
          label: label('removedKinds', kind),
          value: String(count),
        }))}
      />
      <MentionReview personId={request.personId} />
      <TextInput
        data-autofocus
        label={t('erasure.typeNumber')}
        description={<Code>{request.caseNumber}</Code>}
        autoComplete="off"
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {needsPassphrase && (
        <PassphraseInput
          label={t('erasure.passphrase')}
          description={t('erasure.passphraseHint')}
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
