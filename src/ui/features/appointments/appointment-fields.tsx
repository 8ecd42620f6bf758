import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { appointmentKinds } from '#domain/appointments/appointment.ts';
import { MOST_OCCURRENCES } from '#domain/appointments/recurrence.ts';
import { DateField } from '#ui/components/date-field.tsx';
import classes from '#ui/components/form-grid.module.css';
import { TimeField } from '#ui/components/time-field.tsx';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { PeopleField } from '../people/people-field.tsx';
import { useWorkers } from '../people/use-workers.ts';
import { type AppointmentDraft, countOf, rhythms } from './appointment-draft.ts';

interface AppointmentFieldsProps {
  draft: AppointmentDraft;
  onChange: (part: Partial<AppointmentDraft>) => void;
  /** Says what is missing, once somebody has tried to save. */
  wasAsked: boolean;
  canRepeat: boolean;
}

const lengths = ['15', '30', '45', '60', '90', '120', '180', '240'];

export function AppointmentFields(props: AppointmentFieldsProps) {
  const { draft, onChange, wasAsked, canRepeat } = props;
  const { t } = useTranslation(['appointments', 'common']);
  const { label } = useLabels();
  const workers = useWorkers(draft.workerId);
  const isNothing = draft.people.length === 0 && !draft.about?.trim();
  const minutes = lengths.includes(draft.minutes) ? lengths : [draft.minutes, ...lengths];
  return (
    <>
      <PeopleField
        label={t('people')}
        people={draft.people}
        onChange={(people) => onChange({ people })}
      />
      <div className={classes.two}>
        <NativeSelect
          label={t('kind')}
          data={choicesOf(appointmentKinds, 'appointmentKinds', label)}
          value={draft.kind}
          onChange={(event) => {
            const kind = appointmentKinds.find((one) => one === event.currentTarget.value);
            if (kind) onChange({ kind });
          }}
        />
        <TextInput
          label={t('about')}
          dir="auto"
          maxLength={160}
          value={draft.about ?? ''}
          error={wasAsked && isNothing ? t('aboutNeeded') : undefined}
          onChange={(event) => onChange({ about: event.currentTarget.value || undefined })}
        />
      </div>
      <div className={classes.three}>
        <DateField
          label={t('on')}
          value={draft.on}
          error={wasAsked && !draft.on ? t('common:forms.required') : undefined}
          onChange={(on) => onChange({ on })}
        />
        <TimeField
          label={t('start')}
          description={t('startHint')}
          value={draft.start}
          onChange={(start) => onChange({ start })}
        />
        <NativeSelect
          label={t('length')}
          disabled={draft.start === undefined}
          data={minutes.map((value) => ({ value, label: t('minutes', { count: Number(value) }) }))}
          value={draft.minutes}
          onChange={(event) => onChange({ minutes: event.currentTarget.value })}
        />
      </div>
      <div className={classes.two}>
        <NativeSelect
          label={t('worker')}
          data={[...workers, { value: '', label: t('anybody') }]}
          value={draft.workerId ?? ''}
          onChange={(event) => onChange({ workerId: event.currentTarget.value || undefined })}
        />
        <TextInput
          label={t('place')}
          dir="auto"
          maxLength={160}
          value={draft.place ?? ''}
          onChange={(event) => onChange({ place: event.currentTarget.value || undefined })}
        />
      </div>
      {canRepeat && <RepeatFields draft={draft} onChange={onChange} wasAsked={wasAsked} />}
      <Textarea
        label={t('note')}
        dir="auto"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={600}
        value={draft.note ?? ''}
        onChange={(event) => onChange({ note: event.currentTarget.value || undefined })}
      />
    </>
  );
}

function RepeatFields({ draft, onChange, wasAsked }: Omit<AppointmentFieldsProps, 'canRepeat'>) {
  const { t } = useTranslation(['appointments', 'common']);
  const count = countOf(draft);
  const isMissing = wasAsked && draft.until === undefined;
  const problem =
    count > MOST_OCCURRENCES
      ? t('tooMany', { most: MOST_OCCURRENCES })
      : draft.until !== undefined && count === 0
        ? t('endsBefore')
        : undefined;
  return (
    <div className={classes.two}>
      <NativeSelect
        label={t('repeat')}
        data={rhythms.map((value) => ({ value, label: t(`rhythms.${value}`) }))}
        value={draft.rhythm}
        onChange={(event) => {
          const rhythm = rhythms.find((one) => one === event.currentTarget.value);
          if (rhythm) onChange({ rhythm });
        }}
      />
      {draft.rhythm !== 'never' && (
        <DateField
          label={t('until')}
          description={count > 0 && !problem ? t('timesInAll', { count }) : undefined}
          value={draft.until}
          error={problem ?? (isMissing ? t('common:forms.required') : undefined)}
          onChange={(until) => onChange({ until })}
        />
      )}
    </div>
  );
}
