import {
  ActionIcon,
  Button,
  MultiSelect,
  NativeSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  NationalityMap,
  OfferedAreas,
  OfferedList,
  OfferedProgramme,
} from '#api/report-plans.ts';
import { type ReportDimension, reportDimensions } from '#domain/indicators/indicator.ts';
import { mostIndicators, mostTables, type ReportPlan } from '#domain/reports/report-plan.ts';
import { listed } from '#ui/i18n/one-line.ts';
import { useRuleWords } from '../deadlines/use-rule-words.ts';
import { AreasDialog } from './areas-dialog.tsx';
import { NationalityMapDialog } from './nationality-map-dialog.tsx';
import classes from './reports-page.module.css';
import { usePlaceWords } from './use-place-words.ts';
import { isDimension } from './use-table-title.ts';

interface PlanDesignerProps {
  plan: ReportPlan;
  offered: {
    lists: readonly OfferedList[];
    maps: readonly NationalityMap[];
    areas: OfferedAreas;
  };
  /** Whose people are counted, with indicators of its own. */
  programme?: OfferedProgramme | undefined;
  onChange: (plan: ReportPlan) => void;
  /** What can be done with the plan as a whole. */
  children?: ReactNode;
}

/** A report for any other funder: rows, columns and indicators from lists. How it is protected is no choice. */
export function PlanDesigner(props: PlanDesignerProps) {
  const { plan, offered, programme, onChange, children } = props;
  const { t } = useTranslation('report-plans');
  const words = useRuleWords();
  const { category, figureWords } = usePlaceWords();
  const { lists } = offered;
  const bands = ({ ageBands }: OfferedList) =>
    listed(ageBands.map((code) => category('ageBand', code)));
  // Areas are told once somebody has drawn them.
  const dimensions = reportDimensions
    .filter((one) => one !== 'area' || offered.areas.areas.length > 0)
    .map((one) => ({ value: one, label: t(`dimensions.${one}`) }));
  const groups = [
    ...(programme ? [{ name: programme.name, indicators: programme.indicators }] : []),
    ...lists.map(({ name, indicators }) => ({ name: words(name), indicators })),
  ];
  const countable = groups.map(({ name, indicators }) => ({
    group: name,
    items: indicators
      .filter(({ notComputed }) => notComputed === undefined)
      .map((one) => ({ value: one.id, label: figureWords(one) })),
  }));
  return (
    <Stack gap="md" mb="md">
      <div className={classes.chooser}>
        <TextInput
          label={t('design.title')}
          maxLength={120}
          value={plan.title ?? ''}
          onChange={(event) => onChange(withTitle(plan, event.currentTarget.value))}
        />
        <NativeSelect
          label={t('design.ageBands')}
          value={plan.list}
          onChange={(event) => onChange({ ...plan, list: event.currentTarget.value })}
          data={lists.map((list) => ({
            value: list.code,
            label: `${list.code}: ${bands(list)}`,
          }))}
        />
        <div>
          <MapField plan={plan} maps={offered.maps} onChange={onChange} />
          <AreasField offered={offered.areas} />
        </div>
      </div>
      <TablesField plan={plan} dimensions={dimensions} onChange={onChange} />
      <MultiSelect
        label={t('design.indicators')}
        description={t('design.indicatorsText')}
        searchable
        clearable
        maxValues={mostIndicators}
        data={countable}
        value={[...plan.indicators]}
        onChange={(indicators) => onChange({ ...plan, indicators })}
        nothingFoundMessage={t('design.nothingFound')}
        clearButtonProps={{ 'aria-label': t('design.clear') }}
      />
      <MultiSelect
        label={t('design.by')}
        description={t('design.byText')}
        maxValues={2}
        clearable
        data={dimensions}
        value={[...(plan.by ?? [])]}
        onChange={(by) => onChange(brokenDownBy(plan, by.filter(isDimension)))}
        clearButtonProps={{ 'aria-label': t('design.clear') }}
      />
      <Text size="sm" c="dimmed">
        {t('design.protected')}
      </Text>
      {children}
    </Stack>
  );
}

function withTitle({ title: _, ...plan }: ReportPlan, typed: string): ReportPlan {
  return typed === '' ? plan : { ...plan, title: typed };
}

function brokenDownBy({ by: _, ...plan }: ReportPlan, by: ReportDimension[]): ReportPlan {
  return by.length === 0 ? plan : { ...plan, by };
}

function withMap({ nationalityMapId: _, ...plan }: ReportPlan, id: string): ReportPlan {
  return id === '' ? plan : { ...plan, nationalityMapId: id };
}

type Part = Pick<PlanDesignerProps, 'plan' | 'onChange'>;

/** Tables of a plan have no name but their place. */
const inPlaces = (tables: ReportPlan['tables']) =>
  tables.map((table, at) => ({ ...table, at, key: `table-${at}` }));

interface TablesFieldProps extends Part {
  dimensions: { value: string; label: string }[];
}

function TablesField({ plan, dimensions, onChange }: TablesFieldProps) {
  const { t } = useTranslation('report-plans');
  const set = (tables: ReportPlan['tables']) => onChange({ ...plan, tables });
  return (
    <Stack gap="xs">
      {inPlaces(plan.tables).map(({ key, at, rows, columns }) => (
        <div key={key} className={classes.tableRow}>
          <NativeSelect
            label={t('design.rows', { number: at + 1 })}
            value={rows}
            data={dimensions}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              if (!isDimension(chosen)) return;
              set(
                plan.tables.with(
                  at,
                  chosen === columns
                    ? { rows: chosen }
                    : { rows: chosen, ...(columns ? { columns } : {}) },
                ),
              );
            }}
          />
          <NativeSelect
            label={t('design.columns', { number: at + 1 })}
            value={columns ?? ''}
            data={[
              { value: '', label: t('design.noColumns') },
              ...dimensions.filter(({ value }) => value !== rows),
            ]}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              set(plan.tables.with(at, isDimension(chosen) ? { rows, columns: chosen } : { rows }));
            }}
          />
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('design.removeTable', { number: at + 1 })}
            onClick={() => set(plan.tables.filter((_, other) => other !== at))}
          >
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {plan.tables.length < mostTables && (
        <div>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => set([...plan.tables, { rows: 'nationality' }])}
          >
            {t('design.addTable')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function MapField({ plan, maps, onChange }: Part & { maps: readonly NationalityMap[] }) {
  const { t } = useTranslation('report-plans');
  const [isMaking, setMaking] = useState(false);
  const chosen = maps.find(({ id }) => id === plan.nationalityMapId);
  return (
    <div>
      <NativeSelect
        label={t('maps.label')}
        value={plan.nationalityMapId ?? ''}
        onChange={(event) => onChange(withMap(plan, event.currentTarget.value))}
        data={[
          { value: '', label: t('maps.none') },
          ...maps.map(({ id, name, frozenOn }) => ({
            value: id,
            label: frozenOn ? t('maps.frozen', { name }) : name,
          })),
        ]}
      />
      <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setMaking(true)}>
        {t(chosen && !chosen.frozenOn ? 'maps.change' : 'maps.make')}
      </Button>
      {isMaking && (
        <NationalityMapDialog
          map={chosen?.frozenOn ? undefined : chosen}
          onClose={() => setMaking(false)}
          onSaved={(id) => onChange(withMap(plan, id))}
        />
      )}
    </div>
  );
}

function AreasField({ offered }: { offered: OfferedAreas }) {
  const { t } = useTranslation('report-plans');
  const [isDrawing, setDrawing] = useState(false);
  const { areas, frozenOn } = offered;
  if (frozenOn) {
    return (
      <Text size="sm" c="dimmed" mt={4}>
        {t('areas.frozen', { areas: listed(areas.map(({ name }) => name)) })}
      </Text>
    );
  }
  return (
    <>
      <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setDrawing(true)}>
        {t(areas.length > 0 ? 'areas.change' : 'areas.draw')}
      </Button>
      {isDrawing && <AreasDialog offered={offered} onClose={() => setDrawing(false)} />}
    </>
  );
}
