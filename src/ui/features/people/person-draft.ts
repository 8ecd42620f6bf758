import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import { rangeOf } from '#domain/dates/partial-date.ts';
import { isOwnName, type NameKind, type PersonName } from '#domain/names/person-name.ts';
import { scriptOf } from '#domain/names/script.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { saysSomething } from '#domain/text.ts';
import {
  type PartialDateDraft,
  type PartialDateReading,
  readPartialDate,
  toPartialDateDraft,
} from '#ui/components/partial-date-draft.ts';

export interface NameDraft {
  key: string;
  kind: NameKind;
  given: string;
  family: string;
  transliteration: string;
  source: NonNullable<PersonName['source']> | null;
  fromOn: string | undefined;
  toOn: string | undefined;
}

/** A person's details while they are typed: every field there, empty where nothing is known. */
export interface PersonDraft {
  names: NameDraft[];
  birth: PartialDateDraft;
  sex: PersonDetails['sex'];
  gender: string;
  pronoun: string;
  birthCountry: string | null;
  birthPlace: string;
  originCountry: string | null;
  enteredItaly: PartialDateDraft;
  firstEntry: PartialDateDraft;
  firstEntryCountry: string | null;
  firstEntryPlace: string;
  route: string;
  dependants: string;
  urgency: PersonDetails['urgency'] | null;
  literacy: PersonDetails['literacy'] | null;
  civilStatus: PersonDetails['civilStatus'] | null;
  interpreterWish: PersonDetails['interpreterWish'] | null;
  arrivalWay: PersonDetails['arrivalWay'] | null;
  cameThrough: PersonDetails['cameThrough'] | null;
  sentBy: string;
  request: string;
  fiscalCode: string;
  nationalities: string[];
  languages: PersonDetails['languages'];
  contactKind: NonNullable<PersonDetails['contact']>['kind'];
  contactValue: string;
  contactSafe: boolean;
  legalStatus: string | null;
  receptionType: string | null;
  receptionExit: string | undefined;
  address: string;
  note: string;
}

export function emptyName(kind: NameKind, key: string): NameDraft {
  return {
    key,
    kind,
    given: '',
    family: '',
    transliteration: '',
    source: null,
    fromOn: undefined,
    toOn: undefined,
  };
}

export function scriptOfName(name: Pick<NameDraft, 'given' | 'family'>) {
  return scriptOf(`${name.family} ${name.given}`);
}

export function toPersonDraft(details: PersonDetails | undefined): PersonDraft {
  const names = details?.names.map((name, index) => ({
    key: `name-${index}`,
    kind: name.kind,
    given: name.given,
    family: name.family,
    transliteration: name.transliteration ?? '',
    source: name.source ?? null,
    fromOn: name.fromOn,
    toOn: name.toOn,
  }));
  return {
    names: names ?? [emptyName('permit', 'name-0')],
    birth: toPartialDateDraft(details?.birth),
    sex: details?.sex ?? 'unknown',
    gender: details?.gender ?? '',
    pronoun: details?.pronoun ?? '',
    birthCountry: details?.birthCountry ?? null,
    birthPlace: details?.birthPlace ?? '',
    originCountry: details?.originCountry ?? null,
    enteredItaly: toPartialDateDraft(details?.enteredItaly),
    firstEntry: toPartialDateDraft(details?.firstEntry),
    firstEntryCountry: details?.firstEntryCountry ?? null,
    firstEntryPlace: details?.firstEntryPlace ?? '',
    route: details?.route ?? '',
    dependants: details?.dependants === undefined ? '' : String(details.dependants),
    urgency: details?.urgency ?? null,
    literacy: details?.literacy ?? null,
    civilStatus: details?.civilStatus ?? null,
    interpreterWish: details?.interpreterWish ?? null,
    arrivalWay: details?.arrivalWay ?? null,
    cameThrough: details?.cameThrough ?? null,
    sentBy: details?.sentBy ?? '',
    request: details?.request ?? '',
    fiscalCode: details?.fiscalCode ?? '',
    nationalities: details?.nationalities ?? [],
    languages: details?.languages ?? [],
    contactKind: details?.contact?.kind ?? 'phone',
    contactValue: details?.contact?.value ?? '',
    contactSafe: details?.contact?.safe ?? false,
    legalStatus: details?.legalStatus ?? null,
    receptionType: details?.reception?.type ?? null,
    receptionExit: details?.reception?.exitOn,
    address: details?.address ?? '',
    note: details?.note ?? '',
  };
}

type DateProblem = NonNullable<PartialDateReading['problem']> | 'inFuture';

export interface DraftProblems {
  names?: boolean;
  birth?: DateProblem;
  enteredItaly?: DateProblem;
  firstEntry?: DateProblem;
  dependants?: boolean;
  nameDates?: boolean;
}

const mostDependants = 30;
const isNamed = (name: NameDraft) => saysSomething(`${name.given}${name.family}`);

export function problemsOf(draft: PersonDraft, today: CalendarDate): DraftProblems {
  const problems: DraftProblems = {};
  const [first] = draft.names.filter(isNamed);
  if (!first || !isOwnName(first)) problems.names = true;
  if (draft.names.some(({ fromOn, toOn }) => fromOn && toOn && toOn < fromOn))
    problems.nameDates = true;
  if (Number(draft.dependants) > mostDependants) problems.dependants = true;
  for (const field of ['birth', 'enteredItaly', 'firstEntry'] as const) {
    const problem = pastProblem(draft[field], today);
    if (problem) problems[field] = problem;
  }
  return problems;
}

function pastProblem(typed: PartialDateDraft, today: CalendarDate): DateProblem | undefined {
  const reading = readPartialDate(typed);
  if (reading.problem) return reading.problem;
  return reading.date && rangeOf(reading.date).earliest > today ? 'inFuture' : undefined;
}

const told = (text: string) => (saysSomething(text) ? text.trim() : undefined);

function dateIn(typed: PartialDateDraft) {
  const reading = readPartialDate(typed);
  return reading.problem ? undefined : reading.date;
}

/** Only for a draft without problems. Empty fields are left out: nothing is recorded for them. */
export function toPersonDetails(draft: PersonDraft): PersonDetails {
  const contact = told(draft.contactValue);
  return {
    names: draft.names.filter(isNamed).map(toPersonName),
    birth: dateIn(draft.birth),
    sex: draft.sex,
    gender: told(draft.gender),
    pronoun: told(draft.pronoun),
    birthCountry: draft.birthCountry ?? undefined,
    birthPlace: told(draft.birthPlace),
    originCountry: draft.originCountry ?? undefined,
    enteredItaly: dateIn(draft.enteredItaly),
    firstEntry: dateIn(draft.firstEntry),
    firstEntryCountry: draft.firstEntryCountry ?? undefined,
    firstEntryPlace: told(draft.firstEntryPlace),
    route: told(draft.route),
    dependants: draft.dependants === '' ? undefined : Number(draft.dependants),
    urgency: draft.urgency ?? undefined,
    literacy: draft.literacy ?? undefined,
    civilStatus: draft.civilStatus ?? undefined,
    interpreterWish: draft.interpreterWish ?? undefined,
    arrivalWay: draft.arrivalWay ?? undefined,
    cameThrough: draft.cameThrough ?? undefined,
    sentBy: told(draft.sentBy),
    request: told(draft.request),
    fiscalCode: told(draft.fiscalCode),
    nationalities: draft.nationalities,
    languages: draft.languages,
    contact: contact
      ? { kind: draft.contactKind, value: contact, safe: draft.contactSafe }
      : undefined,
    legalStatus: draft.legalStatus ?? undefined,
    reception: draft.receptionType
      ? { type: draft.receptionType, exitOn: draft.receptionExit }
      : undefined,
    address: told(draft.address),
    note: told(draft.note),
  };
}

/** Without what has rows and panels of its own: the form of the basics must not touch those. */
export function withoutHistory(details: PersonDetails): PersonDetails {
  const { contact: _, legalStatus: __, reception: ___, address: ____, ...basics } = details;
  return basics;
}

function toPersonName(name: NameDraft): PersonName {
  const script = scriptOfName(name);
  return {
    kind: name.kind,
    script,
    given: name.given.trim(),
    family: name.family.trim(),
    transliteration: script === 'latin' ? undefined : told(name.transliteration),
    source: name.source ?? undefined,
    fromOn: name.fromOn,
    toOn: name.toOn,
  };
}
