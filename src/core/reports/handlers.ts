import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { identifiedSheetProcedures } from '#api/identified-sheets.ts';
import type { releaseProcedures } from '#api/releases.ts';
import type { reportProcedures } from '#api/reports.ts';
import type { Handlers } from '#api/server.ts';
import { findSingling } from '#domain/reports/singling-words.ts';
import type { Period } from '#domain/reports/summary.ts';
import { announceChange, type CoreContext, registerOf } from '../context.ts';
import { compareReleases } from './compare-releases.ts';
import { previewIdentifiedSheet, saveIdentifiedSheet } from './identified-sheet.ts';
import { type ProtectedSummary, protectedSummary } from './protected-summary.ts';
import { findRelease, listReleases, sentReleases } from './release-rows.ts';
import { sendRelease, servedPopulation } from './send-release.ts';
import { servedPeople } from './served-people.ts';
import { whenPossible } from './when-possible.ts';

type ReportHandlers = Handlers<
  Pick<
    VaultContract,
    | keyof typeof reportProcedures
    | keyof typeof releaseProcedures
    | keyof typeof identifiedSheetProcedures
  >,
  CoreContext
>;

/** Fails with `report_refused`; where waiting helps, its details say from which day. */
async function makeSummary(context: CoreContext, period: Period): Promise<ProtectedSummary> {
  if (period.from > period.to) throw new ProcedureError('period_invalid');
  const { db } = registerOf(context);
  const sent = await sentReleases(db, servedPopulation);
  try {
    return await protectedSummary(await servedPeople(db, period), period, sent, {
      now: context.ports.sinceStart,
    });
  } catch (failure) {
    if (!(failure instanceof ProcedureError) || failure.code !== 'report_refused') throw failure;
    const missing = failure.details?.missing;
    if (typeof missing !== 'number') throw failure;
    const today = context.ports.clock.today();
    const possible = await whenPossible(db, period, { sent, missing, today });
    throw new ProcedureError('report_refused', {
      ...failure.details,
      ...(possible
        ? { possibleFrom: possible.date, isEstimate: possible.isEstimate ? 'yes' : 'no' }
        : {}),
    });
  }
}

async function findKept(context: CoreContext, id: string) {
  const { db } = registerOf(context);
  const release = (await listReleases(db)).find((one) => one.id === id);
  const kept = await findRelease(db, id);
  if (release === undefined || kept === undefined) throw new ProcedureError('release_unknown');
  return { release, summary: kept.summary };
}

export const reportHandlers: ReportHandlers = {
  'reports.checkText': async (context, { text }) => ({
    items: findSingling(text, context.resources.singlingWords),
  }),
  'reports.summary': async (context, period) => (await makeSummary(context, period)).summary,
  'releases.send': async (context, wanted) => {
    const release = await sendRelease(context, await makeSummary(context, wanted.period), wanted);
    announceChange(context, 'releases');
    return release;
  },
  'releases.list': async (context) => ({ items: await listReleases(registerOf(context).db) }),
  'releases.get': (context, { id }) => findKept(context, id),
  'releases.compare': compareReleases,
  'identifiedSheets.preview': previewIdentifiedSheet,
  'identifiedSheets.save': saveIdentifiedSheet,
  'releases.saveFile': async (context, { id, format, grant }) => {
    const file = await registerOf(context)
      .db.selectFrom('release_file')
      .select('bytes')
      .where('release_id', '=', id)
      .where('format', '=', format)
      .executeTakeFirst();
    if (file === undefined) throw new ProcedureError('release_unknown');
    await context.ports.files.write(grant, file.bytes);
    return { byteCount: file.bytes.length };
  },
};
