/*
 * The page the person takes home: in their language, in large type, with a sign beside each line for whoever
 * reads little. It says what the person wants, what they do next, when to be where, and whom to call; nothing
 * about status, health or anybody else, and no letterhead, because it will lie on a kitchen table.
 */
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { isOpenAction, isOpenGoal, type PlanAction } from '#domain/plans/plan.ts';
import type { Block, Text, TypesetDocument } from '#typesetting/document.ts';
import { framed } from '../frame.ts';
import { pageNumbers, unbroken } from '../voice.ts';
import type { Words } from '../words.ts';
import { planFoot } from './plan-document.ts';
import type { PlanContents, Said } from './section.ts';

interface ComingAppointment {
  on: CalendarDate;
  start?: string | undefined;
  kind: string;
  place?: string | undefined;
}

export interface OnePageContents extends PlanContents {
  /** The next ones, soonest first. */
  appointments: ComingAppointment[];
  isLarge: boolean;
  /** A line each, without the area of life and with numbers and names in one. */
  isTight: boolean;
  /** Of goals, steps and appointments each. */
  most: number;
}

type IconItem = Extract<Block, { type: 'iconList' }>['items'][number];

/** The person's own open actions, the nearest day first. */
function nextSteps({ plan, most }: OnePageContents): PlanAction[] {
  const own = plan.details.goals
    .filter(isOpenGoal)
    .flatMap(({ actions }) => actions)
    .filter((one) => isOpenAction(one) && one.responsible === 'person');
  const day = ({ byWhen }: PlanAction) => byWhen ?? '9999';
  return own.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)).slice(0, most);
}

/** What somebody wrote keeps its own direction, whatever the language around it. */
const written = (text: string): Text => `\u2068${text}\u2069`;
const asRuns = (text: Text) => (typeof text === 'string' ? [{ text }] : text);
const leftToRight = (text: string): Text => [{ text, isolate: 'ltr' }];

function whenText({ on, start }: ComingAppointment, words: Words): string {
  return [`${words.weekday(on)} ${words.date(on)}`, start].filter(Boolean).join(' · ');
}

function listed(words: Words, key: string, items: IconItem[], none: string): Block[] {
  return [
    { type: 'heading', level: 2, text: words.say(key) },
    items.length > 0 ? { type: 'iconList', items } : { type: 'paragraph', text: words.say(none) },
  ];
}

function phones(
  { association, plan, template, isTight }: OnePageContents,
  words: Words,
): IconItem[] {
  const own = association.phone
    ? [
        {
          icon: 'phone' as const,
          title: leftToRight(unbroken(association.phone)),
          text: written([association.name, plan.details.operator].filter(Boolean).join(' · ')),
        },
      ]
    : [];
  const emergency = {
    icon: 'warning' as const,
    title: leftToRight(template.emergencyNumber),
    text: words.say('one.emergency'),
  };
  const all: IconItem[] = [...own, emergency];
  if (!isTight) return all;
  return all.map(({ icon, title = '', text = '' }) => ({
    icon,
    text: [...asRuns(title), { text: ' · ' }, ...asRuns(text)],
  }));
}

export function onePageDocument(
  contents: OnePageContents,
  { voice, texts }: Said,
): TypesetDocument {
  const [words] = voice;
  const { plan, isDemo, isLarge, isTight, most, appointments } = contents;
  const goals = plan.details.goals.filter(isOpenGoal).slice(0, most);
  const steps = nextSteps(contents);
  return framed(
    {
      language: words.language,
      title: words.say('one.title'),
      texts,
      pageNumbers: pageNumbers(voice),
      foot: planFoot(contents),
      isDemo,
      isLarge,
      watermark: plan.state === 'signed' ? undefined : words.say('common.draft'),
    },
    [
      { type: 'heading', level: 1, text: words.say('one.title') },
      ...listed(
        words,
        'one.goals',
        goals.map(({ domain, statement }) => ({
          icon: 'goal',
          ...(isTight ? {} : { title: words.say(`domain.${domain}`) }),
          text: written(statement),
        })),
        'plan.noGoals',
      ),
      ...listed(
        words,
        'one.steps',
        steps.map(({ what, byWhen }) => ({
          icon: 'check',
          ...(byWhen ? { title: `${words.say('plan.by')}: ${words.date(byWhen)}` } : {}),
          text: written(what),
        })),
        'one.noSteps',
      ),
      ...listed(
        words,
        'one.appointments',
        appointments.slice(0, most).map((one) => ({
          icon: 'calendar',
          title: whenText(one, words),
          text: written([words.say(`kind.${one.kind}`), one.place].filter(Boolean).join(' · ')),
        })),
        'one.noAppointments',
      ),
      ...listed(words, 'one.phones', phones(contents, words), 'one.noSteps'),
      { type: 'paragraph', style: 'small', text: words.say('one.keep') },
    ],
  );
}
