import type { PlanAction, PlanGoal } from '#domain/plans/plan.ts';
import type { Block, Text } from '#typesetting/document.ts';
import { heading, type Section } from './plan-section.ts';
import type { Texts } from './texts.ts';

const isText = (text: string | undefined | false): text is string => Boolean(text);

function actionState(action: PlanAction, texts: Texts): string {
  const state = texts.label('actionStates', action.state);
  if (action.state === 'done' && action.doneOn) return `${state} (${texts.date(action.doneOn)})`;
  return action.state === 'dropped' && action.droppedWhy ? `${state}: ${action.droppedWhy}` : state;
}

function actionTable(actions: PlanAction[], texts: Texts): Block {
  const what = ({ what, documents }: PlanAction): Text =>
    documents ? `${what} (${texts.say('plan.documents', { documents })})` : what;
  return {
    type: 'table',
    headerRows: 1,
    columns: [
      { header: texts.say('plan.action'), width: 5 },
      { header: texts.say('plan.responsible'), width: 3 },
      { header: texts.say('plan.byWhen'), width: 2 },
      { header: texts.say('plan.state'), width: 2 },
    ],
    rows: actions.map((action) => [
      what(action),
      action.organisation || texts.label('responsibles', action.responsible),
      action.byWhen ? texts.date(action.byWhen) : '',
      actionState(action, texts),
    ]),
  };
}

function goalBlocks(goal: PlanGoal, number: number, texts: Texts): Block[] {
  const domain = texts.label('lifeDomains', goal.domain);
  const result = goal.result !== 'notStarted' && texts.label('goalResults', goal.result);
  const notes = [
    goal.indicator && texts.say('plan.indicator', { indicator: goal.indicator }),
    goal.byWhen && texts.say('plan.goalBy', { date: texts.date(goal.byWhen) }),
    goal.whyItMatters && texts.say('plan.why', { why: goal.whyItMatters }),
    result &&
      texts.say('plan.result', {
        result: goal.resultWhy ? `${result} (${goal.resultWhy})` : result,
      }),
  ].filter(isText);
  const head: Block[] = [
    { type: 'heading', level: 3, text: texts.say('plan.goal', { number, domain }) },
    { type: 'paragraph', style: 'lead', text: goal.statement },
    ...(notes.length > 0 ? [{ type: 'paragraph' as const, text: notes.join(' · ') }] : []),
  ];
  const [first] = goal.actions;
  return first
    ? [{ type: 'keepTogether', blocks: head }, actionTable(goal.actions, texts)]
    : [{ type: 'keepTogether', blocks: head }];
}

export const goals: Section = ({ plan }, texts) => [
  heading(texts, 'goals'),
  ...(plan.details.goals.length === 0
    ? [{ type: 'paragraph' as const, text: texts.say('plan.noGoals') }]
    : plan.details.goals.flatMap((goal, index) => goalBlocks(goal, index + 1, texts))),
];

/** What each side takes on, side by side, so that neither stands alone. */
export const commitments: Section = ({ plan }, texts) => {
  const { personResponsibilities, associationCommitments } = plan.details;
  if (personResponsibilities.length + associationCommitments.length === 0) return [];
  const side = (key: string, items: string[]): Block[] => [
    { type: 'heading', level: 3, text: texts.say(`plan.${key}`) },
    items.length > 0
      ? { type: 'list', ordered: false, items }
      : { type: 'paragraph', text: texts.say('plan.nothingAgreed') },
  ];
  return [
    heading(texts, 'commitments'),
    {
      type: 'sideBySide',
      start: side('personTakesOn', personResponsibilities),
      end: side('associationTakesOn', associationCommitments),
    },
  ];
};
