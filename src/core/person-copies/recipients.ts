/*
 * Who received data of a person (Art. 15(1)(c) GDPR): letters issued, referrals sent, consents that name a
 * recipient, and every file that left the register, which the audit log knows by id. People ask this before
 * anything else, and an association that cannot answer has no consent worth the name.
 */
import { sql } from 'kysely';
import { type Recipient, recipientKinds } from '#api/person-copies.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { rowsOfPerson } from '../erasures/rows-of-person.ts';
import { getCaseFile } from '../people/queries.ts';

interface Row {
  id: string;
  kind: string;
  on: string;
  to: string | null;
  data: string;
  reference: string | null;
  endedOn: string | null;
}

/** Calls that write something about a person into a file. */
const LEAVING = ['attachments.export', 'documents.saveLetter'];
const COPIES = ['personCopies.save'];

export async function recipientsOf(db: Db, personId: string): Promise<Recipient[]> {
  const { ids } = await rowsOfPerson(db, personId);
  const own = JSON.stringify([...ids]);
  const { rows } = await sql<Row>`
    SELECT id, 'letter' AS kind, issued_on AS "on", addressee ->> 'name' AS "to", details -> 'facts' AS data,
      protocol_number || '/' || protocol_year AS reference, NULL AS "endedOn"
    FROM letter WHERE person_id = ${personId}
    UNION ALL
    SELECT referral.id, 'referral', sent_on, organisation.name, '[]', NULL, NULL
    FROM referral JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId} AND sent_on IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.referral_id = referral.id)
    UNION ALL
    SELECT inbound_referral.id, 'reply', replied_on, coalesce(organisation.name, sender), '[]', their_protocol, NULL
    FROM inbound_referral LEFT JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId} AND replied_on IS NOT NULL
    UNION ALL
    SELECT consent.id, 'consent', given_on, coalesce(organisation.name, recipient), data_categories, NULL,
      coalesce(withdrawn_on, expires_on)
    FROM consent LEFT JOIN organisation ON organisation.id = organisation_id
    WHERE person_id = ${personId} AND coalesce(organisation.name, recipient) IS NOT NULL
    UNION ALL
    SELECT id, iif(given_to IS NULL AND sha256 IS NOT NULL, 'copy', 'file'), given_on, given_to, '[]', NULL, NULL
    FROM given_document WHERE person_id = ${personId}
    UNION ALL
    SELECT 'audit-' || seq, iif(action IN (SELECT value FROM json_each(${JSON.stringify(COPIES)})), 'copy', 'file'),
      substr(at, 1, 10), NULL, '[]', NULL, NULL
    FROM audit_entry
    WHERE action IN (SELECT value FROM json_each(${JSON.stringify([...LEAVING, ...COPIES])}))
      AND object_id IN (SELECT value FROM json_each(${own}))
    ORDER BY 3 DESC, 1 DESC`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    kind: recipientKinds.find((one) => one === row.kind) ?? 'file',
    on: row.on,
    ...(row.to === null ? {} : { to: row.to }),
    data: JSON.parse(row.data) as string[],
    ...(row.reference === null ? {} : { reference: row.reference }),
    ...(row.endedOn === null ? {} : { endedOn: row.endedOn }),
  }));
}

export async function listRecipients(context: CoreContext, { personId }: { personId: string }) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  return { items: await recipientsOf(db, personId) };
}
