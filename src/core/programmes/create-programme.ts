import { ProcedureError } from '#api/errors.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { findTemplate } from './own-templates.ts';
import { columnsOf, isBefore, type Named } from './programmes.ts';

/** Fails with `unknown_code` for a template that neither register nor program has, `period_invalid`. */
export async function createProgramme(
  context: CoreContext,
  { templateCode, ...named }: Named & { templateCode: string },
) {
  const template = await findTemplate(context, templateCode);
  if (!template) throw new ProcedureError('unknown_code', { field: 'templateCode' });
  if (isBefore(named.from, named.to)) throw new ProcedureError('period_invalid');
  const id = context.ports.ids.next();
  await registerOf(context)
    .db.insertInto('programme')
    .values({
      id,
      template_code: template.code,
      // Their own are known by an id, those of the program by a code.
      template_id: templateCode === template.code ? null : templateCode,
      ...columnsOf(named),
      definition: JSON.stringify(template),
      is_open: 1,
      ...changedNow(context),
    })
    .execute();
  announceChange(context, 'programmes');
  return { id };
}
