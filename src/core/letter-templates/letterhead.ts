import { ProcedureError } from '#api/errors.ts';
import type { LetterheadChoice } from '#domain/letters/letterhead.ts';
import { announceChange, type CoreContext, changedNow, registerOf } from '../context.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';

const MOST_LOGO_BYTES = 512 * 1024;

export async function getLetterhead(context: CoreContext) {
  const row = await registerOf(context).db.selectFrom('letterhead').selectAll().executeTakeFirst();
  return {
    ...(row?.accent ? { accent: row.accent } : {}),
    ...(row?.footer ? { footer: row.footer } : {}),
    hasLogo: row?.logo !== undefined && row.logo !== null,
  };
}

interface Columns {
  accent?: string | null;
  footer?: string | null;
  logo?: Uint8Array | null;
  logo_format?: 'png' | 'svg' | null;
}

async function change(context: CoreContext, columns: Columns): Promise<Record<string, never>> {
  const { db } = registerOf(context);
  const none = { accent: null, footer: null, logo: null, logo_format: null };
  await db
    .insertInto('letterhead')
    .values({ only_one: 1, ...none, ...columns, ...changedNow(context) })
    .onConflict((conflict) =>
      conflict.column('only_one').doUpdateSet({ ...columns, ...changedNow(context) }),
    )
    .execute();
  announceChange(context, 'letters');
  return {};
}

export const saveLetterhead = (context: CoreContext, { accent, footer }: LetterheadChoice) =>
  change(context, { accent: accent ?? null, footer: footer || null });

function formatOf(bytes: Uint8Array): 'png' | 'svg' {
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47;
  return isPng ? 'png' : 'svg';
}

/** Fails with `attachment_broken` for what the typesetting would refuse, before any letter needs it. */
export async function saveLogo(context: CoreContext, { grant }: { grant: string | null }) {
  if (grant === null) return change(context, { logo: null, logo_format: null });
  const { bytes } = await context.ports.files.read(grant, MOST_LOGO_BYTES);
  const format = formatOf(bytes);
  try {
    await typesetPdf(context, {
      language: 'it',
      letterhead: { name: 'Prova', lines: [], logo: { format, bytes } },
      blocks: [{ type: 'paragraph', text: 'Prova' }],
    });
  } catch {
    throw new ProcedureError('attachment_broken');
  }
  return change(context, { logo: bytes, logo_format: format });
}
