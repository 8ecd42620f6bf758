/*
 * Templates of this register beside those that come with the program. They are known by an id of their own and
 * not by the code in the file: a changed FRA NOI 2 from another association must neither hide the one that
 * comes with the program nor be hidden by it.
 */
import { isDeepStrictEqual } from 'node:util';
import { ProcedureError } from '#api/errors.ts';
import type { ListedTemplate } from '#api/programmes.ts';
import {
  type ProgrammeTemplate,
  programmeTemplate,
} from '#domain/programmes/programme-template.ts';
import { tryWorkedCase } from '#domain/programmes/worked-cases.ts';
import { announceChange, type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import { keepForUndo, undoRemoval } from '../undo-removal.ts';
import { getProgramme } from './programmes.ts';
import { MOST_BYTES, notValid, readTemplateFile, writeTemplateFile } from './template-file.ts';

/** More would be a list nobody finds anything in. */
const MOST_TEMPLATES = 100;

const parsed = (definition: string) => programmeTemplate.parse(JSON.parse(definition));

async function ownTemplates(db: Db) {
  const rows = await db
    .selectFrom('programme_template')
    .selectAll()
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ row, template: parsed(row.definition) }));
}

const lineOf = (code: string, { name, about, kinds, funder }: ProgrammeTemplate) => ({
  code,
  name,
  about,
  kinds,
  funder,
});

/** Ids of those that programmes were started from. */
async function templatesInUse(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('programme')
    .select('template_id')
    .distinct()
    .where('template_id', 'is not', null)
    .execute();
  return new Set(rows.flatMap((row) => row.template_id ?? []));
}

/** Those of the register, those that come with the program, the empty ones. */
export async function listTemplates(context: CoreContext): Promise<{ items: ListedTemplate[] }> {
  const inUse = await templatesInUse(registerOf(context).db);
  const own = (await ownTemplates(registerOf(context).db)).map(({ row, template }) => ({
    ...lineOf(row.id, template),
    isBlank: false,
    takenInOn: row.changed_at.slice(0, 10),
    isUnused: !inUse.has(row.id),
  }));
  const shipped = [...context.resources.programmes().values()].map((one) => ({
    ...lineOf(one.code, one),
    isBlank: one.code.startsWith('blank-'),
  }));
  return { items: [...own, ...shipped.sort((a, b) => Number(a.isBlank) - Number(b.isBlank))] };
}

/** By the code of one that comes with the program, or the id of one of the register. */
export async function findTemplate(
  context: CoreContext,
  code: string,
): Promise<ProgrammeTemplate | undefined> {
  const row = await registerOf(context)
    .db.selectFrom('programme_template')
    .select('definition')
    .where('id', '=', code)
    .executeTakeFirst();
  return row ? parsed(row.definition) : context.resources.programmes().get(code);
}

/** The template of a programme as this register uses it, with its parameters. Fails with `not_found`. */
export async function exportTemplate(
  context: CoreContext,
  { id, grant }: { id: string; grant: string },
) {
  const { template } = await getProgramme(registerOf(context).db, id);
  const bytes = writeTemplateFile(template);
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length };
}

async function readGranted({ ports }: CoreContext, grant: string): Promise<Uint8Array> {
  try {
    return (await ports.files.read(grant, MOST_BYTES)).bytes;
  } catch (error) {
    const isLarge = error instanceof ProcedureError && error.code === 'attachment_too_large';
    throw isLarge ? notValid({ place: '', reason: 'tooBig' }) : error;
  }
}

/**
 * Takes a file in as a new template. Fails with `programme_template_not_valid`, `programme_template_newer`,
 * `programme_template_known` or `programme_templates_full`.
 */
export async function importTemplate(context: CoreContext, { grant }: { grant: string }) {
  const { vocabularies: lists, letters } = context.resources;
  const indicators = context.resources.indicators().byId;
  const known = { lists, letters, indicators };
  const template = readTemplateFile(await readGranted(context, grant), known);
  const { db } = registerOf(context);
  const own = await ownTemplates(db);
  const there = [...own.map((one) => one.template), ...context.resources.programmes().values()];
  if (there.some((one) => isDeepStrictEqual(one, template))) {
    throw new ProcedureError('programme_template_known');
  }
  if (own.length >= MOST_TEMPLATES) throw new ProcedureError('programme_templates_full');
  const id = context.ports.ids.next();
  await db
    .insertInto('programme_template')
    .values({ id, definition: JSON.stringify(template), ...changedNow(context) })
    .execute();
  announceChange(context, 'programmes');
  return { code: id, name: template.name, cases: casesOf(template) };
}

/** What its rules answer to its own examples, for whoever is about to rely on them. */
function casesOf(template: ProgrammeTemplate) {
  return template.workedCases.map((worked) => {
    const { isMet, got } = tryWorkedCase(template, worked);
    return { title: worked.title, isMet, outcome: got.outcome };
  });
}

/** Fails with `not_found`, `programme_template_in_use`. */
export async function removeTemplate(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  const row = await db
    .selectFrom('programme_template')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  if ((await templatesInUse(db)).has(id)) throw new ProcedureError('programme_template_in_use');
  await db.deleteFrom('programme_template').where('id', '=', id).execute();
  keepForUndo(context, id, (tx) => tx.insertInto('programme_template').values(row).execute());
  announceChange(context, 'programmes');
  return {};
}

export async function restoreTemplate(context: CoreContext, { id }: { id: string }) {
  await undoRemoval(context, id);
  announceChange(context, 'programmes');
  return {};
}
