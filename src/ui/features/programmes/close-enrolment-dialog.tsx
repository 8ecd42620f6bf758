import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '#api/enrolments.ts';
import { enrolmentOutcomes } from '#domain/programmes/enrolment.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';

interface CloseEnrolmentDialogProps {
  enrolment: Enrolment;
  onClose: () => void;
  onClosed: () => void;
}

export const helpedAnswers = ['yes', 'no', 'notAsked'] as const;

export const helpedAnswer = (found: boolean | undefined): (typeof helpedAnswers)[number] =>
  found === undefined ? 'notAsked' : found ? 'yes' : 'no';

interface CloseDraft {
  leftOn: string | undefined;
  chosen: string | null;
  helped: (typeof helpedAnswers)[number];
}

export function CloseEnrolmentDialog({ enrolment, onClose, onClosed }: CloseEnrolmentDialogProps) {
  const { t } = useTranslation('programmes');
  const { today } = useSession();
  const { label } = useLabels();
  const { values, change, kept, forget } = useKeptForm<CloseDraft>({
    form: 'enrolment',
    subjectId: `${enrolment.id}:close`,
    personId: enrolment.personId,
    start: { leftOn: today, chosen: null, helped: helpedAnswer(enrolment.foundHelpful) },
  });
  const { leftOn, chosen, helped } = values;
  const exit = enrolmentOutcomes.find((one) => one === chosen);
  const close = useMutation({
    mutationFn: (given: { leftOn: string; exit: NonNullable<typeof exit> }) =>
      vault.enrolments.close({
        id: enrolment.id,
        ...given,
        ...(helped === 'notAsked' ? {} : { foundHelpful: helped === 'yes' }),
      }),
    onSuccess: () => {
      forget();
      onClose();
      onClosed();
    },
  });
  return (
    <FormDialog
      title={
        <>
          {t('enrolments.close')}: <NameText>{enrolment.listedName}</NameText>
        </>
      }
      onClose={onClose}
      onCancel={() => {
        forget();
        onClose();
      }}
      onSubmit={() => leftOn && exit && close.mutate({ leftOn, exit })}
      error={close.error}
      isSaving={close.isPending}
      isComplete={leftOn !== undefined && exit !== undefined}
      kept={kept}
    >
      <DateField
        label={t('enrolments.leftLabel')}
        required
        value={leftOn}
        onChange={(day) => change({ leftOn: day })}
      />
      <Select
        label={t('enrolments.exit')}
        required
        data={enrolmentOutcomes.map((value) => ({
          value,
          label: label('enrolmentOutcomes', value),
        }))}
        value={chosen}
        onChange={(one) => change({ chosen: one })}
      />
      <ChoiceChips
        label={t('enrolments.helped')}
        isCompact
        choices={helpedAnswers.map((value) => ({
          value,
          label: t(`enrolments.helpedAnswers.${value}`),
        }))}
        value={helped}
        onChange={(value) =>
          change({ helped: helpedAnswers.find((one) => one === value) ?? 'notAsked' })
        }
      />
    </FormDialog>
  );
}
