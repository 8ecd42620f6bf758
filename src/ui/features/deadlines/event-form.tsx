import { Alert, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  associationEventKinds,
  type EventKind,
  eventKinds,
  personEventKinds,
  printedTerms,
} from '#domain/deadlines/fact-kind.ts';
import { isPossibleDay, type ProcedureEventDetails } from '#domain/deadlines/procedure-event.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';

type Area = keyof typeof personEventKinds;
const areas = Object.keys(personEventKinds) as Area[];

interface EventDraft {
  kind: EventKind | undefined;
  on: string | undefined;
  term: number | undefined;
  note: string;
  sourceSeen: boolean;
}

interface EventFormProps {
  personId: string | undefined;
  eventId: string | undefined;
  start: Partial<ProcedureEventDetails>;
  onDone: () => void;
}

export function EventForm({ personId, eventId, start, onDone }: EventFormProps) {
  const { t } = useTranslation(['deadlines', 'common']);
  const { today } = useSession();
  const { values, change, kept, forget } = useKeptForm<EventDraft>({
    form: 'deadline',
    subjectId: `event:${eventId ?? personId ?? 'association'}`,
    personId,
    start: {
      kind: undefined,
      on: undefined,
      term: undefined,
      note: '',
      sourceSeen: false,
      ...start,
    },
  });
  const { kind, on, term, note, sourceSeen } = values;
  const close = () => {
    forget();
    onDone();
  };
  const isImpossible = Boolean(kind && on && !isPossibleDay(kind, on, today));
  const isComplete = kind !== undefined && on !== undefined && !isImpossible;
  const save = useMutation({
    mutationFn: (details: ProcedureEventDetails) =>
      vault.procedureEvents.save({
        ...(personId ? { personId } : {}),
        ...(eventId ? { id: eventId } : {}),
        details,
      }),
    onSuccess: () => {
      notifyDone(t('eventSaved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: () => vault.procedureEvents.withdraw({ id: eventId ?? '' }),
    onSuccess: () => {
      notifyDone(t('removed'));
      close();
    },
  });
  const submit = () => {
    if (!isComplete) return;
    save.mutate({
      kind,
      on,
      sourceSeen,
      ...(term === undefined ? {} : { term }),
      ...(note.trim() ? { note } : {}),
    });
  };
  return (
    <FormDialog
      size="lg"
      title={t(eventId ? 'eventChange' : 'eventTitle')}
      onClose={onDone}
      onCancel={close}
      onSubmit={submit}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={isComplete}
      kept={kept}
      removal={
        eventId && <RemovalButton isRemoving={remove.isPending} onRemove={() => remove.mutate()} />
      }
    >
      <KindField
        isForPerson={personId !== undefined}
        value={kind}
        onChange={(chosen) => change({ kind: chosen, term: undefined })}
      />
      <DateField
        label={t('eventOn')}
        description={kind && dayHints.has(kind) ? t(`dayHints.${kind as DayHint}`) : undefined}
        value={on}
        error={isImpossible ? t('dayImpossible') : undefined}
        onChange={(day) => change({ on: day })}
      />
      <TermField kind={kind} value={term} onChange={(chosen) => change({ term: chosen })} />
      <Checkbox
        label={t('sourceSeen')}
        checked={sourceSeen}
        onChange={(event) => change({ sourceSeen: event.currentTarget.checked })}
      />
      <LongTextField
        label={t('note')}
        maxLength={600}
        value={note}
        onChange={(text) => change({ note: text })}
      />
    </FormDialog>
  );
}

/** Events whose day is not simply the day it happened. */
const hinted = ['hearing', 'decisionNotified', 'prosieguoOrdered', 'childAbroad'] as const;
type DayHint = (typeof hinted)[number];
const dayHints: ReadonlySet<EventKind> = new Set(hinted);

interface KindFieldProps {
  isForPerson: boolean;
  value: EventKind | undefined;
  onChange: (kind: EventKind | undefined) => void;
}

function KindField({ isForPerson, value, onChange }: KindFieldProps) {
  const { t } = useTranslation(['deadlines', 'common']);
  const choice = (kind: EventKind) => ({ value: kind, label: t(`facts.${kind}`) });
  const data = isForPerson
    ? areas.map((area) => ({
        group: t(`areas.${area}`),
        items: personEventKinds[area].map(choice),
      }))
    : associationEventKinds.map(choice);
  return (
    <NativeSelect
      data-autofocus
      label={t('eventKind')}
      data={[{ value: '', label: t('common:forms.chooseOne') }, ...data]}
      value={value ?? ''}
      onChange={(event) => onChange(eventKinds.find((one) => one === event.currentTarget.value))}
    />
  );
}

interface TermFieldProps {
  kind: EventKind | undefined;
  value: number | undefined;
  onChange: (term: number | undefined) => void;
}

/** The term printed on the act; the cautious one counts until somebody has read it. */
function TermField({ kind, value, onChange }: TermFieldProps) {
  const { t } = useTranslation('deadlines');
  const printed = kind && printedTerms[kind];
  if (!printed) return null;
  const unit = `terms.${printed.unit}` as const;
  return (
    <>
      <NativeSelect
        label={t(`termLabels.${printed.unit}`)}
        data={[
          { value: '', label: t('termUnknown') },
          ...printed.choices.map((one) => ({ value: String(one), label: t(unit, { count: one }) })),
        ]}
        value={value === undefined ? '' : String(value)}
        onChange={(event) => onChange(Number(event.currentTarget.value) || undefined)}
      />
      {value === undefined && printed.unit === 'days' && (
        <Alert color="terracotta">{t('termShortest')}</Alert>
      )}
    </>
  );
}
