import { useTranslation } from 'react-i18next';
import type { PlanDetails } from '#domain/plans/plan.ts';
import {
  diffPlans,
  type FieldChange,
  type GoalDiff,
  type ItemChange,
  type ListDiff,
} from '#domain/plans/plan-diff.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Tag, type TagTone } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import classes from './plan-changes.module.css';

const tones: Record<ItemChange, TagTone> = {
  added: 'good',
  removed: 'attention',
  finished: 'calm',
  dropped: 'neutral',
  changed: 'neutral',
  same: 'neutral',
};

interface PlanChangesProps {
  before: PlanDetails;
  after: PlanDetails;
  /** Number of the version before. */
  version: number;
}

/** What is new in this version, in the order of the plan. */
export function PlanChanges({ before, after, version }: PlanChangesProps) {
  const { t } = useTranslation('plans');
  const diff = diffPlans(before, after);
  return (
    <Panel title={t('changes.title', { version })}>
      {diff.isEmpty && <p>{t('changes.none')}</p>}
      <ul className={classes.list} aria-label={t('changes.title', { version })}>
        {diff.lists.map((one) => (
          <li key={one.list} className={classes.item}>
            <ListChanges diff={one} />
          </li>
        ))}
        {diff.goals.map((goal) => (
          <li key={goal.key} className={classes.item}>
            <GoalChanges goal={goal} />
          </li>
        ))}
        {diff.fields.length > 0 && (
          <li className={classes.item}>
            <FieldChanges changes={diff.fields} />
          </li>
        )}
      </ul>
    </Panel>
  );
}

function ChangeTag({ change }: { change: ItemChange }) {
  const { t } = useTranslation('plans');
  return <Tag tone={tones[change]}>{t(`changes.${change}`)}</Tag>;
}

function ListChanges({ diff }: { diff: ListDiff }) {
  const { t } = useTranslation('plans');
  const labels = useLabels();
  const textOf = (one: string) =>
    diff.list === 'rightsExplained' ? labels.label('rights', one) : one;
  return (
    <>
      <strong>{t(`changes.lists.${diff.list}`)}</strong>
      <ul className={classes.inner}>
        {diff.added.map((one) => (
          <li key={`+${one}`}>
            <ChangeTag change="added" /> <bdi dir="auto">{textOf(one)}</bdi>
          </li>
        ))}
        {diff.removed.map((one) => (
          <li key={`-${one}`}>
            <ChangeTag change="removed" /> <bdi dir="auto">{textOf(one)}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function GoalChanges({ goal }: { goal: GoalDiff }) {
  const labels = useLabels();
  return (
    <>
      <ChangeTag change={goal.change} /> <strong dir="auto">{goal.statement}</strong>{' '}
      <Tag tone="calm">{labels.label('lifeDomains', goal.domain)}</Tag>
      {goal.fields.length > 0 && <FieldChanges changes={goal.fields} />}
      {goal.actions.length > 0 && (
        <ul className={classes.inner}>
          {goal.actions.map((action) => (
            <li key={action.key}>
              <ChangeTag change={action.change} /> <bdi dir="auto">{action.what}</bdi>
              {action.fields.length > 0 && <FieldChanges changes={action.fields} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Lists whose codes stand in these fields. */
const listOfField: Record<string, string> = {
  domain: 'lifeDomains',
  result: 'goalResults',
  state: 'actionStates',
  responsible: 'responsibles',
};
const dateFields = ['byWhen', 'doneOn', 'reviewOn'];

function FieldChanges({ changes }: { changes: FieldChange[] }) {
  const { t } = useTranslation('plans');
  const dates = useDates();
  const labels = useLabels();
  const textOf = (field: string, value: string) => {
    if (dateFields.includes(field)) return dates.day(value);
    if (field === 'interpretedIn') return labels.language(value);
    const [kind] = value.split(':');
    if (field === 'linked') return t(`links.${kind}` as never);
    const list = listOfField[field];
    return list ? labels.label(list, value) : value;
  };
  return (
    <ul className={classes.inner}>
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {t(`changes.fields.${field}` as never)}:{' '}
          {before && (
            <del className={classes.before} dir="auto">
              {textOf(field, before)}
            </del>
          )}{' '}
          {after ? <ins dir="auto">{textOf(field, after)}</ins> : t('changes.nothing')}
        </li>
      ))}
    </ul>
  );
}
