import { Alert, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OfferedList, OfferedProgramme, SavedPlan } from '#api/report-plans.ts';
import { isOwnIndicatorId } from '#domain/programmes/programme-indicator.ts';
import type { ReportPlan } from '#domain/reports/report-plan.ts';
import { vault } from '#ui/app/vault-client.ts';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { PlanDesigner } from './plan-designer.tsx';
import classes from './reports-page.module.css';
import { SavePlan } from './save-plan.tsx';

/** Which report: the standard summary, one that comes with a funder's list, or one put together here. */
export interface ChosenPlan {
  kind: string;
  programmeId: string;
  /** Of the kind `own`, and of one that was saved. */
  own: ReportPlan;
}

const standardKind = '';
const ownKind = 'own';
/** The indicators of the programme whose people are counted. */
export const programmeKind = 'programme';
const savedKind = (id: string) => `saved:${id}`;
const savedIdOf = (kind: string) => (kind.startsWith('saved:') ? kind.slice(6) : undefined);
const isOwn = (kind: string) => kind === ownKind || savedIdOf(kind) !== undefined;

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

interface Offered {
  lists: readonly OfferedList[];
  programmes: readonly OfferedProgramme[];
}

/** Of a report made to measure what another programme counts for itself is left out. */
function forProgramme(own: ReportPlan, programme: OfferedProgramme | undefined): ReportPlan {
  const indicators = own.indicators.filter(
    (id) => !isOwnIndicatorId(id) || programme?.indicators.some((one) => one.id === id),
  );
  return { ...own, indicators };
}

/** Nothing for the standard summary of everybody. */
export function planOf(
  { kind, programmeId, own }: ChosenPlan,
  { lists, programmes }: Offered,
): ReportPlan | undefined {
  const programme = programmes.find(({ id }) => id === programmeId);
  const population = programmeId === '' ? {} : { programmeId };
  if (isOwn(kind)) return { ...forProgramme(own, programme), ...population };
  if (kind === programmeKind && programme) return programme.plan;
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

/** One of the list is taken up whole; nothing of it changes the one that is kept, until it is saved. */
function chooseKind(chosen: ChosenPlan, kind: string, saved: readonly SavedPlan[]): ChosenPlan {
  const found = saved.find(({ id }) => id === savedIdOf(kind));
  if (!found) return { ...chosen, kind };
  const { programmeId = '', ...own } = found.plan;
  return { kind, programmeId, own };
}

/** The report of a programme is of its people, and of nobody else's. */
function withProgramme(chosen: ChosenPlan, programmeId: string): ChosenPlan {
  const isLost = chosen.kind === programmeKind && programmeId === '';
  return { ...chosen, programmeId, ...(isLost ? { kind: standardKind } : {}) };
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
  const saved = offered?.own ?? [];
  const programmes = offered?.programmes ?? [];
  const programme = programmes.find(({ id }) => id === chosen.programmeId);
  const own = planOf(chosen, { lists, programmes });
  const list = lists.find(({ code }) => code === chosen.kind);
  return (
    <>
      <div className={classes.chooser}>
        <NativeSelect
          label={t('kind.label')}
          value={chosen.kind}
          onChange={(event) => onChange(chooseKind(chosen, event.currentTarget.value, saved))}
          data={[
            { value: standardKind, label: t('kind.standard') },
            ...(programme
              ? [{ value: programmeKind, label: t('kind.programme', { name: programme.name }) }]
              : []),
            ...lists.map(({ code, name }) => ({ value: code, label: words(name) })),
            ...saved.map(({ id, plan }) => ({ value: savedKind(id), label: plan.title ?? '' })),
            { value: ownKind, label: t('kind.own') },
          ]}
        />
        <NativeSelect
          label={t('population.label')}
          value={chosen.programmeId}
          onChange={(event) => onChange(withProgramme(chosen, event.currentTarget.value))}
          data={[
            { value: '', label: t('population.everybody') },
            ...programmes.map(({ id, name }) => ({
              value: id,
              label: t('population.programme', { name }),
            })),
          ]}
        />
      </div>
      {list && <AboutList list={list} />}
      {isOwn(chosen.kind) && offered && own && (
        <PlanDesigner
          plan={forProgramme(chosen.own, programme)}
          offered={offered}
          programme={programme}
          onChange={(changed) => onChange({ ...chosen, own: changed })}
        >
          <SavePlan
            plan={own}
            id={savedIdOf(chosen.kind)}
            onSaved={(id) => onChange({ ...chosen, kind: savedKind(id) })}
            onRemoved={() => onChange({ ...chosen, kind: ownKind })}
          />
        </PlanDesigner>
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
