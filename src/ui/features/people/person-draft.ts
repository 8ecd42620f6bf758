import type { NameKind, PersonName } from '#domain/names/person-name.ts';
import { scriptOf } from '#domain/names/script.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import {
  type PartialDateDraft,
  readPartialDate,
  toPartialDateDraft,
} from '#ui/components/partial-date-draft.ts';

export interface NameDraft {
  key: string;
  kind: NameKind;
  given: string;
  family: string;
  transliteration: string;
}

/** A person's details while they are typed: every field there, empty where nothing is known. */
export interface PersonDraft {
  names: NameDraft[];
  birth: PartialDateDraft;
  sex: PersonDetails['sex'];
  gender: string;
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
  return { key, kind, given: '', family: '', transliteration: '' };
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
  }));
  return {
    names: names ?? [emptyName('permit', 'name-0')],
    birth: toPartialDateDraft(details?.birth),
    sex: details?.sex ?? 'unknown',
    gender: details?.gender ?? '',
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

export interface DraftProblems {
  names?: boolean;
  birth?: 'yearNeeded' | 'monthNeeded' | 'notADay';
}

const isNamed = (name: NameDraft) => `${name.given}${name.family}`.trim() !== '';

export function problemsOf(draft: PersonDraft): DraftProblems {
  const problems: DraftProblems = {};
  if (!draft.names.some(isNamed)) problems.names = true;
  const { problem } = readPartialDate(draft.birth);
  if (problem) problems.birth = problem;
  return problems;
}

const told = (text: string) => (text.trim() === '' ? undefined : text.trim());

/** Only for a draft without problems. Empty fields are left out: nothing is recorded for them. */
export function toPersonDetails(draft: PersonDraft): PersonDetails {
  const birth = readPartialDate(draft.birth);
  const contact = told(draft.contactValue);
  return {
    names: draft.names.filter(isNamed).map(toPersonName),
    birth: birth.problem ? undefined : birth.date,
    sex: draft.sex,
    gender: told(draft.gender),
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

function toPersonName(name: NameDraft): PersonName {
  const script = scriptOfName(name);
  return {
    kind: name.kind,
    script,
    given: name.given.trim(),
    family: name.family.trim(),
    transliteration: script === 'latin' ? undefined : told(name.transliteration),
  };
}
