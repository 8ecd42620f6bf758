/*
 * The lead partner's side of reports: files of several associations added up in the window. What they hold is
 * public to those who have them; nothing of it enters the register, and nothing of the register goes into the sum.
 * The files chosen last are remembered while the register is open, so that looking and saving are of the same.
 */
import type { OutputOf, ParsedInputOf, VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import { type ReportFile, reportFile } from '#api/report-file.ts';
import { isOwnIndicatorId } from '#domain/programmes/programme-indicator.ts';
import { wordsIn } from '#domain/vocabularies/words-in-languages.ts';
import { type CoreContext, type OpenRegister, registerOf } from '../context.ts';
import { type Texts, textsFor } from '../documents/texts.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { getAssociation } from '../settings/association.ts';
import { ConsolidationError, consolidateReports } from './consolidate-reports.ts';
import { reportCsv, reportDocument, reportXlsx } from './report-files.ts';
import { groupedSeal } from './report-seal.ts';
import type { ReportSheet } from './report-sheet.ts';
import { type SealedFormat, sealFile } from './sealed-files.ts';

const MAX_BYTES = 20_000_000;

const chosen = new WeakMap<OpenRegister, readonly ReportFile[]>();

function readReport(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

function addedUp(files: readonly unknown[], about: Parameters<typeof consolidateReports>[1]) {
  try {
    return consolidateReports(files, about);
  } catch (failure) {
    if (!(failure instanceof ConsolidationError)) throw failure;
    const { code, file } = failure;
    throw new ProcedureError('consolidation_refused', { reason: code, file: file + 1 });
  }
}

const nobody = { association: '', recipient: '', preparedOn: '2000-01-01', note: '' };

/** Fails with `consolidation_refused`, `grant_unknown`, `file_not_read`. */
export async function openConsolidation(
  context: CoreContext,
  { grants }: ParsedInputOf<VaultContract, 'consolidations.open'>,
): Promise<OutputOf<VaultContract, 'consolidations.open'>> {
  const read: unknown[] = [];
  for (const grant of grants) {
    const { bytes } = await context.ports.files.read(grant, MAX_BYTES);
    read.push(readReport(bytes));
  }
  const { report, hiddenBy } = addedUp(read, nobody);
  const files = read.map((one) => reportFile.parse(one));
  chosen.set(registerOf(context), files);
  return {
    partners: files.map(({ association, cells, hidden }) => ({
      association,
      total: cells.ALL ?? null,
      hidden: hidden.length,
    })),
    period: report.period,
    cells: [...Object.keys(report.cells), ...report.hidden].sort().map((cell) => ({
      cell,
      value: report.cells[cell] ?? null,
      hiddenBy: hiddenBy[cell] ?? 0,
    })),
  };
}

/** Of a programme's own indicator, as the template that comes with the program has it. */
function ownWording(context: CoreContext, name: string) {
  const [, template = '', code = ''] = isOwnIndicatorId(name) ? name.split('.') : [];
  const found = context.resources.programmes().get(template);
  return found?.indicators.find((one) => one.code === code)?.name;
}

/** What a cell counts, in words: `ageBand=18-59|sex=female` is "18-59, women". */
function cellWords(cell: string, { texts, context }: { texts: Texts; context: CoreContext }) {
  if (cell === 'ALL') return texts.say('report.all');
  const words = cell.split('|').map((pair) => {
    const at = pair.indexOf('=');
    const [name, code] = [pair.slice(0, at), pair.slice(at + 1)];
    if (name === 'sex') return texts.label('sexes', code);
    if (code === 'unknown') return texts.say('report.unknown');
    if (name === 'legalStatus') return texts.label('legalStatuses', code);
    if (name === 'nationality') return code.split('+').map(texts.country).join(', ');
    const indicator = context.resources.indicators().byId.get(name);
    if (indicator) return `${indicator.code} ${wordsIn(indicator.wording, texts.language)}`;
    const own = ownWording(context, name);
    return own ? wordsIn(own, texts.language) : code;
  });
  return words.join(', ');
}

function sheetOf(
  report: ReportFile,
  partners: readonly ReportFile[],
  texts: Texts,
  context: CoreContext,
): ReportSheet {
  const line = (key: string, value: string | number) => ({
    label: texts.say(`report.${key}`),
    value: String(value),
  });
  const { from, to } = report.period;
  const dates = { from: texts.date(from), to: texts.date(to) };
  const mark = texts.say('report.hiddenMark');
  const cells = [...Object.keys(report.cells), ...report.hidden];
  return {
    title: texts.say('report.consolidated'),
    cover: [
      line('coverPeriod', texts.say('report.coverPeriodText', dates)),
      line('coverPartners', partners.map(({ association }) => association).join('; ')),
      line('coverRecipient', report.recipient),
      line('coverPrepared', texts.date(report.preparedOn)),
      line('coverMark', texts.say('report.coverMarkText')),
      line('coverMethod', texts.say('report.coverConsolidatedText')),
      line('coverSeal', `${groupedSeal(report.seal)}. ${texts.say('report.coverSealText')}`),
    ],
    tables: [
      {
        title: texts.say('report.figures'),
        header: [texts.say('report.figure'), texts.say('report.people')],
        rows: cells
          .sort((a, b) => a.split('|').length - b.split('|').length || (a < b ? -1 : 1))
          .map((cell) => [cellWords(cell, { texts, context }), report.cells[cell] ?? mark]),
        hasNoChart: true,
      },
    ],
    seal: report.seal,
  };
}

/** Fails with `not_found` where no files were added up since the register was opened. */
export async function saveConsolidation(
  context: CoreContext,
  wanted: ParsedInputOf<VaultContract, 'consolidations.save'>,
): Promise<OutputOf<VaultContract, 'consolidations.save'>> {
  const { recipient, language, format, grant } = wanted;
  const register = registerOf(context);
  const files = chosen.get(register);
  if (!files) throw new ProcedureError('not_found');
  const association = await getAssociation(register.db);
  const { report } = addedUp(files, {
    association: association.name,
    recipient,
    preparedOn: context.ports.clock.today(),
    note: '',
  });
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const sheet = sheetOf(report, files, texts, context);
  const sealed = async (kind: SealedFormat) => {
    if (kind === 'csv') return reportCsv(sheet, texts);
    if (kind === 'xlsx') return reportXlsx(sheet, texts);
    return (await typesetPdf(context, reportDocument(sheet, association, texts))).bytes;
  };
  const bytes =
    format === 'json'
      ? new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`)
      : sealFile(await sealed(format), format, report.seal);
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length };
}
