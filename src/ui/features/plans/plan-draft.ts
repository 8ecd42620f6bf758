import type { PlanAction, PlanDetails, PlanGoal } from '#domain/plans/plan.ts';

export type ActionDraft = Omit<PlanAction, 'organisation'> & { key: string; organisation: string };

export type GoalDraft = Omit<PlanGoal, 'actions' | 'indicator' | 'whyItMatters'> & {
  key: string;
  indicator: string;
  whyItMatters: string;
  actions: ActionDraft[];
};

/** A plan while it is written: text fields are never absent, and goals and actions keep their identity. */
export interface PlanDraft {
  madeOn: string | undefined;
  reviewOn: string | undefined;
  operator: string;
  mediator: string;
  interpretedIn: string | null;
  priorities: [string, string, string];
  strengths: string;
  goals: GoalDraft[];
  rightsExplained: string[];
  contactAgreement: string;
}

function newKey(keys: { key: string }[]): string {
  return `k${Math.max(0, ...keys.map(({ key }) => Number(key.slice(1)))) + 1}`;
}

export function newAction(actions: ActionDraft[]): ActionDraft {
  return {
    key: newKey(actions),
    what: '',
    responsible: 'person',
    organisation: '',
    byWhen: undefined,
    state: 'toDo',
  };
}

export function newGoal(goals: GoalDraft[], domain: string): GoalDraft {
  return {
    key: newKey(goals),
    domain,
    statement: '',
    indicator: '',
    byWhen: undefined,
    whyItMatters: '',
    actions: [newAction([])],
  };
}

export function toPlanDraft(plan: PlanDetails): PlanDraft {
  const [first = '', second = '', third = ''] = plan.priorities;
  return {
    madeOn: plan.madeOn,
    reviewOn: plan.reviewOn,
    operator: plan.operator,
    mediator: plan.mediator ?? '',
    interpretedIn: plan.interpretedIn ?? null,
    priorities: [first, second, third],
    strengths: plan.strengths ?? '',
    goals: plan.goals.map((goal, index) => ({
      ...goal,
      key: `k${index + 1}`,
      indicator: goal.indicator ?? '',
      whyItMatters: goal.whyItMatters ?? '',
      actions: goal.actions.map((action, place) => ({
        ...action,
        key: `k${place + 1}`,
        organisation: action.organisation ?? '',
      })),
    })),
    rightsExplained: plan.rightsExplained,
    contactAgreement: plan.contactAgreement ?? '',
  };
}

const isSaid = (text: string) => text.trim() !== '';
const told = (text: string) => (isSaid(text) ? text.trim() : undefined);

/** True when a goal or an action was begun and has no words yet. */
export function hasWordlessParts(draft: PlanDraft): boolean {
  return draft.goals.some(
    (goal) => !isSaid(goal.statement) || goal.actions.some((action) => isWordless(action)),
  );
}

/** An action nobody touched is not there; one with a date or an organisation but no words is a mistake. */
export function isWordless(action: ActionDraft): boolean {
  return !isSaid(action.what) && (isSaid(action.organisation) || action.byWhen !== undefined);
}

/** Only for a draft with a date and without wordless parts. */
export function toPlanDetails(draft: PlanDraft, madeOn: string): PlanDetails {
  return {
    madeOn,
    reviewOn: draft.reviewOn,
    operator: draft.operator.trim(),
    mediator: told(draft.mediator),
    interpretedIn: draft.interpretedIn ?? undefined,
    priorities: draft.priorities.filter(isSaid),
    strengths: told(draft.strengths),
    goals: draft.goals.map(({ key: _, ...goal }) => ({
      ...goal,
      indicator: told(goal.indicator),
      whyItMatters: told(goal.whyItMatters),
      actions: goal.actions
        .filter((action) => isSaid(action.what))
        .map(({ key: __, ...action }) => ({
          ...action,
          organisation:
            action.responsible === 'organisation' ? told(action.organisation) : undefined,
        })),
    })),
    rightsExplained: draft.rightsExplained,
    contactAgreement: told(draft.contactAgreement),
  };
}
