import { ProcedureError } from '#api/errors.ts';
import type { NoteLine, NoteVersion } from '#api/notes.ts';
import { type ProtectedNote, protectedNote } from '#domain/notes/protected-note.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { caseKeyOf, type RestrictedPlace } from '../vault/restricted.ts';
import { openJson, sealJson } from '../vault/sealed-json.ts';

const OPENING_LENGTH = 160;

const placeOf = (id: string): RestrictedPlace => ({
  table: 'protected_note_version',
  rowId: id,
  field: 'sealed',
});

function open(
  context: CoreContext,
  caseKey: Buffer,
  row: { id: string; sealed: Uint8Array },
): ProtectedNote {
  const place = placeOf(row.id);
  return openJson(context, caseKey, { place, sealed: row.sealed, schema: protectedNote });
}

const versionsOf = (db: Db) =>
  db
    .selectFrom('protected_note_version as version')
    .leftJoin('user', 'user.id', 'version.changed_by')
    .select(['version.id', 'note_id', 'version.version', 'sealed'])
    .select(['version.changed_at', 'user.name as changed_by_name'])
    .orderBy('version.version', 'desc');

export async function hasNotes(db: Db, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('protected_note')
    .select('id')
    .where('person_id', '=', personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The newest version of each note, the latest day first. */
export async function listNotes(context: CoreContext, { personId }: { personId: string }) {
  const { db } = registerOf(context);
  await getCaseFile(db, personId);
  // Nothing to read: a coordinator's look must not make a key, and nobody is refused what is not there.
  if (!(await hasNotes(db, personId))) return { items: [] };
  const caseKey = await caseKeyOf(context, personId);
  const rows = await versionsOf(db).where('person_id', '=', personId).execute();
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!newest.has(row.note_id)) newest.set(row.note_id, row);
  const items = [...newest.values()].map((row): NoteLine => {
    const { kind, notedOn, text } = open(context, caseKey, row);
    return {
      id: row.note_id,
      kind,
      notedOn,
      opening: text.slice(0, OPENING_LENGTH),
      version: row.version,
      changedAt: row.changed_at,
      changedBy: row.changed_by_name ?? '',
    };
  });
  return { items: items.sort((a, b) => (a.notedOn < b.notedOn ? 1 : -1)) };
}

async function personOfNote(db: Db, id: string): Promise<string> {
  const note = await db
    .selectFrom('protected_note')
    .select('person_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!note) throw new ProcedureError('not_found');
  return note.person_id;
}

export async function getNote(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const personId = await personOfNote(db, id);
  const caseKey = await caseKeyOf(context, personId);
  const rows = await versionsOf(db).where('note_id', '=', id).execute();
  const versions = rows.map(
    (row): NoteVersion => ({
      ...open(context, caseKey, row),
      version: row.version,
      changedAt: row.changed_at,
      changedBy: row.changed_by_name ?? '',
    }),
  );
  return { id, personId, versions };
}

interface SavedNote {
  personId: string;
  existing?: { id: string; version: number } | undefined;
  note: ProtectedNote;
}

/** Every save is a version of its own; what was written before stays. Fails with `changed_meanwhile`. */
export async function saveNote(context: CoreContext, { personId, existing, note }: SavedNote) {
  const { db, recoveryConfirmed } = registerOf(context);
  if (!recoveryConfirmed) throw new ProcedureError('recovery_not_confirmed');
  await getCaseFile(db, personId);
  if (existing && (await personOfNote(db, existing.id)) !== personId) {
    throw new ProcedureError('not_found');
  }
  const caseKey = await caseKeyOf(context, personId);
  const { ids } = context.ports;
  const [id, versionId] = [existing?.id ?? ids.next(), ids.next()];
  const version = (existing?.version ?? 0) + 1;
  const changed = changedNow(context);
  const sealed = sealJson(context, caseKey, placeOf(versionId), note);
  await db.transaction().execute(async (tx) => {
    if (!existing) {
      await tx
        .insertInto('protected_note')
        .values({ id, person_id: personId, ...changed })
        .execute();
    }
    const { latest } = await tx
      .selectFrom('protected_note_version')
      .select((eb) => eb.fn.max('version').as('latest'))
      .where('note_id', '=', id)
      .executeTakeFirstOrThrow();
    if ((latest ?? 0) !== version - 1) throw new ProcedureError('changed_meanwhile');
    await tx
      .insertInto('protected_note_version')
      .values({ id: versionId, note_id: id, person_id: personId, version, sealed, ...changed })
      .execute();
  });
  announceChange(context, 'notes');
  return { id, version };
}
