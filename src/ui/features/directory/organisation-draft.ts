import type { Organisation } from '#api/directory.ts';
import type { MigrantAssociation } from '#domain/directory/migrant-association.ts';
import {
  type ContactBody,
  type OrganisationInput,
  organisationDetails,
  type Weekday,
  weekdays,
} from '#domain/directory/organisation.ts';

export const contactFields = ['name', 'role', 'phone', 'email', 'pec'] as const;
type ContactDraft = Record<(typeof contactFields)[number], string> & {
  key: number;
  body: ContactBody | undefined;
};

export const lineFields = ['name', 'office', 'place', 'phone', 'email', 'pec'] as const;

/** An entry of the directory while it is edited. */
export interface OrganisationDraft extends Record<(typeof lineFields)[number], string> {
  kind: string | null;
  address: string;
  contacts: ContactDraft[];
  openingHours: Record<Weekday, string>;
  languages: string[];
  services: string[];
  accessRules: string;
  /** Changed where it is shown, and handed on as it is here. */
  association: MigrantAssociation | undefined;
  note: string;
  isVerified: boolean;
}

let lastKey = 0;

/** An empty contact, with a key of its own so that removing one leaves the others alone. */
export function emptyContact(): ContactDraft {
  lastKey += 1;
  return { key: lastKey, name: '', role: '', phone: '', email: '', pec: '', body: undefined };
}

export function draftOf(organisation: Organisation | undefined): OrganisationDraft {
  const hours = new Map(organisation?.openingHours.map(({ weekday, hours: h }) => [weekday, h]));
  return {
    kind: organisation?.kind ?? null,
    name: organisation?.name ?? '',
    office: organisation?.office ?? '',
    place: organisation?.place ?? '',
    address: organisation?.address ?? '',
    phone: organisation?.phone ?? '',
    email: organisation?.email ?? '',
    pec: organisation?.pec ?? '',
    contacts: organisation?.contacts.map((one) => ({ ...emptyContact(), ...one })) ?? [],
    openingHours: Object.fromEntries(weekdays.map((day) => [day, hours.get(day) ?? ''])) as Record<
      Weekday,
      string
    >,
    languages: organisation?.languages ?? [],
    services: organisation?.services ?? [],
    accessRules: organisation?.accessRules ?? '',
    association: organisation?.association,
    note: organisation?.note ?? '',
    // Whoever adds an entry has just looked it up.
    isVerified: organisation === undefined,
  };
}

const told = (text: string) => (text.trim() === '' ? undefined : text);

/** The entry as the vault wants it; contacts without any word are left out. */
export function toOrganisationInput(draft: OrganisationDraft): OrganisationInput {
  return {
    kind: draft.kind ?? '',
    name: draft.name,
    office: told(draft.office),
    place: told(draft.place),
    address: told(draft.address),
    phone: told(draft.phone),
    email: told(draft.email),
    pec: told(draft.pec),
    contacts: draft.contacts
      .filter((one) => contactFields.some((field) => told(one[field])))
      .map((one) => ({
        name: one.name,
        role: told(one.role),
        phone: told(one.phone),
        email: told(one.email),
        pec: told(one.pec),
        body: one.body,
      })),
    openingHours: weekdays.flatMap((weekday) => {
      const hours = told(draft.openingHours[weekday]);
      return hours ? [{ weekday, hours }] : [];
    }),
    languages: draft.languages,
    services: draft.services,
    accessRules: told(draft.accessRules),
    association: draft.association,
    note: told(draft.note),
  };
}

/** Paths of fields that are not as they must be, such as `name` or `contacts.0.name`. */
export function problemsOf(input: OrganisationInput): Set<string> {
  const issues = organisationDetails.safeParse(input).error?.issues ?? [];
  return new Set(issues.map(({ path }) => path.join('.')));
}
