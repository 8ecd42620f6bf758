import { officialName } from '#domain/names/official-name.ts';
import { listedName } from '#domain/names/person-name.ts';
import type { Block, Text } from '#typesetting/document.ts';
import { spokenLanguage } from '../spoken-language.ts';
import { asWritten, beside, heading, interpreterMark, label, lines } from '../voice.ts';
import type { Section } from './section.ts';

type Row = [key: string, value: Text | undefined | ''];

const isGiven = (text: Text | undefined | ''): text is Text => Boolean(text && text.length > 0);

/** A minor for whom nobody is named: whoever holds the paper must see it. */
const withoutGuardian: Section = ({ isMinor, guardian }, { voice }) =>
  isMinor && !guardian
    ? beside(voice, (words) => [
        {
          type: 'box',
          blocks: [
            { type: 'paragraph', text: [{ text: words.say('plan.guardianMissing'), bold: true }] },
          ],
        },
      ])
    : [];

export const who: Section = (contents, said) => {
  const { plan, person, caseNumber, household, guardian, permitExpiresOn } = contents;
  const { voice, texts } = said;
  const name = officialName(person.names);
  const others = person.names.filter((one) => one !== name).map(listedName);
  const { mediator, interpretedIn, operator, reviewOn } = plan.details;
  const rows: Row[] = [
    ['common.name', [{ text: [listedName(name), ...others].join('\n'), bold: true }]],
    ['common.birth', person.birth && texts.partialDate(person.birth)],
    ['plan.nationality', person.nationalities.map(texts.country).join(', ')],
    ['plan.legalStatus', person.legalStatus && texts.label('legalStatuses', person.legalStatus)],
    ['plan.permitExpiry', permitExpiresOn && texts.date(permitExpiresOn)],
    ['plan.languages', person.languages.map((one) => spokenLanguage(one, texts)).join(', ')],
    ['plan.household', household.join('\n')],
    ['plan.guardian', guardian],
    ['plan.programmes', contents.programmes.join('\n')],
    ['plan.caseNumber', [{ text: caseNumber, isolate: 'ltr' }]],
    ['plan.operator', operator],
    [
      'plan.mediator',
      mediator && (interpretedIn ? `${mediator} (${texts.languageName(interpretedIn)})` : mediator),
    ],
    ['plan.reviewOn', reviewOn && texts.date(reviewOn)],
  ];
  return [
    ...heading(voice, 'plan.who'),
    {
      type: 'facts',
      columns: 2,
      rows: rows.flatMap(([key, value]) =>
        isGiven(value) ? [{ label: label(voice, key), value }] : [],
      ),
    },
    ...withoutGuardian(contents, said),
  ];
};

/** The levels as numbers and bars, beside what they mean and what the person said. */
const levels: Section = ({ scores, firstLevels }, { voice }) => {
  const [first, second] = voice;
  const reader = second ?? first;
  const hasEarlier = scores.some(({ domain }) => firstLevels.has(domain));
  const table: Block = {
    type: 'table',
    headerRows: 1,
    ...interpreterMark(voice),
    columns: [
      { header: label(voice, 'plan.domain'), width: 0.28 },
      { header: label(voice, 'plan.level'), width: 0.36 },
      { header: label(voice, 'plan.words'), width: 0.36 },
    ],
    rows: scores.map(({ domain, level, words }) => [
      label(voice, `domain.${domain}`),
      lines(voice, (one) => `${level} – ${one.say(`level.${level}`)}`),
      words ?? '',
    ]),
  };
  const chart: Block = {
    type: 'chart',
    max: 5,
    rows: scores.map(({ domain, level }) => {
      const earlier = firstLevels.get(domain);
      return {
        label: reader.say(`domain.${domain}`),
        value: level,
        ...(earlier === undefined ? {} : { earlier }),
      };
    }),
    ...(hasEarlier
      ? { legend: { value: reader.say('plan.levelNow'), earlier: reader.say('plan.levelFirst') } }
      : {}),
  };
  return [
    ...beside(voice, (words) => [
      { type: 'paragraph', style: 'small', text: words.say('plan.scale') },
    ]),
    {
      type: 'columns',
      columns: [
        { width: 0.6, blocks: [table] },
        { width: 0.4, blocks: [{ type: 'section', language: reader.language, blocks: [chart] }] },
      ],
    },
  ];
};

export const startingPoint: Section = (contents, said) => {
  const { voice } = said;
  const { strengths } = contents.plan.details;
  const none = beside(voice, (words) => [{ type: 'paragraph', text: words.say('plan.noScores') }]);
  return [
    ...heading(voice, 'plan.startingPoint'),
    ...(contents.scores.length === 0 ? none : levels(contents, said)),
    ...(strengths
      ? [
          ...heading(voice, 'plan.strengths', 3),
          ...asWritten(voice, [{ type: 'paragraph', text: strengths }]),
        ]
      : []),
  ];
};

export const priorities: Section = ({ plan }, { voice }) => {
  const quotes = plan.details.priorities.map(
    (priority): Block => ({ type: 'paragraph', style: 'quote', text: `«${priority}»` }),
  );
  const none = beside(voice, (words) => [
    { type: 'paragraph', text: words.say('plan.noPriorities') },
  ]);
  return [
    ...heading(voice, 'plan.priorities'),
    ...(quotes.length === 0 ? none : asWritten(voice, quotes)),
  ];
};
