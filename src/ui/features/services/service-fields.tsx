import { Autocomplete, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { serviceAttendances, serviceChannels, usualMinutes } from '#domain/services/service.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import classes from '#ui/components/form-grid.module.css';
import { choicesOf, useLabels } from '#ui/i18n/use-labels.ts';
import { useWorkers } from '../people/use-workers.ts';
import { areMinutes, type ServiceDraft } from './service-draft.ts';
import own from './service-fields.module.css';

interface ServiceFieldsProps {
  draft: ServiceDraft;
  onChange: (part: Partial<ServiceDraft>) => void;
  personId: string | undefined;
  /** Says what is missing, once somebody has tried to save. */
  wasAsked: boolean;
}

const shownTypes = 8;

export function ServiceFields({ draft, onChange, personId, wasAsked }: ServiceFieldsProps) {
  const { t } = useTranslation('services');
  const { label } = useLabels();
  const { data: suggested } = useQuery({
    queryKey: ['services', 'suggest', personId],
    queryFn: () => vault.services.suggest(personId === undefined ? {} : { personId }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const types = suggested?.types ?? [];
  const isRare = draft.type !== undefined && !types.slice(0, shownTypes).includes(draft.type);
  const rare = types.slice(shownTypes);
  return (
    <>
      <div>
        <ChoiceChips
          label={t('type')}
          choices={choicesOf(types.slice(0, shownTypes), 'serviceTypes', label)}
          value={draft.type}
          error={wasAsked && draft.type === undefined ? t('typeNeeded') : undefined}
          onChange={(type) => onChange({ type })}
        />
        <NativeSelect
          mt={6}
          aria-label={t('otherType')}
          data={[{ value: '', label: t('otherType') }, ...choicesOf(rare, 'serviceTypes', label)]}
          value={isRare ? draft.type : ''}
          onChange={(event) => onChange({ type: event.currentTarget.value || undefined })}
        />
      </div>
      <div className={own.minutes}>
        <ChoiceChips
          label={t('minutes')}
          isCompact
          choices={usualMinutes.map((value) => ({ value: String(value), label: String(value) }))}
          value={draft.minutes}
          onChange={(minutes) => onChange({ minutes })}
        />
        <TextInput
          label={t('otherMinutes')}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          value={draft.minutes}
          error={areMinutes(draft.minutes) ? undefined : t('minutesInvalid')}
          onChange={(event) => onChange({ minutes: event.currentTarget.value })}
        />
        <DateField
          label={t('doneOn')}
          value={draft.doneOn}
          onChange={(doneOn) => onChange({ doneOn })}
        />
      </div>
      <div className={classes.two}>
        <NativeSelect
          label={t('channel')}
          data={choicesOf(serviceChannels, 'serviceChannels', label)}
          value={draft.channel}
          onChange={(event) => {
            const channel = serviceChannels.find((one) => one === event.currentTarget.value);
            if (channel) onChange({ channel });
          }}
        />
        <NativeSelect
          label={t('attendance')}
          data={choicesOf(serviceAttendances, 'serviceAttendances', label)}
          value={draft.attendance}
          onChange={(event) => {
            const value = serviceAttendances.find((one) => one === event.currentTarget.value);
            if (value) onChange({ attendance: value });
          }}
        />
      </div>
      <Textarea
        label={t('note')}
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={draft.note ?? ''}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <MoreFields draft={draft} onChange={onChange} suggested={suggested} />
    </>
  );
}

interface MoreFieldsProps extends Pick<ServiceFieldsProps, 'draft' | 'onChange'> {
  suggested: { places: string[]; mediators: string[] } | undefined;
}

function MoreFields({ draft, onChange, suggested }: MoreFieldsProps) {
  const { t } = useTranslation('services');
  const workers = useWorkers(draft.workerId);
  const isFilled = Boolean(draft.mediator || draft.place || draft.outcome);
  const isGone = !workers.some((one) => one.value === draft.workerId);
  const names = workers.slice(1).map((one) => one.label);
  const mediators = [...new Set([...(suggested?.mediators ?? []), ...names])];
  return (
    <details className={own.more} open={isFilled || undefined}>
      <summary>{t('more')}</summary>
      <div className={classes.two}>
        <TextInput
          label={t('outcome')}
          dir="auto"
          maxLength={300}
          value={draft.outcome ?? ''}
          onChange={(event) => onChange({ outcome: event.currentTarget.value })}
        />
        <Autocomplete
          label={t('mediator')}
          dir="auto"
          maxLength={120}
          data={mediators}
          value={draft.mediator ?? ''}
          onChange={(mediator) => onChange({ mediator })}
        />
        <Autocomplete
          label={t('place')}
          dir="auto"
          maxLength={160}
          data={suggested?.places ?? []}
          value={draft.place ?? ''}
          onChange={(place) => onChange({ place })}
        />
        <NativeSelect
          label={t('worker')}
          data={
            isGone ? [...workers, { value: draft.workerId, label: t('formerWorker') }] : workers
          }
          value={draft.workerId}
          onChange={(event) => onChange({ workerId: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
