import type { Fact } from '#domain/deadlines/evaluate-deadlines.ts';
import type { FactKind } from '#domain/deadlines/fact-kind.ts';
import { among, type FactSource, within } from '../fact-source.ts';

export const PERMIT_TYPES = ['residencePermit', 'asylumForm', 'asylumCertificate'];
/** Other papers whose end somebody should be told of; numbers and certificates do not end in this way. */
const REMINDED_TYPES = [
  'travelDocument',
  'passport',
  'nationalIdentityCard',
  'italianIdentityCard',
];
export const OVER = ['replaced', 'lost', 'revoked'];

interface DocumentRow {
  id: string;
  type: string;
  title: string | null;
  state: string;
  expires_on: string;
  asked_on: string | null;
}

function kindOf({ type, title }: DocumentRow): FactKind | undefined {
  if (PERMIT_TYPES.includes(type)) {
    return title === 'RA' || type !== 'residencePermit' ? 'asylumPermitExpiry' : 'permitExpiry';
  }
  return REMINDED_TYPES.includes(type) ? 'documentExpiry' : undefined;
}

/** The permit that ends last is the one that holds, also where nobody wrote that it replaced the others. */
function withoutOlderPermits<R extends DocumentRow & { person_id: string }>(
  rows: readonly R[],
): R[] {
  const isPermit = (row: R) => PERMIT_TYPES.includes(row.type);
  const last = new Map<string, string>();
  for (const row of rows) {
    const known = last.get(row.person_id) ?? '';
    if (isPermit(row) && row.expires_on > known) last.set(row.person_id, row.expires_on);
  }
  return rows.filter((row) => !isPermit(row) || row.expires_on === last.get(row.person_id));
}

/** Papers with an end that still count: what was replaced, lost or revoked reminds of nothing. */
export const documentFacts: FactSource = {
  kinds: ['permitExpiry', 'asylumPermitExpiry', 'documentExpiry', 'permitRenewalAsked'],

  async ofPeople(db, personIds) {
    const rows = await db
      .selectFrom('identity_document')
      .select(['id', 'person_id', 'type', 'title', 'state', 'expires_on', 'asked_on'])
      .where('person_id', 'in', among(personIds))
      .where('expires_on', 'is not', null)
      .where('replaced_by', 'is', null)
      .where('state', 'not in', OVER)
      .execute();
    const ending = rows.flatMap((row) =>
      row.expires_on === null ? [] : [{ ...row, expires_on: row.expires_on }],
    );
    return withoutOlderPermits(ending).flatMap(({ person_id: personId, ...row }) => {
      const kind = kindOf(row);
      if (!kind) return [];
      const facts: Fact[] = [{ kind, on: row.expires_on, source: row.id }];
      if (row.state === 'underRenewal') {
        facts.push({
          kind: 'permitRenewalAsked',
          on: row.asked_on ?? row.expires_on,
          source: row.id,
        });
      }
      return facts.map((fact) => ({ personId, fact }));
    });
  },

  async peopleWithin(db, windows) {
    const rows = await db
      .selectFrom('identity_document')
      .select('person_id')
      .distinct()
      .where((eb) =>
        eb.or([
          within('expires_on', windows, 'permitExpiry'),
          within('expires_on', windows, 'asylumPermitExpiry'),
          within('expires_on', windows, 'documentExpiry'),
        ]),
      )
      .execute();
    return rows.map((row) => row.person_id);
  },
};
