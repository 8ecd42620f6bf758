import type { PlanAction, PlanDetails, PlanGoal, PlanInput } from '#domain/plans/plan.ts';

export type ActionDraft = Omit<PlanAction, 'organisation' | 'documents' | 'droppedWhy'> & {
  organisation: string;
  documents: string;
  droppedWhy: string;
};

export type GoalDraft = Omit<PlanGoal, 'actions' | 'indicator' | 'whyItMatters' | 'resultWhy'> & {
  indicator: string;
  whyItMatters: string;
  resultWhy: string;
  actions: ActionDraft[];
};

/** A plan while it is written: text fields are never absent, and lists are texts of one line each. */
export interface PlanDraft {
  madeOn: string | undefined;
  reviewOn: string | undefined;
  operator: string;
  isInterpreted: boolean;
  mediator: string;
  interpretedIn: string | null;
  priorities: [string, string, string];
  strengths: string;
  goals: GoalDraft[];
  personResponsibilities: string;
  associationCommitments: string;
  budget: string;
  rightsExplained: string[];
  contactAgreement: string;
  guardian: string;
  childOpinion: string;
}

interface Keyed {
  goals: { key: string; actions: { key: string }[] }[];
}

/** The highest number in the keys of these plans; a new key above it never stands for something older. */
export function highestKey(plans: Keyed[]): number {
  const keys = plans.flatMap(({ goals }) =>
    goals.flatMap((goal) => [goal.key, ...goal.actions.map(({ key }) => key)]),
  );
  return Math.max(0, ...keys.map((key) => Number(key.slice(1))));
}

export function newAction(number: number): ActionDraft {
  return {
    key: `a${number}`,
    what: '',
    responsible: 'person',
    organisation: '',
    byWhen: undefined,
    documents: '',
    state: 'toDo',
    droppedWhy: '',
  };
}

export function newGoal(nextNumber: () => number, domain: string): GoalDraft {
  return {
    key: `g${nextNumber()}`,
    domain,
    statement: '',
    indicator: '',
    byWhen: undefined,
    whyItMatters: '',
    result: 'notStarted',
    resultWhy: '',
    actions: [newAction(nextNumber())],
  };
}

export function toPlanDraft(plan: PlanDetails): PlanDraft {
  const [first = '', second = '', third = ''] = plan.priorities;
  return {
    madeOn: plan.madeOn,
    reviewOn: plan.reviewOn,
    operator: plan.operator,
    isInterpreted: plan.isInterpreted ?? Boolean(plan.mediator || plan.interpretedIn),
    mediator: plan.mediator ?? '',
    interpretedIn: plan.interpretedIn ?? null,
    priorities: [first, second, third],
    strengths: plan.strengths ?? '',
    goals: plan.goals.map((goal) => ({
      ...goal,
      indicator: goal.indicator ?? '',
      whyItMatters: goal.whyItMatters ?? '',
      resultWhy: goal.resultWhy ?? '',
      actions: goal.actions.map((action) => ({
        ...action,
        organisation: action.organisation ?? '',
        documents: action.documents ?? '',
        droppedWhy: action.droppedWhy ?? '',
      })),
    })),
    personResponsibilities: plan.personResponsibilities.join('\n'),
    associationCommitments: plan.associationCommitments.join('\n'),
    budget: plan.budget.join('\n'),
    rightsExplained: plan.rightsExplained,
    contactAgreement: plan.contactAgreement ?? '',
    guardian: plan.guardian ?? '',
    childOpinion: plan.childOpinion ?? '',
  };
}

const isSaid = (text: string) => text.trim() !== '';
const told = (text: string) => (isSaid(text) ? text.trim() : undefined);
export const mostCommitments = 8;
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter(Boolean)
    .slice(0, mostCommitments);

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

function toAction(action: ActionDraft): PlanAction {
  const { state } = action;
  return {
    ...action,
    organisation: action.responsible === 'organisation' ? told(action.organisation) : undefined,
    documents: told(action.documents),
    doneOn: state === 'done' ? action.doneOn : undefined,
    droppedWhy: state === 'dropped' ? told(action.droppedWhy) : undefined,
  };
}

/** Only for a draft with a date and without wordless parts. */
export function toPlanDetails(draft: PlanDraft, madeOn: string): PlanInput {
  return {
    madeOn,
    reviewOn: draft.reviewOn,
    operator: draft.operator.trim(),
    isInterpreted: draft.isInterpreted,
    mediator: told(draft.mediator),
    interpretedIn: draft.interpretedIn ?? undefined,
    priorities: draft.priorities.filter(isSaid),
    strengths: told(draft.strengths),
    goals: draft.goals.map((goal) => ({
      ...goal,
      indicator: told(goal.indicator),
      baseline: told(goal.baseline ?? ''),
      target: told(goal.target ?? ''),
      whyItMatters: told(goal.whyItMatters),
      resultWhy: told(goal.resultWhy),
      actions: goal.actions.filter((action) => isSaid(action.what)).map(toAction),
    })),
    personResponsibilities: linesOf(draft.personResponsibilities),
    associationCommitments: linesOf(draft.associationCommitments),
    budget: linesOf(draft.budget),
    rightsExplained: draft.rightsExplained,
    contactAgreement: told(draft.contactAgreement),
    guardian: told(draft.guardian),
    childOpinion: told(draft.childOpinion),
  };
}
