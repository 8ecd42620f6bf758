/*
 * The copy of everything the register says about one person (Art. 15 and 20 GDPR): sections in the words of
 * the field for reading, and the same as JSON for another program. Protected notes are not in it: what they
 * say may put somebody else in danger, and whoever hands the copy over is told so.
 */
import type { Recipient } from '#api/person-copies.ts';
import { type PersonCopy, personCopyFormat } from '#domain/person-copies/person-copy.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getCaseFile } from '../people/queries.ts';
import { getAssociation } from '../settings/association.ts';
import type { CopiedRow, CopiedSection, FieldKind } from './copied-section.ts';
import { copiedSections } from './copied-sections.ts';
import { coverOthers } from './names-of-others.ts';
import { recipientsOf } from './recipients.ts';

type Cell = string | number | null;
type Value = PersonCopy['sections'][string][number][string];

const isSeveral = (kind: FieldKind) =>
  kind === 'list' || (typeof kind === 'object' && 'labels' in kind);

function toldOf(cell: Cell, kind: FieldKind, cover: (text: string) => string): Value | undefined {
  if (cell === null || cell === '') return undefined;
  if (kind === 'yesNo') return cell === 1;
  if (isSeveral(kind)) {
    const list = (JSON.parse(String(cell)) as unknown[]).map(String);
    if (list.length === 0) return undefined;
    return kind === 'list' ? list.map(cover) : list;
  }
  return kind === 'words' ? cover(String(cell)) : cell;
}

async function sectionRows(
  context: CoreContext,
  section: CopiedSection,
  { personId, cover }: { personId: string; cover: (text: string) => string },
): Promise<PersonCopy['sections'][string]> {
  const { db } = registerOf(context);
  const { rows: found } = (await section.rows(personId).execute(db)) as { rows: CopiedRow[] };
  const rows = section.open ? await section.open(context, personId, found) : found;
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(section.fields).flatMap(([field, kind]) => {
        const cell = row[field] ?? null;
        const value = cell instanceof Uint8Array ? undefined : toldOf(cell, kind, cover);
        return value === undefined ? [] : [[field, value]];
      }),
    ),
  );
}

/** Fails with `not_found`. */
export async function composeCopy(context: CoreContext, personId: string): Promise<PersonCopy> {
  const { db } = registerOf(context);
  const { number } = await getCaseFile(db, personId);
  const association = await getAssociation(db);
  const cover = await coverOthers(db, personId);
  const sections: PersonCopy['sections'] = {};
  for (const section of copiedSections) {
    const rows = await sectionRows(context, section, { personId, cover });
    if (rows.length > 0) sections[section.name] = rows;
  }
  const recipients: Recipient[] = await recipientsOf(db, personId);
  return {
    format: personCopyFormat,
    version: 1,
    madeOn: context.ports.clock.today(),
    controller: {
      name: association.name,
      ...(association.email ? { email: association.email } : {}),
      ...(association.pec ? { pec: association.pec } : {}),
    },
    caseNumber: number,
    sections,
    recipients: recipients.map(({ id: _, ...one }) => ({
      ...one,
      ...(one.to === undefined ? {} : { to: one.kind === 'consent' ? one.to : cover(one.to) }),
    })),
    leftOut: ['protectedNotes', 'otherPeople', 'files'],
  };
}
