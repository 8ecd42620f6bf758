import {
  educationDetails,
  housingDetails,
  recognitions,
  titleHoldings,
  workDetails,
} from '#domain/people/background.ts';
import { riskDetails, riskLevels } from '#domain/people/risk.ts';
import { skillDetails, skillProofs } from '#domain/people/skill.ts';
import { vault } from '#ui/app/vault-client.ts';
import type { TagTone } from '#ui/components/tag.tsx';
import type { ListedRecordView } from './record-view.ts';
import { periodText } from './use-line-tools.ts';

export const educationView: ListedRecordView<typeof educationDetails> = {
  name: 'education',
  schema: educationDetails,
  calls: vault.education,
  start: { titleHeld: 'unknown' },
  fields: [
    { name: 'level', kind: 'vocabulary', list: 'educationLevels', isWide: true },
    { name: 'subject', kind: 'text', max: 160 },
    { name: 'country', kind: 'country' },
    { name: 'place', kind: 'text', max: 160 },
    { name: 'endedYear', kind: 'number', digits: 4 },
    { name: 'yearsCompleted', kind: 'number', digits: 2 },
    { name: 'titleHeld', kind: 'codes', codes: titleHoldings, list: 'titleHoldings' },
    {
      name: 'recognition',
      kind: 'codes',
      codes: recognitions,
      list: 'recognitions',
      isOptional: true,
    },
    { name: 'recognitionAskedOn', kind: 'date' },
    { name: 'note', kind: 'note', max: 400 },
  ],
  lineOf: (school, { labels, say }) => ({
    title: labels.label('educationLevels', school.level),
    facts: [
      school.subject,
      school.place,
      school.country && labels.country(school.country),
      school.endedYear,
      school.yearsCompleted !== undefined && say('years', { count: school.yearsCompleted }),
      school.titleHeld !== 'unknown' && labels.label('titleHoldings', school.titleHeld),
      school.recognition && labels.label('recognitions', school.recognition),
      school.note,
    ],
  }),
};

export const workView: ListedRecordView<typeof workDetails> = {
  name: 'work',
  schema: workDetails,
  calls: vault.work,
  start: { isNow: true },
  fields: [
    { name: 'status', kind: 'vocabulary', list: 'employmentStatuses', isWide: true },
    { name: 'isNow', kind: 'flag' },
    { name: 'occupation', kind: 'text', max: 160 },
    { name: 'occupationGroup', kind: 'vocabulary', list: 'occupationGroups', isOptional: true },
    { name: 'employer', kind: 'text', max: 160 },
    { name: 'country', kind: 'country' },
    { name: 'fromOn', kind: 'date' },
    { name: 'toOn', kind: 'date' },
    { name: 'years', kind: 'number', digits: 2 },
    { name: 'note', kind: 'note', max: 400 },
  ],
  lineOf: (job, tools) => {
    const { labels, say } = tools;
    return {
      title: job.occupation || labels.label('employmentStatuses', job.status),
      facts: [
        job.occupation && labels.label('employmentStatuses', job.status),
        job.occupationGroup && labels.label('occupationGroups', job.occupationGroup),
        job.employer,
        job.country && labels.country(job.country),
        periodText(job, tools),
        job.years !== undefined && say('years', { count: job.years }),
        job.note,
      ],
      ...(job.isNow ? { tag: { tone: 'calm' as const, text: say('work.now') } } : { isPast: true }),
    };
  },
};

export const housingView: ListedRecordView<typeof housingDetails> = {
  name: 'housing',
  schema: housingDetails,
  calls: vault.housing,
  start: {},
  fields: [
    { name: 'situation', kind: 'vocabulary', list: 'housingSituations', isWide: true },
    { name: 'fromOn', kind: 'date' },
    { name: 'toOn', kind: 'date' },
    { name: 'note', kind: 'note', max: 400 },
  ],
  lineOf: (home, tools) => ({
    title: tools.labels.label('housingSituations', home.situation),
    facts: [periodText(home, tools), home.note],
    isPast: home.toOn !== undefined && home.toOn < tools.today,
  }),
};

export const skillView: ListedRecordView<typeof skillDetails> = {
  name: 'skills',
  schema: skillDetails,
  calls: vault.skills,
  start: { proof: 'told' },
  fields: [
    { name: 'skill', kind: 'text', max: 160, isWide: true },
    { name: 'proof', kind: 'codes', codes: skillProofs, list: 'skillProofs' },
    { name: 'years', kind: 'number', digits: 2 },
    { name: 'esco', kind: 'text', max: 120, isLtr: true, isWide: true, hasHint: true },
  ],
  lineOf: ({ skill, esco, proof, years }, { labels, say }) => ({
    title: skill,
    facts: [
      proof !== 'told' && labels.label('skillProofs', proof),
      years !== undefined && say('years', { count: years }),
      esco && say('esco', { code: esco }),
    ],
  }),
};

const RISK_TONES: Record<(typeof riskLevels)[number], TagTone> = {
  high: 'bad',
  medium: 'attention',
  low: 'calm',
  none: 'neutral',
};

export const riskView: ListedRecordView<typeof riskDetails> = {
  name: 'risks',
  schema: riskDetails,
  calls: vault.risks,
  start: {},
  dayField: 'assessedOn',
  fields: [
    { name: 'level', kind: 'codes', codes: riskLevels, list: 'riskLevels' },
    { name: 'assessedOn', kind: 'date' },
    { name: 'reason', kind: 'text', max: 240, isWide: true, hasHint: true },
  ],
  lineOf: ({ level, assessedOn, reason }, { dates, labels }) => ({
    title: dates.day(assessedOn),
    facts: [reason],
    tag: { tone: RISK_TONES[level], text: labels.label('riskLevels', level) },
  }),
};
