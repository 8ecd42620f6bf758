import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { reportFormats } from '#api/grant.ts';
import type { reportProcedures, Summary } from '#api/reports.ts';
import type { Handlers } from '#api/server.ts';
import type { Period } from '#domain/reports/summary.ts';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { textsFor } from '../documents/texts.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { getAssociation } from '../settings/handlers.ts';
import { protectedSummary } from './protected-summary.ts';
import { servedPeople } from './served-people.ts';
import { summaryCsv, summaryDocument, summaryXlsx } from './summary-files.ts';
import { summarySheet } from './summary-sheet.ts';

type ReportHandlers = Handlers<Pick<VaultContract, keyof typeof reportProcedures>, CoreContext>;

async function makeSummary(context: CoreContext, period: Period): Promise<Summary> {
  if (period.from > period.to) throw new ProcedureError('period_invalid');
  return protectedSummary(await servedPeople(registerOf(context).db, period), period);
}

async function summaryBytes(
  context: CoreContext,
  {
    period,
    format,
    language,
  }: { period: Period; format: (typeof reportFormats)[number]; language: InterfaceLanguage },
): Promise<Uint8Array> {
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const sheet = summarySheet(await makeSummary(context, period), texts);
  if (format === 'csv') return summaryCsv(sheet, texts);
  if (format === 'xlsx') return summaryXlsx(sheet, texts);
  const association = await getAssociation(registerOf(context).db);
  const { bytes } = await typesetPdf(context, summaryDocument(sheet, association, texts));
  return bytes;
}

export const reportHandlers: ReportHandlers = {
  'reports.summary': makeSummary,
  'reports.saveSummary': async (context, { grant, ...wanted }) => {
    const bytes = await summaryBytes(context, wanted);
    await context.ports.files.write(grant, bytes);
    return { byteCount: bytes.length };
  },
};
