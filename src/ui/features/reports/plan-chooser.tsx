import { Alert, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OfferedList } from '#api/report-plans.ts';
import type { ReportPlan } from '#domain/reports/report-plan.ts';
import { vault } from '#ui/app/vault-client.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { PlanDesigner } from './plan-designer.tsx';
import classes from './reports-page.module.css';

/** Which report: the standard summary, one that comes with a funder's list, or one put together here. */
export interface ChosenPlan {
  kind: string;
  programmeId: string;
  /** Of the kind `own`. */
  own: ReportPlan;
}

const standardKind = '';
const ownKind = 'own';

export const firstChoice: ChosenPlan = {
  kind: standardKind,
  programmeId: '',
  own: { list: 'UNHCR', tables: [{ rows: 'ageBand', columns: 'sex' }], indicators: [] },
};

export function useOfferedPlans() {
  return useQuery({
    queryKey: ['reports', 'offer'],
    queryFn: () => vault.reportPlans.offer({}),
  }).data;
}

/** Nothing for the standard summary of everybody. */
export function planOf(
  { kind, programmeId, own }: ChosenPlan,
  lists: readonly OfferedList[],
): ReportPlan | undefined {
  const population = programmeId === '' ? {} : { programmeId };
  if (kind === ownKind) return { ...own, ...population };
  const offered = lists.find(({ code }) => code === kind)?.plan;
  if (offered) return { ...offered, ...population };
  if (programmeId === '') return undefined;
  return {
    list: 'UNHCR',
    tables: [{ rows: 'ageBand', columns: 'sex' }, { rows: 'nationality' }, { rows: 'legalStatus' }],
    indicators: [],
    ...population,
  };
}

interface PlanChooserProps {
  chosen: ChosenPlan;
  onChange: (chosen: ChosenPlan) => void;
}

export function PlanChooser({ chosen, onChange }: PlanChooserProps) {
  const { t } = useTranslation('report-plans');
  const words = useRuleWords();
  const offered = useOfferedPlans();
  const lists = offered?.lists ?? [];
  const list = lists.find(({ code }) => code === chosen.kind);
  return (
    <>
      <div className={classes.chooser}>
        <NativeSelect
          label={t('kind.label')}
          value={chosen.kind}
          onChange={(event) => onChange({ ...chosen, kind: event.currentTarget.value })}
          data={[
            { value: standardKind, label: t('kind.standard') },
            ...lists.map(({ code, name }) => ({ value: code, label: words(name) })),
            { value: ownKind, label: t('kind.own') },
          ]}
        />
        <NativeSelect
          label={t('population.label')}
          value={chosen.programmeId}
          onChange={(event) => onChange({ ...chosen, programmeId: event.currentTarget.value })}
          data={[
            { value: '', label: t('population.everybody') },
            ...(offered?.programmes ?? []).map(({ id, name }) => ({
              value: id,
              label: t('population.programme', { name }),
            })),
          ]}
        />
      </div>
      {list && <AboutList list={list} />}
      {chosen.kind === ownKind && offered && (
        <PlanDesigner
          plan={chosen.own}
          offered={offered}
          onChange={(own) => onChange({ ...chosen, own })}
        />
      )}
    </>
  );
}

function AboutList({ list }: { list: OfferedList }) {
  const { t } = useTranslation('report-plans');
  const words = useRuleWords();
  const dates = useDates();
  return (
    <Alert color="petrol" mb="md">
      <Text>{words(list.about)}</Text>
      <Text size="sm" c="dimmed">
        {t('kind.source', { source: list.source, date: dates.day(list.checkedOn) })}
      </Text>
    </Alert>
  );
}
