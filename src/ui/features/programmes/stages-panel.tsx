import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Enrolment } from '#api/enrolments.ts';
import { useSession } from '#ui/app/session.tsx';
import { vault } from '#ui/app/vault-client.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { DateField } from '#ui/components/date-field.tsx';
import { FormDialog } from '#ui/components/form-dialog.tsx';
import { notifyDone } from '#ui/components/notify.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import classes from './programmes.module.css';

type Stage = Enrolment['stages'][number];

/** The steps of a programme with the day each was reached; a day noted late can be put right. */
export function StagesPanel({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation('programmes');
  const dates = useDates();
  const words = useRuleWords();
  const [dated, setDated] = useState<Stage>();
  const { stages, leftOn } = enrolment;
  return (
    <Panel title={t('steps.title')} hint={t('steps.hint')}>
      <DataTable
        caption={t('steps.title')}
        columns={(['stage', 'day', 'change'] as const).map((key) => ({
          key,
          label: t(`steps.${key}`),
        }))}
      >
        {stages.map((stage) => (
          <tr key={stage.code}>
            <td>{words(stage.name)}</td>
            <td>{stage.reachedOn ? dates.day(stage.reachedOn) : t('steps.notNoted')}</td>
            <td className={classes.end}>
              {!leftOn && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={`${t(stage.reachedOn ? 'steps.change' : 'steps.note')}: ${words(stage.name)}`}
                  onClick={() => setDated(stage)}
                >
                  {t(stage.reachedOn ? 'steps.change' : 'steps.note')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </DataTable>
      {dated && (
        <DayDialog enrolment={enrolment} stage={dated} onClose={() => setDated(undefined)} />
      )}
    </Panel>
  );
}

interface DayDialogProps {
  enrolment: Enrolment;
  stage: Stage;
  onClose: () => void;
}

function DayDialog({ enrolment, stage, onClose }: DayDialogProps) {
  const { t } = useTranslation('programmes');
  const words = useRuleWords();
  const { today } = useSession();
  const [day, setDay] = useState<string | undefined>(stage.reachedOn ?? today);
  const record = useMutation({
    mutationFn: (reachedOn: string) =>
      vault.enrolments.record({ id: enrolment.id, stage: stage.code, reachedOn }),
    onSuccess: () => {
      notifyDone(t('enrolments.stageNoted'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={words(stage.name)}
      onClose={onClose}
      onSubmit={() => day && record.mutate(day)}
      error={record.error}
      isSaving={record.isPending}
      isComplete={day !== undefined}
    >
      <DateField label={t('steps.day')} required value={day} onChange={setDay} />
    </FormDialog>
  );
}
