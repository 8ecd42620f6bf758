import type { Db } from '../context.ts';
import type { LetterContents } from './letter-contents.ts';

/** The logo and the line at the foot that an association chose for its letters. */
export async function ownLetterhead(db: Db): Promise<NonNullable<LetterContents['letterhead']>> {
  const row = await db.selectFrom('letterhead').selectAll().executeTakeFirst();
  if (!row) return {};
  const { logo, logo_format: format, footer, accent } = row;
  return {
    ...(logo && format ? { logo: { format, bytes: new Uint8Array(logo) } } : {}),
    ...(footer ? { footer } : {}),
    ...(accent ? { accent } : {}),
  };
}
