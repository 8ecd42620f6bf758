/*
 * What changed from one version of a plan to the next, goal by goal and action by action. Whoever signs a new
 * version must be able to see what is new in it without comparing two papers. Goals and actions are the same
 * when they have the same key; what was finished or dropped and therefore not carried over is told apart from
 * what was taken out.
 */
import {
  isOpenAction,
  isOpenGoal,
  type PlanAction,
  type PlanDetails,
  type PlanGoal,
} from './plan.ts';

/** A field with its value before and after, as text or code; absent where there was none. */
export interface FieldChange {
  field: string;
  before?: string;
  after?: string;
}

export type ItemChange = 'added' | 'removed' | 'finished' | 'dropped' | 'changed' | 'same';

interface ActionDiff {
  key: string;
  change: ItemChange;
  what: string;
  fields: FieldChange[];
}

export interface GoalDiff {
  key: string;
  change: ItemChange;
  domain: string;
  statement: string;
  fields: FieldChange[];
  actions: ActionDiff[];
}

export interface ListDiff {
  list:
    | 'priorities'
    | 'personResponsibilities'
    | 'associationCommitments'
    | 'budget'
    | 'rightsExplained';
  added: string[];
  removed: string[];
}

export interface PlanDiff {
  /** Fields of the plan itself. */
  fields: FieldChange[];
  lists: ListDiff[];
  goals: GoalDiff[];
  isEmpty: boolean;
}

const PLAN_FIELDS = [
  'reviewOn',
  'operator',
  'mediator',
  'interpretedIn',
  'strengths',
  'contactAgreement',
  'guardian',
  'childOpinion',
] as const;
const GOAL_FIELDS = [
  'statement',
  'domain',
  'indicator',
  'baseline',
  'target',
  'byWhen',
  'whyItMatters',
  'result',
  'resultWhy',
] as const;
const ACTION_FIELDS = [
  'what',
  'responsible',
  'organisation',
  'byWhen',
  'documents',
  'state',
  'doneOn',
  'droppedWhy',
  'linked',
] as const;
const LISTS = [
  'priorities',
  'personResponsibilities',
  'associationCommitments',
  'budget',
  'rightsExplained',
] as const;

function fieldChanges<Field extends string>(
  fields: readonly Field[],
  before: { [F in Field]?: string | undefined },
  after: { [F in Field]?: string | undefined },
): FieldChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [before[field] || undefined, after[field] || undefined];
    if (was === is) return [];
    return [
      {
        field,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}

/** Pairs by key: those of `after` in their order, then those that are gone. */
function pairs<Item extends { key: string }>(before: Item[], after: Item[]) {
  const kept = after.map((item) => ({
    was: before.find(({ key }) => key === item.key),
    is: item as Item | undefined,
  }));
  const gone = before.filter((item) => after.every(({ key }) => key !== item.key));
  return [...kept, ...gone.map((item) => ({ was: item as Item | undefined, is: undefined }))];
}

/** Why something of the last version is not in this one. */
const goneAs = (isOpen: boolean, end: string): ItemChange =>
  isOpen ? 'removed' : end === 'dropped' ? 'dropped' : 'finished';

/** With the record it is linked to as one text, kind first, like every other field. */
const inTexts = (action: PlanAction) => ({
  ...action,
  linked: action.linked && `${action.linked.kind}:${action.linked.id}`,
});

function diffAction(was: PlanAction | undefined, is: PlanAction | undefined): ActionDiff {
  const { key, what } = (is ?? was) as PlanAction;
  if (!was) return { key, change: 'added', what, fields: [] };
  if (!is) return { key, change: goneAs(isOpenAction(was), was.state), what, fields: [] };
  const fields = fieldChanges(ACTION_FIELDS, inTexts(was), inTexts(is));
  return { key, change: fields.length > 0 ? 'changed' : 'same', what, fields };
}

function diffGoal(was: PlanGoal | undefined, is: PlanGoal | undefined): GoalDiff {
  const { key, domain, statement } = (is ?? was) as PlanGoal;
  const goal = { key, domain, statement };
  if (!was || !is) {
    const change = !was ? 'added' : goneAs(isOpenGoal(was), was.result);
    const actions = (is?.actions ?? []).map((action) => diffAction(undefined, action));
    return { ...goal, change, fields: [], actions };
  }
  const fields = fieldChanges(GOAL_FIELDS, was, is);
  const actions = pairs(was.actions, is.actions)
    .map((pair) => diffAction(pair.was, pair.is))
    .filter(({ change }) => change !== 'same');
  const isChanged = fields.length + actions.length > 0;
  return { ...goal, change: isChanged ? 'changed' : 'same', fields, actions };
}

/** `before` as it stands (with its progress), so that what was done is not called removed. */
export function diffPlans(before: PlanDetails, after: PlanDetails): PlanDiff {
  const fields = fieldChanges(PLAN_FIELDS, before, after);
  const lists = LISTS.map((list) => ({
    list,
    added: after[list].filter((one) => !before[list].includes(one)),
    removed: before[list].filter((one) => !after[list].includes(one)),
  })).filter(({ added, removed }) => added.length + removed.length > 0);
  const goals = pairs(before.goals, after.goals)
    .map((pair) => diffGoal(pair.was, pair.is))
    .filter(({ change }) => change !== 'same');
  return { fields, lists, goals, isEmpty: fields.length + lists.length + goals.length === 0 };
}
