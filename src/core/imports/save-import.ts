import type { OutputOf, ParsedInputOf, VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { MoreOfRow } from '#domain/imports/person-from-row.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { indexThese } from '../people/findable-people.ts';
import { contacts, identityDocuments } from '../people/record-kinds.ts';
import { addRow, type RecordWrite } from '../people/record-rows.ts';
import { writeUnindexed } from '../people/register-person.ts';
import { checkCodes } from '../resources/check-codes.ts';
import { alikePeopleOf, comparableRow, nameOf } from './alike-people.ts';
import { beginWork, closeImport, forEachRow, importOf } from './open-import.ts';

/** Indexed together, names that many people bear are read and written once. */
const INDEXED_TOGETHER = 500;

async function writeMore(tx: Db, write: RecordWrite, more: MoreOfRow): Promise<void> {
  for (const contact of more.contacts) await addRow(tx, contacts, write, contact);
  for (const document of more.documents) await addRow(tx, identityDocuments, write, document);
}

/** One transaction: everybody, or nobody. */
export async function saveImport(
  context: CoreContext,
  { choices, leaveOutProblems, leaveOutDuplicates }: ParsedInputOf<VaultContract, 'imports.save'>,
): Promise<OutputOf<VaultContract, 'imports.save'>> {
  const { db } = registerOf(context);
  const { fileHash } = importOf(context);
  const work = beginWork(context, choices, 'imports.save');
  const people = await alikePeopleOf(db, () => work.pause(0));
  const readings: Parameters<typeof comparableRow>[1] = new Map();
  let created = 0;
  let leftOut = 0;
  await db.transaction().execute(async (tx) => {
    let waiting: string[] = [];
    const indexWaiting = async () => {
      if (waiting.length > 0) await indexThese(tx, waiting);
      waiting = [];
    };
    await forEachRow(context, choices, work, async ({ row, details, more }) => {
      if (!details && !leaveOutProblems) throw new ProcedureError('import_has_problems');
      const person = details && comparableRow(details, readings);
      if (!details || !person || (leaveOutDuplicates && people.find(person))) {
        leftOut += 1;
        return;
      }
      checkCodes(context.resources, details satisfies PersonDetails);
      people.add(person, { row, listedName: nameOf(details) });
      const { id } = await writeUnindexed(tx, context, details);
      if (more) await writeMore(tx, { context, personId: id }, more);
      waiting.push(id);
      if (waiting.length >= INDEXED_TOGETHER) await indexWaiting();
      created += 1;
    });
    await indexWaiting();
    if (created === 0) throw new ProcedureError('import_nothing_left');
    await tx
      .insertInto('import_run')
      .values({
        id: context.ports.ids.next(),
        file_hash: fileHash,
        imported_on: context.ports.clock.today(),
        created_count: created,
        ...changedNow(context),
      })
      .execute();
  });
  closeImport(context);
  announceChange(context, 'people');
  return { created, leftOut };
}
