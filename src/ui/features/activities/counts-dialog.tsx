import { Alert, Fieldset, NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Activity } from '#api/activities.ts';
import { sexes } from '#domain/people/person.ts';
import { vault } from '#ui/app/vault-client.ts';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import grid from '#ui/components/form-grid.module.css';
import { notifyDone } from '#ui/components/notify.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { useKeptForm } from '../drafts/use-kept-form.ts';
import classes from './activities.module.css';
import {
  type CountsDraft,
  draftOfCounts,
  groupKey,
  type Measure,
  measures,
  readCounts,
  sumOf,
} from './counts-draft.ts';
import { useActivityForm } from './use-activity-form.ts';

/** People by sex and age, one group of origin at a time; and what forms without a name say. */
export function CountsDialog({ activity, onClose }: { activity: Activity; onClose: () => void }) {
  const { t } = useTranslation('activities');
  const [measure, setMeasure] = useState<Measure>('people');
  const {
    values: draft,
    change,
    kept,
    forget,
  } = useKeptForm<CountsDraft>({
    form: 'activityCounts',
    subjectId: activity.id,
    start: draftOfCounts(activity),
  });
  const close = () => {
    forget();
    onClose();
  };
  const read = readCounts(draft);
  const save = useMutation({
    mutationFn: (given: NonNullable<typeof read>) =>
      vault.activities.count({ id: activity.id, ...given }),
    onSuccess: () => {
      notifyDone(t('counted.saved'));
      close();
    },
  });
  return (
    <FormDialog
      title={t('counted.title')}
      size="xl"
      onClose={onClose}
      onCancel={close}
      kept={kept}
      onSubmit={() => read && save.mutate(read)}
      error={save.error}
      isSaving={save.isPending}
      isComplete={read !== undefined}
    >
      {activity.isTraining && (
        <SegmentedControl
          aria-label={t('counted.measure')}
          data={measures.map((value) => {
            const what = t(`counted.${value}`);
            return { value, label: `${what}: ${sumOf(draft, value)}` };
          })}
          value={measure}
          onChange={(value) => setMeasure(measures.find((one) => one === value) ?? measure)}
        />
      )}
      <CountsGrid
        draft={draft}
        bands={activity.details.bands}
        measure={measure}
        onChange={(groups) => change({ groups })}
      />
      {!read && <Alert color="yellow">{t('counted.tooMany')}</Alert>}
      <Scores draft={draft} onChange={(scores) => change({ scores })} />
    </FormDialog>
  );
}

interface CountsGridProps {
  draft: CountsDraft;
  bands: string;
  measure: Measure;
  onChange: (groups: CountsDraft['groups']) => void;
}

function CountsGrid({ draft, bands, measure, onChange }: CountsGridProps) {
  const { t } = useTranslation('activities');
  const { label } = useLabels();
  const form = useActivityForm();
  const [origin, setOrigin] = useState('unknown');
  const { groups } = draft;
  const cell = (sex: (typeof sexes)[number], band: { value: string; label: string }) => {
    const key = groupKey({ sex, band: band.value, origin });
    const numbers = groups[key] ?? {};
    const isTooMany = measure !== 'people' && (numbers[measure] ?? 0) > (numbers.people ?? 0);
    return (
      <NumberInput
        size="sm"
        aria-label={t('counted.cell', { sex: label('sexes', sex), band: band.label })}
        min={0}
        max={100_000}
        allowDecimal={false}
        hideControls
        error={isTooMany}
        value={numbers[measure] || ''}
        onChange={(typed) =>
          onChange({
            ...groups,
            [key]: { ...numbers, [measure]: typeof typed === 'number' ? typed : 0 },
          })
        }
      />
    );
  };
  return (
    <div>
      <NativeSelect
        mb="sm"
        label={t('people.origin')}
        data={form.origins}
        value={origin}
        onChange={(event) => setOrigin(event.currentTarget.value)}
      />
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{t('counted.band')}</th>
            {sexes.map((sex) => (
              <th key={sex} scope="col">
                {label('sexes', sex)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.bands(bands).map((band) => (
            <tr key={band.value}>
              <th scope="row">{band.label}</th>
              {sexes.map((sex) => (
                <td key={sex}>{cell(sex, band)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Scores({
  draft,
  onChange,
}: {
  draft: CountsDraft;
  onChange: (scores: CountsDraft['scores']) => void;
}) {
  const { t } = useTranslation('activities');
  const { steps } = useActivityForm();
  return (
    <Fieldset legend={t('counted.scores')}>
      <div className={grid.three}>
        {steps.map(({ value, label }) => (
          <NumberInput
            key={value}
            size="sm"
            label={label}
            min={0}
            max={100_000}
            allowDecimal={false}
            hideControls
            value={draft.scores[value] ?? ''}
            onChange={(typed) =>
              onChange({
                ...draft.scores,
                [value]: typeof typed === 'number' ? typed : undefined,
              })
            }
          />
        ))}
      </div>
    </Fieldset>
  );
}
