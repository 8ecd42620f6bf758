import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { ProtocolFilter, protocolProcedures } from '#api/protocol.ts';
import type { Handlers } from '#api/server.ts';
import type { NewEntry } from '#domain/protocol/protocol-entry.ts';
import { readReplyReference } from '#domain/protocol/reply-reference.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { textsFor } from '../documents/texts.ts';
import { type Typesetting, typesetPdf, typesetToLook } from '../documents/typeset-pdf.ts';
import { getCaseFile } from '../people/queries.ts';
import { getAssociation } from '../settings/association.ts';
import { keepEntry, nextNumber } from './keep-entry.ts';
import { countEntries, listEntries, yearsOf } from './list-entries.ts';
import { registerDocument } from './register-document.ts';

type ProtocolHandlers = Handlers<Pick<VaultContract, keyof typeof protocolProcedures>, CoreContext>;

async function getEntry(db: Db, id: string) {
  const row = await db
    .selectFrom('protocol_entry')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return row;
}

async function enter(context: CoreContext, entry: NewEntry) {
  const { db } = registerOf(context);
  const { organisationId, personId, answersId, documentOn } = entry;
  if (documentOn !== undefined && documentOn > context.ports.clock.today()) {
    throw new ProcedureError('date_in_future', { field: 'documentOn' });
  }
  const organisation = organisationId && (await getOrganisation(db, organisationId));
  if (personId) await getCaseFile(db, personId);
  if (answersId) await getEntry(db, answersId);
  const taken = await db.transaction().execute(async (tx) => {
    const number = await nextNumber(context, tx);
    const id = await keepEntry(context, tx, {
      ...entry,
      ...number,
      correspondent: organisation ? organisation.name : (entry.correspondent ?? ''),
    });
    return { id, protocol: `${number.number}/${number.year}` };
  });
  announceChange(context, 'protocol');
  return taken;
}

async function recordAnswer(
  context: CoreContext,
  { id, answersId }: { id: string; answersId: string | null },
) {
  const { db } = registerOf(context);
  await getEntry(db, id);
  if (answersId === id) throw new ProcedureError('invalid_input', { fields: ['answersId'] });
  if (answersId !== null) await getEntry(db, answersId);
  await db
    .updateTable('protocol_entry')
    .set({ answers_id: answersId, ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'protocol');
  return {};
}

async function annul(context: CoreContext, { id, why }: { id: string; why: string }) {
  const { db } = registerOf(context);
  const row = await getEntry(db, id);
  if (row.annulled_on !== null) throw new ProcedureError('protocol_entry_annulled');
  await db
    .updateTable('protocol_entry')
    .set({ annulled_on: context.ports.clock.today(), annulled_why: why, ...changedNow(context) })
    .where('id', '=', id)
    .execute();
  announceChange(context, 'protocol');
  return {};
}

/** Fails with `reference_unknown`, also for one that was mistyped. */
async function find(context: CoreContext, { reference }: { reference: string }) {
  const read = readReplyReference(reference);
  if (!read) throw new ProcedureError('reference_unknown');
  const letter = await registerOf(context)
    .db.selectFrom('letter')
    .select(['id', 'person_id', 'referral_id', 'protocol_number', 'protocol_year'])
    .where('protocol_year', '=', read.year)
    .where('protocol_number', '=', read.number)
    .executeTakeFirst();
  if (!letter) throw new ProcedureError('reference_unknown');
  return {
    protocol: `${letter.protocol_number}/${letter.protocol_year}`,
    letterId: letter.id,
    personId: letter.person_id,
    ...(letter.referral_id === null ? {} : { referralId: letter.referral_id }),
  };
}

const MOST_PRINTED = 5000;

async function printed(context: CoreContext, filter: ProtocolFilter, via: Typesetting) {
  const { db } = registerOf(context);
  const { ports, resources } = context;
  const paging = { offset: 0, limit: MOST_PRINTED, ascending: true };
  const document = registerDocument(
    {
      association: await getAssociation(db),
      entries: await listEntries(db, filter, paging),
      printedOn: ports.clock.today(),
      isCutShort: (await countEntries(db, filter)) > MOST_PRINTED,
    },
    textsFor(ports.localesDir, 'it', resources.vocabularies),
  );
  return via(context, document);
}

export const protocolHandlers: ProtocolHandlers = {
  'protocol.list': async (context, { offset, limit, ...filter }) => {
    const { db } = registerOf(context);
    return {
      items: await listEntries(db, filter, { offset, limit }),
      total: await countEntries(db, filter),
      years: await yearsOf(db),
    };
  },
  'protocol.enter': enter,
  'protocol.recordAnswer': recordAnswer,
  'protocol.annul': annul,
  'protocol.find': find,
  'documents.protocol': async (context, filter) => {
    const shown = await printed(context, filter, typesetToLook);
    return { ...shown, suggestedName: `protocollo-${context.ports.clock.today()}.pdf` };
  },
  'documents.saveProtocol': async (context, { grant, ...filter }) => {
    const { bytes } = await printed(context, filter, typesetPdf);
    await context.ports.files.write(grant, bytes);
    return { byteCount: bytes.length };
  },
};
