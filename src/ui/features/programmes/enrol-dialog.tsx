import { Checkbox } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Programme } from '#api/programmes.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { NameText } from '#ui/components/name-text.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import type { PickedPerson } from '../people/person-picker.tsx';
import { EligibilityNotice } from './eligibility-notice.tsx';
import { type Answers, QuestionFields } from './question-fields.tsx';

interface EnrolDialogProps {
  programme: Programme;
  person: PickedPerson;
  /** The programme they leave for this one. */
  leaving?: string | undefined;
  onClose: () => void;
}

interface EnrolDraft {
  enrolledOn: string | undefined;
  answers: Answers;
  isWaiting: boolean;
  overrideReason: string;
}

/** Says what the rules say while it is filled in; a coordinator may decide otherwise, with a reason. */
export function EnrolDialog({ programme, person, leaving, onClose }: EnrolDialogProps) {
  const { t } = useTranslation('programmes');
  const { today, user } = useSession();
  const { values, change, kept, forget } = useKeptForm<EnrolDraft>({
    form: 'enrolment',
    subjectId: `${leaving ?? 'new'}:${programme.id}:${person.id}`,
    personId: person.id,
    start: { enrolledOn: today, answers: {}, isWaiting: false, overrideReason: '' },
  });
  const { enrolledOn, answers, isWaiting, overrideReason } = values;
  const close = () => {
    forget();
    onClose();
  };
  const ids = { programmeId: programme.id, personId: person.id };
  const on = enrolledOn ?? today;
  const { data: found } = useQuery({
    queryKey: ['programmes', 'check', ids, on, answers],
    queryFn: () => vault.enrolments.check({ ...ids, on, answers }),
  });
  const enrol = useMutation({
    mutationFn: () => {
      const reason = overrideReason.trim() === '' ? {} : { overrideReason };
      const given = { programmeId: programme.id, answers, isWaiting, ...reason };
      return leaving === undefined
        ? vault.enrolments.create({ ...given, personId: person.id, enrolledOn: on })
        : vault.enrolments.transfer({ ...given, id: leaving, on });
    },
    onSuccess: () => {
      const done = isWaiting ? 'enrol.waits' : 'enrol.done';
      notifyDone(t(leaving === undefined ? done : 'transfer.done'));
      close();
    },
  });
  const isDecided = found !== undefined && found.outcome !== 'eligible';
  const mayDecide = user.role === 'coordinator';
  const isAllowed = !isDecided || isWaiting || (mayDecide && overrideReason.trim() !== '');
  return (
    <FormDialog
      title={
        <>
          {programme.name}: <NameText>{person.listedName}</NameText>
        </>
      }
      onClose={onClose}
      onCancel={close}
      onSubmit={() => enrol.mutate()}
      error={enrol.error}
      isSaving={enrol.isPending}
      isComplete={found !== undefined && enrolledOn !== undefined && isAllowed}
      saveLabel={t(isWaiting ? 'enrol.wait' : 'enrol.save')}
      kept={kept}
    >
      <DateField
        label={t('enrol.on')}
        required
        value={enrolledOn}
        onChange={(day) => change({ enrolledOn: day })}
      />
      <QuestionFields
        questions={programme.questions}
        answers={answers}
        onChange={(given) => change({ answers: given })}
      />
      {found && (
        <EligibilityNotice found={found} personId={person.id} questions={programme.questions} />
      )}
      <Checkbox
        label={t('enrol.waiting')}
        checked={isWaiting}
        onChange={(event) => change({ isWaiting: event.currentTarget.checked })}
      />
      {isDecided && !isWaiting && mayDecide && (
        <LongTextField
          label={t('enrol.reason')}
          description={t('enrol.reasonHint')}
          required
          maxLength={600}
          value={overrideReason}
          onChange={(text) => change({ overrideReason: text })}
        />
      )}
    </FormDialog>
  );
}
