import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { letterTemplateProcedures } from '#api/letter-templates.ts';
import type { Handlers } from '#api/server.ts';
import { letterMarks, marksFor, type OwnTexts, ownTexts } from '#domain/letters/letter-template.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import {
  latestVersion,
  placesWrong,
  shippedTemplate,
  templateInUse,
} from '../letters/template-versions.ts';
import { getLetterhead, saveLetterhead, saveLogo } from './letterhead.ts';
import { previewTemplate } from './preview-template.ts';
import { MOST_BYTES, notValid, readTemplateFile, writeTemplateFile } from './template-file.ts';

type LetterTemplateHandlers = Handlers<
  Pick<VaultContract, keyof typeof letterTemplateProcedures>,
  CoreContext
>;

async function getTemplate(context: CoreContext, { code }: { code: string }) {
  const shipped = shippedTemplate(context, code);
  const { text: texts } = await templateInUse(context, code);
  const rows = await registerOf(context)
    .db.selectFrom('letter_template_version')
    .leftJoin('user', 'user.id', 'letter_template_version.changed_by')
    .selectAll('letter_template_version')
    .select('user.name as by')
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(50)
    .execute();
  const allowed = marksFor(shipped);
  return {
    texts,
    original: shipped.text,
    marks: letterMarks.filter((mark) => allowed.includes(mark)),
    versions: rows.map((row) => ({
      version: row.version,
      isOwn: row.texts !== null,
      ...(row.note ? { note: row.note } : {}),
      changedOn: row.changed_at.slice(0, 10),
      changedBy: row.by ?? '',
    })),
  };
}

/** One that went back to the original has the original words. */
async function getVersion(
  context: CoreContext,
  { code, version }: { code: string; version: number },
): Promise<{ texts: OwnTexts }> {
  const shipped = shippedTemplate(context, code);
  if (version === 0) return { texts: shipped.text };
  const row = await registerOf(context)
    .db.selectFrom('letter_template_version')
    .select('texts')
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  return { texts: row.texts === null ? shipped.text : ownTexts.parse(JSON.parse(row.texts)) };
}

async function addVersion(
  context: CoreContext,
  { code, texts, note }: { code: string; texts: OwnTexts | null; note?: string | undefined },
): Promise<{ version: number }> {
  const { db } = registerOf(context);
  const last = await latestVersion(db, code);
  const version = (last?.version ?? 0) + 1;
  await db
    .insertInto('letter_template_version')
    .values({
      code,
      version,
      texts: texts && JSON.stringify(texts),
      note: note || null,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'letters');
  return { version };
}

/** Fails with `not_found` or `template_not_valid`. */
async function saveTexts(
  context: CoreContext,
  wanted: { code: string; texts: OwnTexts; note?: string | undefined },
) {
  const wrong = placesWrong(shippedTemplate(context, wanted.code), wanted.texts);
  if (wrong.length > 0) throw notValid(wrong);
  return addVersion(context, wanted);
}

async function importTemplate(context: CoreContext, { grant }: { grant: string }) {
  const { bytes } = await context.ports.files.read(grant, MOST_BYTES);
  const { code, texts } = readTemplateFile(bytes);
  if (!context.resources.letters.has(code)) throw notValid(['code']);
  return { code, ...(await saveTexts(context, { code, texts })) };
}

export const letterTemplateHandlers: LetterTemplateHandlers = {
  'letterTemplates.get': getTemplate,
  'letterTemplates.version': getVersion,
  'letterTemplates.preview': previewTemplate,
  'letterTemplates.save': saveTexts,
  'letterTemplates.restore': (context, { code }) => {
    shippedTemplate(context, code);
    return addVersion(context, { code, texts: null });
  },
  'letterTemplates.export': async (context, { code, grant }) => {
    const bytes = writeTemplateFile(code, (await templateInUse(context, code)).text);
    await context.ports.files.write(grant, bytes);
    return { byteCount: bytes.length };
  },
  'letterTemplates.import': importTemplate,
  'letterhead.get': getLetterhead,
  'letterhead.save': saveLetterhead,
  'letterhead.saveLogo': saveLogo,
};
