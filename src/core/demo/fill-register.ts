/*
 * Fills an open register with invented people and a believable half year of work, through the same calls the
 * page makes. Used by the command line's demo and by the training register; the same seed gives the same people.
 */
import type { Client } from '#api/client.ts';
import { isUnderAge } from '#domain/consents/coming-of-age.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { LetterInput } from '#domain/letters/letter.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { PlanDetails, PlanInput } from '#domain/plans/plan.ts';
import { demoCast, fillTies } from './demo-cast.ts';
import { fillActivities } from './fill-activities.ts';
import { fillAssessments } from './fill-assessments.ts';
import { fillAttachments } from './fill-attachments.ts';
import { giveReferralConsent } from './fill-consents.ts';
import { fillDeadlines } from './fill-deadlines.ts';
import { fillDirectory } from './fill-directory.ts';
import { fillEnterprises } from './fill-enterprises.ts';
import { fillLedgers } from './fill-ledgers.ts';
import { fillMatching } from './fill-matching.ts';
import { fillNetwork } from './fill-network.ts';
import { agreedBothWays, childsVoice, fillPlans, type SignedPlan } from './fill-plans.ts';
import { fillProgrammes } from './fill-programmes.ts';
import { fillRecord } from './fill-records.ts';
import { fillReferrals, type IssuedLetter } from './fill-referrals.ts';
import { fillRetention } from './fill-retention.ts';
import { fillServices, type OpenFile } from './fill-services.ts';
import { inventPerson } from './invent-person.ts';
import type { InventedPeople } from './invented-people.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

export interface FillOptions {
  people: number;
  seed: number;
  today: CalendarDate;
  /** Moves the register's clock, so that the invented work spreads over half a year. */
  setToday: (today: CalendarDate) => void;
  onProgress?: (done: number, total: number) => void;
}

export interface Filled {
  people: string[];
  plans: { id: string; isSigned: boolean }[];
  letters: string[];
}

const DAYS_OF_WORK = 180;

interface Work {
  client: Client;
  material: InventedPeople;
  random: SeededRandom;
  /** The day the work is done on; moves forward. */
  today: CalendarDate;
  registryId: string;
  lastDay: CalendarDate;
  /** Plans to go on with once everybody is there. */
  signed: SignedPlan[];
}

/** Work of more than five weeks ago is finished, so that only a few things are due on the last day. */
const isLongAgo = ({ today, lastDay }: Work) => today < addDays(lastDay, -35);

async function recordNeeds({ client, material, random }: Work, personId: string): Promise<void> {
  for (const domain of ['LEG', 'HOU', 'LNG', 'WRK', 'HLT', 'EDU']) {
    if (!random.chance(0.6)) continue;
    const words = material.needWords[domain];
    await client.assessments.record({
      personId,
      score: {
        domain,
        level: 1 + random.below(4),
        ...(words && random.chance(0.7) ? { words: random.pick(words) } : {}),
      },
    });
  }
}

function inventPlan(
  { material, random, today }: Work,
  draft: PlanDetails,
  person: PersonDetails,
): PlanInput {
  const first = random.below(material.goals.length);
  const chosen = [0, 1].map((step) => material.goals[(first + step) % material.goals.length]);
  const language = person.languages.find((one) => one.needsInterpreter)?.language;
  return {
    ...draft,
    operator: material.operator,
    ...(language ? { mediator: random.pick(material.mediators), interpretedIn: language } : {}),
    priorities: [random.pick(material.priorities)],
    strengths: 'Rete di amici nel quartiere; buona puntualità agli appuntamenti.',
    goals: chosen.flatMap((goal) =>
      goal
        ? [
            {
              domain: goal.domain,
              statement: goal.statement,
              indicator: goal.indicator,
              baseline: goal.baseline,
              target: goal.target,
              byWhen: addDays(today, 60 + random.below(120)),
              actions: goal.actions.map(([what, responsible]) => ({
                what,
                responsible,
                byWhen: addDays(today, 7 + random.below(50)),
                state: random.chance(0.3) ? ('done' as const) : ('toDo' as const),
              })),
            },
          ]
        : [],
    ),
    rightsExplained: ['residencePermit', 'work', 'healthcare', 'education'],
    contactAgreement: 'Ogni due settimane, il martedì pomeriggio allo sportello.',
    ...agreedBothWays(random),
    ...(isUnderAge(person.birth, today) ? childsVoice(material) : {}),
  };
}

async function makePlan(
  work: Work,
  personId: string,
  person: PersonDetails,
): Promise<Filled['plans'][number]> {
  const { client, random, today, signed } = work;
  const { id } = await client.plans.start({ personId });
  const plan = await client.plans.get({ id });
  const details = inventPlan(work, plan.details, person);
  await client.plans.save({ id, revision: plan.revision, details });
  const isSigned = isLongAgo(work) || random.chance(0.5);
  if (isSigned) {
    await client.plans.sign({ id, signedOn: today });
    signed.push({ planId: id, personId, signedOn: today });
  }
  return { id, isSigned };
}

async function sendLetter(
  work: Work,
  personId: string,
  person: PersonDetails,
): Promise<IssuedLetter> {
  const { client, material, today, registryId } = work;
  await giveReferralConsent(work, { personId, person, organisationId: registryId });
  const details: LetterInput = {
    templateCode: 'ANA',
    organisationId: registryId,
    facts: ['birth', 'nationality', 'address', 'caseNumber'],
    situation:
      'La persona vive a Torino da alcuni mesi presso connazionali e non ha ancora potuto chiedere la residenza.',
    attachments: ['Copia del permesso di soggiorno o della ricevuta'],
    signedBy: material.operator,
    contactHours: 'martedì e giovedì, ore 14–18, tel. 011 000 0000',
  };
  const { seal } = await client.letters.check({ personId, details });
  const { id, referralId = '' } = await client.letters.issue({ personId, details, seal });
  return { personId, letterId: id, referralId, issuedOn: today };
}

/** The client's register is new, open and confirmed. */
export async function fillRegister(
  client: Client,
  material: InventedPeople,
  options: FillOptions,
): Promise<Filled> {
  const { people, seed, today, setToday, onProgress } = options;
  const random = seededRandom(seed);
  await client.association.save(material.association);
  const [registryId = '', ...officeIds] = await fillDirectory(client, material, options);
  const work: Work = { client, material, random, today, registryId, lastDay: today, signed: [] };
  const open: OpenFile[] = [];
  const filled: Filled = { people: [], plans: [], letters: [] };
  // Of its own, so that more papers do not change who the people are.
  const randomOfPapers = seededRandom(seed + 8);
  const recordRandom = seededRandom(seed ^ 0x0fee);
  // A register of a handful of people is for measuring, not for looking at.
  const cast = people < 12 ? [] : demoCast(today);
  const issued: IssuedLetter[] = [];
  for (let done = 0; done < people; done++) {
    work.today = addDays(today, Math.floor((done / people) * DAYS_OF_WORK) - DAYS_OF_WORK);
    setToday(work.today);
    const invented = inventPerson(random, material, today);
    const person = cast[done] ?? invented;
    const { id } = await client.people.create(person);
    filled.people.push(id);
    await fillRecord(client, recordRandom, { personId: id, person, today: work.today, material });
    await recordNeeds(work, id);
    await fillAttachments({ client, random: randomOfPapers, today: work.today }, id);
    if (random.chance(0.4)) filled.plans.push(await makePlan(work, id, person));
    if (random.chance(0.3)) {
      issued.push(await sendLetter(work, id, person));
    }
    if (random.chance(0.12) && done >= cast.length) {
      const reason = random.pick(['autonomyReached', 'movedAway', 'transferred'] as const);
      await client.caseFiles.close({ personId: id, closedOn: work.today, reason });
    } else {
      open.push({ personId: id, openedOn: work.today });
    }
    onProgress?.(done + 1, people);
  }
  const laterRandom = seededRandom(seed ^ 0xa55e);
  const later = { client, material, random: laterRandom, lastDay: today, setToday };
  await fillAssessments(later, open);
  await fillPlans(later, work.signed);
  setToday(today);
  const { items: workers } = await client.workers.list({});
  const services = {
    client,
    random: seededRandom(seed ^ 0x5e41),
    workerIds: workers.map((worker) => worker.id),
    mediators: material.mediators,
    lastDay: today,
  };
  await fillServices(services, open);
  await fillTies(client, filled.people.slice(0, cast.length), today);
  await fillReferrals({ client, random, letters: issued, officeIds, today });
  filled.letters.push(...issued.map(({ letterId }) => letterId));
  await fillDeadlines(client, filled.people, { seed, today });
  await fillProgrammes({ client, random: seededRandom(seed ^ 0x9409), today });
  await fillLedgers({ client, random: seededRandom(seed ^ 0x1ed6), today });
  await fillEnterprises({ client, today });
  await fillMatching({ client, today });
  await fillNetwork({ client, today });
  // A register of a handful of people is for measuring, not for looking at.
  if (cast.length > 0) {
    const personIds = open.map(({ personId }) => personId).slice(cast.length);
    await fillActivities({ client, today, personIds });
  }
  await fillRetention({ client, today, setToday });
  return filled;
}
