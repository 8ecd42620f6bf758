import type { consolidationProcedures } from '#api/consolidations.ts';
import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { identifiedSheetProcedures } from '#api/identified-sheets.ts';
import type { releaseProcedures } from '#api/releases.ts';
import type { reportPlanProcedures } from '#api/report-plans.ts';
import type { reportProcedures } from '#api/reports.ts';
import type { Handlers } from '#api/server.ts';
import { findSingling } from '#domain/reports/singling-words.ts';
import { announceChange, type CoreContext, registerOf } from '../context.ts';
import { saveAreas } from './area-map.ts';
import { compareReleases } from './compare-releases.ts';
import { openConsolidation, saveConsolidation } from './consolidation.ts';
import { previewIdentifiedSheet, saveIdentifiedSheet } from './identified-sheet.ts';
import { makeReport } from './make-report.ts';
import { saveNationalityMap } from './nationality-maps.ts';
import { offerPlans } from './offer-plans.ts';
import { openFigure } from './open-figure.ts';
import { findRelease, listReleases } from './release-rows.ts';
import { stopReport } from './running-report.ts';
import { removePlan, savePlan } from './saved-plans.ts';
import { sendRelease } from './send-release.ts';

type ReportHandlers = Handlers<
  Pick<
    VaultContract,
    | keyof typeof reportProcedures
    | keyof typeof reportPlanProcedures
    | keyof typeof consolidationProcedures
    | keyof typeof releaseProcedures
    | keyof typeof identifiedSheetProcedures
  >,
  CoreContext
>;

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
  'reports.summary': async (context, { plan, ...period }) =>
    (await makeReport(context, period, plan)).summary,
  'reports.stop': async (context) => stopReport(context),
  'reportPlans.offer': offerPlans,
  'reportPlans.save': savePlan,
  'reportPlans.remove': removePlan,
  'areaMaps.save': saveAreas,
  'nationalityMaps.save': saveNationalityMap,
  'figures.open': openFigure,
  'consolidations.open': openConsolidation,
  'consolidations.save': saveConsolidation,
  'releases.send': async (context, wanted) => {
    const made = await makeReport(context, wanted.period, wanted.plan);
    const release = await sendRelease(context, made, wanted);
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
