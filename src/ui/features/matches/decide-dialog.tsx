import { Alert } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookingForPlace, Proposal } from '#api/matches.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';

interface DecideDialogProps {
  looking: Pick<LookingForPlace, 'enrolmentId' | 'listedName'>;
  place: Pick<Proposal, 'placeId' | 'name' | 'town'>;
  onClose: () => void;
}

/** Somebody decides: after a talk about what to expect, and with the consent of both sides. */
export function DecideDialog({ looking, place, onClose }: DecideDialogProps) {
  const { t } = useTranslation('matches');
  const { today } = useSession();
  const [talkOn, setTalkOn] = useState<string>();
  const [consentOn, setConsentOn] = useState<string>();
  const { enrolmentId, listedName } = looking;
  const decide = useMutation({
    mutationFn: (days: { talkOn: string; consentOn: string }) =>
      vault.matches.create({ enrolmentId, placeId: place.placeId, decidedOn: today, ...days }),
    onSuccess: () => {
      notifyDone(t('decide.done'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={
        <>
          <NameText>{listedName}</NameText> – {t('suggest.place', place)}
        </>
      }
      onClose={onClose}
      onSubmit={() => talkOn && consentOn && decide.mutate({ talkOn, consentOn })}
      error={decide.error}
      isSaving={decide.isPending}
      isComplete={talkOn !== undefined && consentOn !== undefined}
      saveLabel={t('decide.save')}
    >
      <Alert>{t('decide.hint')}</Alert>
      <DateField
        label={t('decide.talkOn')}
        description={t('decide.talkHint')}
        required
        value={talkOn}
        onChange={setTalkOn}
      />
      <DateField label={t('decide.consentOn')} required value={consentOn} onChange={setConsentOn} />
    </FormDialog>
  );
}
