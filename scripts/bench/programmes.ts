/*
 * What a page that says who could join costs, and what arranging a whole town at once costs: ten thousand people
 * for every shipped programme, and two hundred households for three hundred places.
 */

import { nodePorts } from '#core/host/node-ports.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { eligibleUntil } from '#domain/programmes/eligible-until.ts';
import { evaluateEligibility } from '#domain/programmes/evaluate-eligibility.ts';
import type { ProgrammeFacts } from '#domain/programmes/programme-fact.ts';
import { parameterValues } from '#domain/programmes/worked-cases.ts';
import { arrange } from '#matching/arrange.ts';
import { type Place, type Seeker, weighPair } from '#matching/weigh-pair.ts';
import { compared, type Finding, measureInTurn } from './measure.ts';

const ON = '2026-11-21';
const PEOPLE = 10_000;

function factsOf(index: number): ProgrammeFacts {
  const pick = <T>(all: readonly T[], step: number) => all[Math.floor(index / step) % all.length];
  return {
    birth: { year: 1960 + (index % 50), month: 1 + (index % 12), certainty: 'documented' },
    sex: pick(['female', 'male'], 1),
    legalStatus: pick(['refugee', 'subsidiary', 'asylumSeeker', 'special', 'otherRegular'], 3),
    receptionType: pick(['saiOrdinary', 'cas', 'corridor'], 7),
    receptionExit: `202${4 + (index % 3)}-0${1 + (index % 9)}-15`,
    wasInReception: true,
    regularStay: true,
    residenceCountry: pick(['ITA', 'LBY'], 11),
    unaccompanied: index % 9 === 0,
    arrivedUnaccompanied: index % 5 === 0,
  } as ProgrammeFacts;
}

async function benchEligibility(): Promise<Finding> {
  const templates = [...loadResources(nodePorts().resourcesDir).programmes().values()];
  const people = Array.from({ length: PEOPLE }, (_, index) => factsOf(index));
  const askAll = (until: boolean) => {
    for (const template of templates) {
      if (!template.eligibility) continue;
      const parameters = parameterValues(template);
      for (const facts of people) {
        const situation = { facts, on: ON, parameters };
        evaluateEligibility(template.eligibility, situation);
        if (until) eligibleUntil(template.eligibility, situation);
      }
    }
  };
  const timings = await measureInTurn(
    { clone: () => structuredClone(people), ask: () => askAll(true) },
    5,
  );
  return compared(
    {
      name: `eligibility of ${PEOPLE} people for ${templates.length} programmes, with the day it ends`,
      value: timings.ask.median,
      unit: 'ms',
    },
    { name: 'copying their facts once', value: timings.clone.median },
    { value: 2000 },
  );
}

const TOWNS = ['Torino', 'Milano', 'Parma', 'Padova', 'Bergamo', 'Bologna', 'Roma', 'Napoli'];
const LANGUAGES = ['tir', 'ara', 'eng', 'fra', 'som', 'prs', 'ukr'];

/** A spread without a pattern and the same on every machine. */
const spread = (index: number, salt: number) => ((index + 1) * 2654435761 + salt * 40503) >>> 7;
const some = (all: readonly string[], index: number) =>
  all.filter((_, at) => spread(index, at) % 3 === 0);

const seekers = Array.from(
  { length: 200 },
  (_, index): Seeker => ({
    id: `s${index}`,
    size: 1 + (spread(index, 11) % 5),
    languages: some(LANGUAGES, index),
    skills: [],
    kinTowns: some(TOWNS, index + 500).slice(0, 1),
    hasSchoolChildren: spread(index, 12) % 2 === 0,
    needsStepFree: spread(index, 13) % 8 === 0,
  }),
);

const places = Array.from(
  { length: 300 },
  (_, index): Place => ({
    id: `p${index}`,
    town: TOWNS[spread(index, 21) % TOWNS.length] ?? 'Torino',
    room: 1 + (spread(index, 22) % 6),
    households: 1,
    languages: some(LANGUAGES, index + 900),
    skills: [],
    hasSchool: spread(index, 23) % 2 === 0,
    isStepFree: spread(index, 24) % 3 === 0,
  }),
);

async function benchAssignment(): Promise<Finding> {
  const weighAll = () => {
    for (const seeker of seekers) for (const place of places) weighPair(seeker, place);
  };
  const timings = await measureInTurn(
    { weigh: weighAll, arrange: () => arrange(seekers, places) },
    3,
  );
  return compared(
    {
      name: 'assignment of 200 households to 300 places',
      value: timings.arrange.median,
      unit: 'ms',
    },
    { name: 'weighing each pair once', value: timings.weigh.median },
    { value: 5000 },
  );
}

export async function benchProgrammes(): Promise<Finding[]> {
  return [await benchEligibility(), await benchAssignment()];
}
