import { Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Benchmark } from '#api/network.ts';
import {
  type BenchmarkDetails,
  type BenchmarkReading,
  benchmarkLevels,
} from '#domain/network/benchmark.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { ChoiceChips } from '#ui/components/choice-chips.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { LongTextField } from '#ui/components/long-text-field.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { notifyWithUndo } from '#ui/components/notify-undo.tsx';
import { RemovalButton } from '#ui/components/removal-button.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationField } from '../directory/organisation-field.tsx';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import classes from './network.module.css';
import { ProgrammeChoice } from './programme-choice.tsx';

interface BenchmarkDialogProps {
  benchmark: Benchmark | undefined;
  programmeId: string | undefined;
  onClose: () => void;
}

type ReadingDraft = Partial<BenchmarkReading>;

interface Draft {
  programmeId: string | undefined;
  organisationId: string | null;
  /** A code, or `own` for one's own words. */
  indicator: string | null;
  ownIndicator: string;
  before: ReadingDraft;
  after: ReadingDraft;
}

const OWN = 'own';

function readingIn({ level, on, seen = '' }: ReadingDraft): BenchmarkReading | undefined {
  if (level === undefined || on === undefined) return undefined;
  return { level, on, ...(seen.trim() ? { seen } : {}) };
}

function detailsIn(draft: Draft): BenchmarkDetails | undefined {
  const { programmeId, organisationId, indicator, ownIndicator } = draft;
  const before = readingIn(draft.before);
  const after = readingIn(draft.after);
  if (!programmeId || !organisationId || !indicator || !before) return undefined;
  // Half a second look is not a look.
  if (draft.after.level !== undefined && !after) return undefined;
  if (after && after.on < before.on) return undefined;
  if (indicator === OWN && ownIndicator.trim() === '') return undefined;
  return {
    programmeId,
    organisationId,
    ...(indicator === OWN ? { ownIndicator } : { indicator }),
    before,
    ...(after ? { after } : {}),
  };
}

function startOf({ benchmark, programmeId }: BenchmarkDialogProps, today: string): Draft {
  const details = benchmark?.details;
  return {
    programmeId: details?.programmeId ?? programmeId,
    organisationId: details?.organisationId ?? null,
    indicator: details ? (details.indicator ?? OWN) : null,
    ownIndicator: details?.ownIndicator ?? '',
    before: details?.before ?? { on: today },
    after: details?.after ?? {},
  };
}

/** A level of five with the words that justify it, before and after. */
export function BenchmarkDialog(props: BenchmarkDialogProps) {
  const { benchmark, onClose } = props;
  const { t } = useTranslation(['network', 'common']);
  const { today } = useSession();
  const labels = useLabels();
  const { values, change, kept, forget } = useKeptForm<Draft>({
    form: 'benchmark',
    subjectId: benchmark?.id ?? 'new',
    start: startOf(props, today),
  });
  const details = detailsIn(values);
  const close = () => {
    forget();
    onClose();
  };
  const save = useMutation({
    mutationFn: (given: BenchmarkDetails) =>
      vault.benchmarks.save({ ...(benchmark ? { id: benchmark.id } : {}), details: given }),
    onSuccess: () => {
      notifyDone(t('benchmarks.saved'));
      close();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => vault.benchmarks.remove({ id }),
    onSuccess: (_, id) => {
      close();
      notifyWithUndo(t('benchmarks.removed'), () => void vault.benchmarks.restore({ id }));
    },
  });
  return (
    <FormDialog
      title={t('benchmarks.form')}
      size="xl"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => details && save.mutate(details)}
      error={save.error ?? remove.error}
      isSaving={save.isPending}
      isComplete={details !== undefined}
      removal={
        benchmark && (
          <RemovalButton
            isRemoving={remove.isPending}
            onRemove={() => remove.mutate(benchmark.id)}
          />
        )
      }
    >
      <div className={grid.two}>
        <OrganisationField
          label={t('benchmarks.office')}
          required
          value={values.organisationId}
          onChange={(organisationId) => change({ organisationId })}
        />
        <ProgrammeChoice
          required
          value={values.programmeId}
          onChange={(programmeId) => change({ programmeId })}
        />
        <Select
          label={t('benchmarks.indicator')}
          placeholder={t('common:forms.chooseOne')}
          required
          searchable
          data={[
            ...labels.choices('benchmarkIndicators'),
            { value: OWN, label: t('benchmarks.own') },
          ]}
          value={values.indicator}
          onChange={(indicator) => change({ indicator })}
        />
        {values.indicator === OWN && (
          <TextInput
            label={t('benchmarks.ownIndicator')}
            required
            dir="auto"
            maxLength={160}
            value={values.ownIndicator}
            onChange={(event) => change({ ownIndicator: event.currentTarget.value })}
          />
        )}
      </div>
      <div className={grid.two}>
        <ReadingFields
          title={t('benchmarks.columns.before')}
          reading={values.before}
          onChange={(before) => change({ before })}
        />
        <ReadingFields
          title={t('benchmarks.columns.after')}
          reading={values.after}
          onChange={(after) => change({ after })}
        />
      </div>
    </FormDialog>
  );
}

interface ReadingFieldsProps {
  title: string;
  reading: ReadingDraft;
  onChange: (reading: ReadingDraft) => void;
}

function ReadingFields({ title, reading, onChange }: ReadingFieldsProps) {
  const { t } = useTranslation('network');
  const { today } = useSession();
  return (
    <fieldset className={classes.group}>
      <legend>{title}</legend>
      <Stack gap="sm">
        <ChoiceChips
          label={t('benchmarks.levelField')}
          choices={benchmarkLevels.map((level) => ({
            value: String(level),
            label: t(`benchmarks.levels.${level}`),
          }))}
          isCompact
          value={reading.level === undefined ? undefined : String(reading.level)}
          onChange={(level) =>
            onChange({ ...reading, level: Number(level), on: reading.on ?? today })
          }
        />
        <DateField
          label={t('benchmarks.on')}
          value={reading.on}
          onChange={(on) => onChange({ ...reading, on })}
        />
        <LongTextField
          label={t('benchmarks.seen')}
          description={t('benchmarks.seenHint')}
          maxLength={400}
          value={reading.seen}
          onChange={(seen) => onChange({ ...reading, seen })}
        />
      </Stack>
    </fieldset>
  );
}
