/*
 * The words of a letter as this association uses them. What may leave is decided by the template that ships
 * with the program; a version of the association's own replaces its words and nothing else, and is checked
 * against the same minimum data set before it is kept and again each time it is used.
 */
import { ProcedureError } from '#api/errors.ts';
import { type LetterTemplate, letterTemplate } from '#domain/letters/letter-template.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';

/** Fails with `not_found`. */
export function shippedTemplate({ resources }: CoreContext, code: string): LetterTemplate {
  const template = resources.letters.get(code);
  if (!template) throw new ProcedureError('not_found');
  return template;
}

/** Places that are wrong in texts for a template; empty when they may be used. */
export function placesWrong(template: LetterTemplate, texts: unknown): string[] {
  const result = letterTemplate.safeParse({ ...template, text: texts });
  if (result.success) return [];
  return result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

export async function latestVersion(db: Db, code: string) {
  return db
    .selectFrom('letter_template_version')
    .selectAll()
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .executeTakeFirst();
}

/** The template with the association's latest words. Fails with `not_found`. */
export async function templateInUse(context: CoreContext, code: string): Promise<LetterTemplate> {
  const shipped = shippedTemplate(context, code);
  const own = await latestVersion(registerOf(context).db, code);
  if (!own?.texts) return shipped;
  const result = letterTemplate.safeParse({ ...shipped, text: JSON.parse(own.texts) });
  // Words kept under an older minimum data set must not reach past today's.
  return result.success ? result.data : shipped;
}
