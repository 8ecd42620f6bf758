import { Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ErasureGround,
  type ErasureManner,
  erasureGrounds,
  erasureManners,
} from '#domain/erasures/erasure.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';

interface ProposeErasureDialogProps {
  personId: string;
  isClosed: boolean;
  /** From the review list the reason is known. */
  ground?: ErasureGround;
  manner?: ErasureManner;
  onClose: () => void;
}

export function ProposeErasureDialog(props: ProposeErasureDialogProps) {
  const { personId, isClosed, onClose } = props;
  const { t } = useTranslation('privacy');
  const { label } = useLabels();
  const { today } = useSession();
  const [manner, setManner] = useState<ErasureManner>(props.manner ?? 'erase');
  const [ground, setGround] = useState<ErasureGround>(props.ground ?? 'askedByPerson');
  const [askedOn, setAskedOn] = useState<string | undefined>(today);
  const [reason, setReason] = useState('');
  const isAsked = ground === 'askedByPerson';
  const propose = useMutation({
    mutationFn: () =>
      vault.erasures.start({
        personId,
        manner,
        ground,
        ...(isAsked && askedOn ? { askedOn } : {}),
        ...(reason.trim() ? { reason } : {}),
      }),
    onSuccess: () => {
      notifyDone(t('erasure.proposedDone'));
      onClose();
    },
  });
  const grounds = erasureGrounds.filter((one) => isClosed || one !== 'periodOver');
  return (
    <FormDialog
      title={t('erasure.propose')}
      size="lg"
      onClose={onClose}
      onSubmit={() => propose.mutate()}
      error={propose.error}
      isSaving={propose.isPending}
      saveLabel={t('erasure.proposeSave')}
    >
      <Radio.Group
        label={t('erasure.manner')}
        value={manner}
        onChange={(value) => setManner(erasureManners.find((one) => one === value) ?? 'erase')}
      >
        <Stack gap="xs" mt={6}>
          {erasureManners.map((one) => (
            <Radio
              key={one}
              value={one}
              label={label('erasureManners', one)}
              description={t(`erasure.manners.${one}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <ChoiceChips
        label={t('erasure.ground')}
        choices={choicesOf(grounds, 'erasureGrounds', label)}
        value={ground}
        onChange={(value) =>
          setGround(erasureGrounds.find((one) => one === value) ?? 'askedByPerson')
        }
      />
      {isAsked && (
        <DateField
          label={t('erasure.askedOn')}
          description={t('erasure.askedOnHint')}
          value={askedOn}
          onChange={setAskedOn}
        />
      )}
      <LongTextField
        label={t('erasure.reason')}
        description={t('erasure.reasonHint')}
        maxLength={600}
        value={reason}
        onChange={setReason}
      />
      <Text size="sm">{t('erasure.two')}</Text>
    </FormDialog>
  );
}
