import type { PlanAction, PlanGoal } from '#domain/plans/plan.ts';
import type { Block, Text } from '#typesetting/document.ts';
import type { Texts } from '../texts.ts';
import { asWritten, beside, heading, interpreterMark, label, lines, type Voice } from '../voice.ts';
import type { PlanContents, Said, Section } from './section.ts';

type Linked = PlanContents['linked'];

const LINKED_KEYS = {
  letter: 'plan.linkedLetter',
  appointment: 'plan.linkedAppointment',
  service: 'plan.linkedService',
} as const;

const asRuns = (text: Text) => (typeof text === 'string' ? [{ text }] : text);

/** What is done, with the papers it needs and the record that shows it. */
function whatText(action: PlanAction, voice: Voice, linked: Linked): Text {
  const [words] = voice;
  const { what, documents } = action;
  const reference = action.linked && linked.get(action.linked.id);
  const kind = action.linked && words.say(LINKED_KEYS[action.linked.kind]);
  const notes = [
    documents && `${words.say('plan.documents')}: ${documents}`,
    reference && `${words.say('plan.linked')}: ${kind} ${reference}`,
  ].filter(Boolean);
  return notes.length === 0 ? what : [{ text: what }, { text: `\n${notes.join('\n')}` }];
}

function stateText(action: PlanAction, voice: Voice, texts: Texts): Text {
  const state = label(voice, `state.${action.state}`);
  const detail =
    action.state === 'done' && action.doneOn
      ? texts.date(action.doneOn)
      : action.state === 'dropped' && action.droppedWhy;
  return detail ? [...asRuns(state), { text: `\n${detail}` }] : state;
}

function actionTable(actions: PlanAction[], { voice, texts }: Said, linked: Linked): Block {
  return {
    type: 'table',
    headerRows: 1,
    ...interpreterMark(voice),
    columns: [
      { header: label(voice, 'plan.action'), width: 0.44 },
      { header: label(voice, 'plan.responsible'), width: 0.24 },
      { header: label(voice, 'plan.by'), width: 0.15 },
      { header: label(voice, 'plan.state'), width: 0.17 },
    ],
    rows: actions.map((action) => [
      whatText(action, voice, linked),
      action.organisation || label(voice, `responsible.${action.responsible}`),
      action.byWhen ? texts.date(action.byWhen) : '',
      stateText(action, voice, texts),
    ]),
  };
}

/** What makes a goal one that can be seen to be reached: from where, how far, by when, and why. */
function smartRows(
  goal: PlanGoal,
  { scores }: Pick<PlanContents, 'scores'>,
  { voice, texts }: Said,
): { label: Text; value: Text }[] {
  const score = scores.find(({ domain }) => domain === goal.domain);
  const result = goal.result === 'notStarted' ? undefined : label(voice, `result.${goal.result}`);
  const rows: [string, Text | undefined | ''][] = [
    ['plan.startingPoint', score && lines(voice, (words) => words.say(`level.${score.level}`))],
    ['plan.baseline', goal.baseline],
    ['plan.indicator', goal.indicator],
    ['plan.target', goal.target],
    ['plan.by', goal.byWhen && texts.date(goal.byWhen)],
    ['plan.why', goal.whyItMatters],
    [
      'plan.result',
      result && goal.resultWhy ? [...asRuns(result), { text: `\n${goal.resultWhy}` }] : result,
    ],
  ];
  return rows.flatMap(([key, value]) =>
    value && value.length > 0 ? [{ label: label(voice, key), value }] : [],
  );
}

function goalBlocks(goal: PlanGoal, number: number, contents: PlanContents, said: Said): Block[] {
  const { voice } = said;
  const rows = smartRows(goal, contents, said);
  const head: Block[] = [
    ...beside(voice, (words) => [
      {
        type: 'heading',
        level: 3,
        text: `${words.say('plan.goal', { number })}: ${words.say(`domain.${goal.domain}`)}`,
      },
    ]),
    ...asWritten(voice, [{ type: 'paragraph', style: 'lead', text: goal.statement }]),
    ...(rows.length > 0 ? [{ type: 'facts' as const, columns: 2 as const, rows }] : []),
  ];
  return [
    { type: 'keepTogether', blocks: head },
    ...(goal.actions.length > 0 ? [actionTable(goal.actions, said, contents.linked)] : []),
  ];
}

export const goals: Section = (contents, said) => {
  const { goals: agreed } = contents.plan.details;
  return [
    ...heading(said.voice, 'plan.goals'),
    ...(agreed.length === 0
      ? beside(said.voice, (words) => [{ type: 'paragraph', text: words.say('plan.noGoals') }])
      : agreed.flatMap((goal, index) => goalBlocks(goal, index + 1, contents, said))),
  ];
};

/** What each side takes on, beside each other, so that neither stands alone. */
export const commitments: Section = ({ plan }, { voice }) => {
  const { personResponsibilities, associationCommitments } = plan.details;
  if (personResponsibilities.length + associationCommitments.length === 0) return [];
  const side = (key: string, items: string[]): { width: number; blocks: Block[] } => ({
    width: 0.5,
    blocks: [
      { type: 'paragraph', text: asRuns(label(voice, key)).map((run) => ({ ...run, bold: true })) },
      items.length > 0
        ? { type: 'list', ordered: false, items }
        : { type: 'paragraph', text: lines(voice, (words) => words.say('plan.nothingAgreed')) },
    ],
  });
  const { caption } = interpreterMark(voice);
  const blocks: Block[] = [
    ...heading(voice, 'plan.commitments'),
    ...(caption ? [{ type: 'paragraph' as const, style: 'small' as const, text: caption }] : []),
    {
      type: 'columns',
      columns: [
        side('plan.personTakesOn', personResponsibilities),
        side('plan.associationTakesOn', associationCommitments),
      ],
    },
  ];
  return [{ type: 'keepTogether', blocks }];
};
