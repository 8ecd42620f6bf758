import { Radio, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
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
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface Proposal {
  manner: ErasureManner;
  ground: ErasureGround;
  askedOn?: string | undefined;
  reason: string;
}

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
  const { values, change, kept, forget } = useKeptForm<Proposal>({
    form: 'fileDecision',
    subjectId: `${personId}:erase`,
    personId,
    start: {
      manner: props.manner ?? 'erase',
      ground: props.ground ?? 'askedByPerson',
      askedOn: today,
      reason: '',
    },
  });
  const { manner, ground, askedOn, reason } = values;
  const close = () => {
    forget();
    onClose();
  };
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
      close();
    },
  });
  const grounds = erasureGrounds.filter((one) => isClosed || one !== 'periodOver');
  return (
    <FormDialog
      title={t('erasure.propose')}
      size="lg"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => propose.mutate()}
      error={propose.error}
      isSaving={propose.isPending}
      saveLabel={t('erasure.proposeSave')}
    >
      <Radio.Group
        label={t('erasure.manner')}
        value={manner}
        onChange={(value) =>
          change({ manner: erasureManners.find((one) => one === value) ?? 'erase' })
        }
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
          change({ ground: erasureGrounds.find((one) => one === value) ?? 'askedByPerson' })
        }
      />
      {isAsked && (
        <DateField
          label={t('erasure.askedOn')}
          description={t('erasure.askedOnHint')}
          value={askedOn}
          onChange={(day) => change({ askedOn: day })}
        />
      )}
      <LongTextField
        label={t('erasure.reason')}
        description={t('erasure.reasonHint')}
        maxLength={600}
        value={reason}
        onChange={(typed) => change({ reason: typed })}
      />
      <Text size="sm">{t('erasure.two')}</Text>
    </FormDialog>
  );
}
