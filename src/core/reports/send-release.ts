/*
 * A report is sent once and kept as it was: its files byte by byte, its numbers, and what protects the next one.
 * Whoever receives a later report may have this one beside it, so that no report leaves without being noted here
 * (disclosure design B4, attacks 1, 16 and 17).
 */
import type { ParsedInputOf, VaultContract } from '#api/contract.ts';
import type { ReleaseFormat } from '#api/grant.ts';
import type { Release } from '#api/releases.ts';
import type { ReportFile } from '#api/report-file.ts';
import { tellsAreas } from '#domain/reports/report-plan.ts';
import { type CoreContext, changedNow, registerOf } from '../context.ts';
import { textsFor } from '../documents/texts.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { getAssociation } from '../settings/association.ts';
import { freezeAreas } from './area-map.ts';
import { activitiesInFile, programmePopulation, servedPopulation } from './make-report.ts';
import { freezeNationalityMap } from './nationality-maps.ts';
import type { ProtectedSummary } from './protected-summary.ts';
import { listReleases, nextNumber, systemText } from './release-rows.ts';
import { reportFileOf } from './report-file.ts';
import { reportCsv, reportDocument, reportXlsx } from './report-files.ts';
import { sha256 } from './report-seal.ts';
import { sealFile } from './sealed-files.ts';
import { summarySheet } from './summary-sheet.ts';

type Wanted = ParsedInputOf<VaultContract, 'releases.send'>;

interface MadeFile {
  format: ReleaseFormat;
  bytes: Uint8Array;
}

/** All files of a report: made only here, so that none exists that is not kept. */
async function makeFiles(
  context: CoreContext,
  made: ProtectedSummary,
  report: ReportFile,
  language: Wanted['language'],
): Promise<MadeFile[]> {
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const sheet = summarySheet(made.summary, report, texts);
  const association = await getAssociation(registerOf(context).db);
  const pdf = await typesetPdf(context, reportDocument(sheet, association, texts));
  const json = new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`);
  const { seal } = report;
  return [
    { format: 'xlsx', bytes: sealFile(await reportXlsx(sheet, texts), 'xlsx', seal) },
    { format: 'csv', bytes: sealFile(reportCsv(sheet, texts), 'csv', seal) },
    { format: 'pdf', bytes: sealFile(pdf.bytes, 'pdf', seal) },
    { format: 'json', bytes: json },
  ];
}

function populationInFile({ setup, population }: ProtectedSummary): string {
  if (population !== undefined) return activitiesInFile;
  return setup.population ? programmePopulation : servedPopulation;
}

/** Keeps a protected summary as sent, with its files. */
export async function sendRelease(
  context: CoreContext,
  made: ProtectedSummary,
  { recipient, language, period, note = '' }: Wanted,
): Promise<Release> {
  const { db } = registerOf(context);
  const { plan } = made.summary;
  const { name: association } = await getAssociation(db);
  const preparedOn = context.ports.clock.today();
  const report = reportFileOf(
    made.release,
    {
      association,
      recipient,
      preparedOn,
      note,
      population: populationInFile(made),
      method: made.summary.method,
    },
    made.setup.population,
  );
  const files = await makeFiles(context, made, report, language);
  const id = context.ports.ids.next();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('release')
      .values({
        id,
        number: await nextNumber(tx),
        sent_on: preparedOn,
        recipient,
        population: made.population ?? servedPopulation,
        period_from: period.from,
        period_to: period.to,
        threshold: made.summary.threshold,
        language,
        seal: report.seal,
        printed: JSON.stringify(made.summary),
        system: systemText(made.release),
        certificate: JSON.stringify(made.certificate),
        ...changedNow(context),
      })
      .execute();
    if (plan && tellsAreas(plan)) await freezeAreas(tx, preparedOn);
    if (plan?.nationalityMapId) await freezeNationalityMap(tx, plan.nationalityMapId, preparedOn);
    for (const { format, bytes } of files) {
      const kept = { bytes, byte_count: bytes.length, sha256: sha256(bytes) };
      await tx
        .insertInto('release_file')
        .values({ release_id: id, format, ...kept })
        .execute();
    }
  });
  const release = (await listReleases(db)).find((one) => one.id === id);
  if (release === undefined) throw new Error('a release that was not kept');
  return release;
}
