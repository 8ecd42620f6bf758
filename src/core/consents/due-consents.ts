/*
 * Consents that ask for something: those a parent or guardian gave for somebody who has turned eighteen and
 * now signs for themselves, those about to end, and withdrawals after which something is still to be done.
 * A consent that was given anew for the same purpose and recipient asks for nothing any more.
 */
import type { OutputOf, VaultContract } from '#api/contract.ts';
import { comesOfAgeOn } from '#domain/consents/coming-of-age.ts';
import { type ConsentTerm, consentGivers, consentStateOn } from '#domain/consents/consent.ts';
import type { CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Db } from '../context.ts';
import { hasOpenFile } from '../people/open-line.ts';
import { birthColumns, birthOf } from '../people/person-rows.ts';

type DueConsent = OutputOf<VaultContract, 'consents.due'>['items'][number];

async function consentsOfOpenFiles(db: Db) {
  const rows = await db
    .selectFrom('consent')
    .innerJoin('person_line', 'person_line.person_id', 'consent.person_id')
    .innerJoin('person', 'person.id', 'consent.person_id')
    .leftJoin('organisation', 'organisation.id', 'consent.organisation_id')
    .select(['consent.id', 'consent.person_id', 'purpose', 'organisation_id', 'recipient'])
    .select(['given_by', 'given_on', 'expires_on', 'withdrawn_on'])
    .select(['listed_name', 'organisation.name as organisation_name'])
    .select(birthColumns)
    .where(hasOpenFile)
    .where('followed_up_on', 'is', null)
    .execute();
  return rows.map((row) => {
    const birth = birthOf(row);
    const adultOn = birth && comesOfAgeOn(birth);
    // Every consent in force is read each morning: no more of each than what ends it.
    const term: ConsentTerm = {
      givenOn: row.given_on,
      expiresOn: row.expires_on ?? undefined,
      withdrawnOn: row.withdrawn_on ?? undefined,
      givenBy: consentGivers.find((giver) => giver === row.given_by),
      comesOfAgeOn: adultOn,
    };
    const same = [row.person_id, row.purpose, row.organisation_id, row.recipient].join('|');
    return { row, adultOn, term, same };
  });
}

/** `until` looks ahead: birthdays and ends up to that day are in the list. */
export async function dueConsents(
  db: Db,
  { today, until }: { today: CalendarDate; until: CalendarDate },
): Promise<DueConsent[]> {
  const all = await consentsOfOpenFiles(db);
  const holding = new Set(
    all.filter(({ term }) => consentStateOn(term, until) === 'valid').map(({ same }) => same),
  );
  const items = all.flatMap((one): DueConsent[] => {
    const { row, adultOn, term, same } = one;
    const { withdrawnOn, expiresOn } = term;
    const about = {
      consentId: row.id,
      personId: row.person_id,
      listedName: row.listed_name,
      purpose: row.purpose,
      ...(row.organisation_name ? { organisationName: row.organisation_name } : {}),
    };
    if (holding.has(same)) return [];
    if (withdrawnOn) return [{ kind: 'followUp', due: withdrawnOn, ...about }];
    if (adultOn && consentStateOn(term, until) === 'cameOfAge') {
      return [{ kind: 'signAnew', due: adultOn, ...about }];
    }
    if (expiresOn && expiresOn >= today && expiresOn <= until) {
      return [{ kind: 'expiring', due: expiresOn, ...about }];
    }
    return [];
  });
  return items.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
