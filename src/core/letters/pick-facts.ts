/*
 * Picks from the register what a letter states about a person, and where each thing stands there, so that
 * whoever prints it can look before it leaves. Nothing is picked that was not asked for.
 */
import type { LeavingFact } from '#api/letters.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { agesOn } from '#domain/dates/partial-date.ts';
import type { LetterFact } from '#domain/letters/letter-fact.ts';
import { officialName } from '#domain/names/official-name.ts';
import { initialsOf } from '#domain/names/person-name.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { lacksGuardian } from '#domain/people/tie.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getCaseFile, getDetails } from '../people/queries.ts';
import { getTies } from '../people/ties.ts';
import { ageBandOf, cityOf } from './coarse-facts.ts';
import {
  addressDay,
  contactDay,
  decisionOf,
  educationOf,
  guardianOf,
  householdOf,
  permitOf,
  permitRequestOf,
  receptionDay,
  safeContactOf,
  statusDay,
  workOf,
} from './picked-rows.ts';
import type { StatedFacts } from './stated-facts.ts';

interface FactSource {
  kind: LeavingFact['source'];
  /** When somebody wrote it there. */
  changedOn?: CalendarDate | undefined;
}

export interface PickedFacts {
  facts: StatedFacts;
  sources: ReadonlyMap<LetterFact | 'name', FactSource>;
  /** Of the person, for rules; not for the letter. */
  legalStatus: string | undefined;
}

/** One fact with its place; nothing when the register does not know it. */
type Picked = { part: Partial<StatedFacts>; source: FactSource } | undefined;

interface Picking {
  context: CoreContext;
  personId: string;
  details: PersonDetails;
  sheetChangedOn: CalendarDate;
  on: CalendarDate;
}

const from = (kind: LeavingFact['source'], changedOn?: CalendarDate): FactSource => ({
  kind,
  changedOn,
});

/** What stands on the person's sheet itself. */
function fromSheet(fact: LetterFact, picking: Picking): Picked {
  const { details, sheetChangedOn, on } = picking;
  const source = from('personSheet', sheetChangedOn);
  const { birth, sex, nationalities, fiscalCode, languages } = details;
  switch (fact) {
    case 'birth':
      return birth && { part: { birth }, source };
    case 'ageBand':
      return birth && { part: { ageBand: ageBandOf(agesOn(birth, on).min) }, source };
    case 'sex':
      // Nothing to say is left out, as with every other fact.
      return sex === 'unknown' ? undefined : { part: { sex }, source };
    case 'nationality':
      return nationalities.length > 0 ? { part: { nationalities }, source } : undefined;
    case 'fiscalCode':
      return fiscalCode ? { part: { fiscalCode }, source } : undefined;
    case 'languages':
      return languages.length > 0 ? { part: { languages }, source } : undefined;
    default:
      return undefined;
  }
}

async function fromHistory(fact: LetterFact, picking: Picking): Promise<Picked> {
  const { context, personId, details, on } = picking;
  const { db } = registerOf(context);
  const { legalStatus, address, contact, reception } = details;
  switch (fact) {
    case 'legalStatus':
      return (legalStatus && {
        part: { legalStatus },
        source: from('legalStatus', await statusDay(db, personId)),
      }) as Picked;
    case 'receptionExit':
      return reception?.exitOn
        ? {
            part: { receptionExitOn: reception.exitOn },
            source: from('reception', await receptionDay(db, personId)),
          }
        : undefined;
    case 'address':
      return address
        ? { part: { address }, source: from('address', await addressDay(db, personId)) }
        : undefined;
    case 'city': {
      const city = address && cityOf(address);
      return city
        ? { part: { city }, source: from('address', await addressDay(db, personId)) }
        : undefined;
    }
    case 'contact':
      // One that is not safe to call never leaves: the office would call it.
      return contact?.safe
        ? { part: { contact }, source: from('contact', await contactDay(db, personId)) }
        : undefined;
    case 'safeContact': {
      const found = await safeContactOf(db, personId);
      return (
        found && { part: { safeContact: found.value }, source: from('contact', found.changedOn) }
      );
    }
    case 'household': {
      const found = await householdOf(db, personId, on);
      return { part: { household: found.value }, source: from('tie', found.changedOn) };
    }
    case 'guardian': {
      const found = await guardianOf(db, personId, on);
      return found && { part: { guardian: found.value }, source: from('tie', found.changedOn) };
    }
    default:
      return undefined;
  }
}

async function fromPapers(fact: LetterFact, { context, personId }: Picking): Promise<Picked> {
  const { db } = registerOf(context);
  switch (fact) {
    case 'permit':
    case 'permitExpiry': {
      const found = await permitOf(db, personId);
      if (!found) return undefined;
      const { expiry, expiresOn } = found.value;
      const part: Partial<StatedFacts> =
        fact === 'permit'
          ? { permit: found.value }
          : { permitExpiry: { expiry, ...(expiresOn ? { expiresOn } : {}) } };
      return { part, source: from('identityDocument', found.changedOn) };
    }
    case 'permitRequest': {
      const found = await permitRequestOf(db, personId);
      return (
        found && {
          part: { permitRequest: found.value },
          source: from('identityDocument', found.changedOn),
        }
      );
    }
    case 'decision': {
      const found = await decisionOf(context, personId);
      return (
        found && {
          part: { decision: found.value },
          source: from('procedureEvent', found.changedOn),
        }
      );
    }
    case 'education': {
      const found = await educationOf(db, personId);
      return (
        found && { part: { education: found.value }, source: from('education', found.changedOn) }
      );
    }
    case 'work': {
      const found = await workOf(db, personId);
      return found && { part: { work: found.value }, source: from('work', found.changedOn) };
    }
    default:
      return undefined;
  }
}

async function pickOne(fact: LetterFact, picking: Picking): Promise<Picked> {
  return (
    fromSheet(fact, picking) ??
    (await fromHistory(fact, picking)) ??
    (await fromPapers(fact, picking))
  );
}

/** Fails with `not_found`. */
export async function pickFacts(
  context: CoreContext,
  personId: string,
  { wanted, identity }: { wanted: readonly LetterFact[]; identity: 'name' | 'code' },
): Promise<PickedFacts> {
  const { db } = registerOf(context);
  const on = context.ports.clock.today();
  const caseFile = await getCaseFile(db, personId);
  const details = await getDetails(db, personId, on);
  const { changed_at } = await db
    .selectFrom('person')
    .select('changed_at')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const picking: Picking = {
    context,
    personId,
    details,
    sheetChangedOn: changed_at.slice(0, 10),
    on,
  };
  const isMinor = details.birth !== undefined && agesOn(details.birth, on).min < 18;
  const ties = isMinor ? await getTies(db, personId) : [];
  const name = officialName(details.names);
  const sources = new Map<LetterFact | 'name', FactSource>();
  const isNamed = identity === 'name';
  sources.set(
    'name',
    isNamed ? from('personSheet', picking.sheetChangedOn) : from('caseFile', caseFile.openedOn),
  );
  const facts: StatedFacts = {
    given: isNamed ? name.given : '',
    family: isNamed ? name.family : '',
    initials: isNamed ? initialsOf(name) : '',
    caseNumber: caseFile.number,
    showsCaseNumber: wanted.includes('caseNumber'),
    isMinor,
    lacksGuardian: isMinor && lacksGuardian(details.birth, ties, on),
    needsInterpreter: details.languages.some((one) => one.needsInterpreter),
  };
  for (const fact of wanted) {
    if (fact === 'caseNumber') sources.set(fact, from('caseFile', caseFile.openedOn));
    const picked = await pickOne(fact, picking);
    if (!picked) continue;
    Object.assign(facts, picked.part);
    sources.set(fact, picked.source);
  }
  return { facts, sources, legalStatus: details.legalStatus };
}
