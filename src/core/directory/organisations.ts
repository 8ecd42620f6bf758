import type { Organisation } from '#api/directory.ts';
import { ProcedureError } from '#api/errors.ts';
import { weekdays } from '#domain/directory/organisation.ts';
import type { Db } from '../context.ts';
import type {
  OrganisationContactTable,
  OrganisationTable,
} from '../database/tables/directory-tables.ts';

type Row = OrganisationTable & { verified_by_name: string | null };

interface Parts {
  contacts: OrganisationContactTable[];
  openingHours: { weekday: number; hours: string }[];
  languages: string[];
  services: string[];
}

const told = <K extends string>(key: K, value: string | null) =>
  (value === null ? {} : { [key]: value }) as { [P in K]?: string };

function contactFromRow(row: OrganisationContactTable): Organisation['contacts'][number] {
  return {
    name: row.name,
    ...told('role', row.role),
    ...told('phone', row.phone),
    ...told('email', row.email),
    ...told('pec', row.pec),
  };
}

function organisationFromRow(row: Row, parts: Parts): Organisation {
  return {
    id: row.id,
    revision: row.revision,
    kind: row.kind,
    name: row.name,
    ...told('office', row.office),
    ...told('address', row.address),
    ...told('place', row.place),
    ...told('phone', row.phone),
    ...told('email', row.email),
    ...told('pec', row.pec),
    contacts: parts.contacts.map(contactFromRow),
    openingHours: parts.openingHours.flatMap(({ weekday, hours }) => {
      const day = weekdays[weekday - 1];
      return day ? [{ weekday: day, hours }] : [];
    }),
    languages: parts.languages,
    services: parts.services,
    ...told('accessRules', row.access_rules),
    ...(row.agreement_signed_on === null
      ? {}
      : {
          agreement: {
            signedOn: row.agreement_signed_on,
            ...told('expiresOn', row.agreement_expires_on),
          },
        }),
    ...told('note', row.note),
    ...told('verifiedOn', row.verified_on),
    ...told('verifiedBy', row.verified_by_name),
    isArchived: row.is_archived === 1,
  };
}

const organisationRows = (db: Db) =>
  db
    .selectFrom('organisation')
    .leftJoin('user', 'user.id', 'organisation.verified_by')
    .selectAll('organisation')
    .select('user.name as verified_by_name');

function grouped<R extends { organisation_id: string }>(rows: R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.organisation_id);
    if (group) group.push(row);
    else groups.set(row.organisation_id, [row]);
  }
  return groups;
}

/** `id` for one organisation, else for all: a directory has hundreds of entries, not thousands. */
async function readParts(db: Db, id?: string): Promise<(organisationId: string) => Parts> {
  const [contacts, hours, languages, services] = await Promise.all([
    db
      .selectFrom('organisation_contact')
      .selectAll()
      .$if(id !== undefined, (query) => query.where('organisation_id', '=', id ?? ''))
      .orderBy('position')
      .execute(),
    db
      .selectFrom('organisation_hours')
      .selectAll()
      .$if(id !== undefined, (query) => query.where('organisation_id', '=', id ?? ''))
      .orderBy('weekday')
      .execute(),
    db
      .selectFrom('organisation_language')
      .selectAll()
      .$if(id !== undefined, (query) => query.where('organisation_id', '=', id ?? ''))
      .orderBy('language')
      .execute(),
    db
      .selectFrom('organisation_service')
      .selectAll()
      .$if(id !== undefined, (query) => query.where('organisation_id', '=', id ?? ''))
      .orderBy('service')
      .execute(),
  ]);
  const parts = {
    contacts: grouped(contacts),
    hours: grouped(hours),
    languages: grouped(languages),
    services: grouped(services),
  };
  return (organisationId) => ({
    contacts: parts.contacts.get(organisationId) ?? [],
    openingHours: parts.hours.get(organisationId) ?? [],
    languages: (parts.languages.get(organisationId) ?? []).map(({ language }) => language),
    services: (parts.services.get(organisationId) ?? []).map(({ service }) => service),
  });
}

/** Fails with `not_found`. */
export async function getOrganisation(db: Db, id: string): Promise<Organisation> {
  const row = await organisationRows(db).where('organisation.id', '=', id).executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  const partsOf = await readParts(db, id);
  return organisationFromRow(row, partsOf(id));
}

/** By kind and name. */
export async function listOrganisations(
  db: Db,
  { showArchived }: { showArchived: boolean },
): Promise<Organisation[]> {
  const rows = await organisationRows(db)
    .$if(!showArchived, (query) => query.where('is_archived', '=', 0))
    .orderBy('kind')
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .execute();
  const partsOf = await readParts(db);
  return rows.map((row) => organisationFromRow(row, partsOf(row.id)));
}

export async function countReferralsTo(db: Db, organisationId: string) {
  return db
    .selectFrom('referral')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', organisationId)
    .groupBy('state')
    .orderBy('state')
    .execute();
}
