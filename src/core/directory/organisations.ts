import type { Organisation } from '#api/directory.ts';
import { ProcedureError } from '#api/errors.ts';
import type { MigrantAssociation } from '#domain/directory/migrant-association.ts';
import { weekdays } from '#domain/directory/organisation.ts';
import { currentAgreement } from '#domain/network/agreement.ts';
import type { Db } from '../context.ts';
import type {
  OrganisationContactTable,
  OrganisationTable,
} from '../database/tables/directory-tables.ts';
import type { MigrantAssociationTable } from '../database/tables/network-tables.ts';

type Row = OrganisationTable & { verified_by_name: string | null };

interface Parts {
  contacts: OrganisationContactTable[];
  openingHours: { weekday: number; hours: string }[];
  languages: string[];
  services: string[];
  association?: MigrantAssociationTable | undefined;
  agreements: { signed_on: string; expires_on: string | null }[];
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
    ...(row.body === null ? {} : { body: row.body }),
  };
}

const number = <K extends string>(key: K, value: number | null) =>
  (value === null ? {} : { [key]: value }) as { [P in K]?: number };

function associationFromRow(row: MigrantAssociationTable): MigrantAssociation {
  const { members, migrant_members, board, migrant_board, founded_by_migrants } = row;
  return {
    ...(founded_by_migrants === null ? {} : { foundedByMigrants: founded_by_migrants === 1 }),
    ...number('foundedIn', row.founded_in),
    ...(members === null ? {} : { members: { all: members, migrants: migrant_members ?? 0 } }),
    ...(board === null ? {} : { board: { all: board, migrants: migrant_board ?? 0 } }),
    ...told('membersBand', row.members_band),
    ...told('legalForm', row.legal_form),
    ...told('reach', row.reach),
    communities: JSON.parse(row.communities),
    fields: JSON.parse(row.fields),
    ...(row.is_registered === 1
      ? {
          registered: { ...told('number', row.register_number), ...told('on', row.registered_on) },
        }
      : {}),
    isOurs: row.is_ours === 1,
  };
}

function agreementIn({ agreements }: Parts) {
  const terms = agreements.map(({ signed_on, expires_on }) => ({
    signedOn: signed_on,
    ...told('expiresOn', expires_on),
  }));
  const agreement = currentAgreement(terms);
  return agreement ? { agreement } : {};
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
    ...(parts.association ? { association: associationFromRow(parts.association) } : {}),
    ...agreementIn(parts),
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
  const [contacts, hours, languages, services, associations, agreements] = await Promise.all([
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
    db
      .selectFrom('migrant_association')
      .selectAll()
      .$if(id !== undefined, (query) => query.where('organisation_id', '=', id ?? ''))
      .execute(),
    db
      .selectFrom('agreement')
      .select(['organisation_id', 'signed_on', 'expires_on'])
      .$if(id !== undefined, (query) => query.where('organisation_id', '=', id ?? ''))
      .execute(),
  ]);
  const parts = {
    contacts: grouped(contacts),
    hours: grouped(hours),
    languages: grouped(languages),
    services: grouped(services),
    associations: grouped(associations),
    agreements: grouped(agreements),
  };
  return (organisationId) => ({
    contacts: parts.contacts.get(organisationId) ?? [],
    openingHours: parts.hours.get(organisationId) ?? [],
    languages: (parts.languages.get(organisationId) ?? []).map(({ language }) => language),
    services: (parts.services.get(organisationId) ?? []).map(({ service }) => service),
    association: parts.associations.get(organisationId)?.[0],
    agreements: parts.agreements.get(organisationId) ?? [],
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
