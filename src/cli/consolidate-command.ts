import { reportFileSchema } from '#api/report-file.ts';
import { systemClock } from '#core/host/system-clock.ts';
import { ConsolidationError, consolidateReports } from '#core/reports/consolidate-reports.ts';
import { readJsonFile } from './input.ts';
import { readOptions, UsageError } from './options.ts';

const limits = { names: 20_000, texts: 1_000_000 };

/**
 * `consolidate FILE.json… --association NAME --recipient NAME`: adds up the JSON reports of several associations.
 * Exit code 1 when they cannot be added up, with the reason. `consolidate --schema`: the shape of such a file.
 */
export async function consolidateCommand(
  args: string[],
): Promise<{ result: unknown; exitCode: number }> {
  if (args.length === 1 && args[0] === '--schema') {
    return { result: reportFileSchema(), exitCode: 0 };
  }
  const { words, value } = readOptions(args, ['association', 'recipient']);
  if (words.length < 2) throw new UsageError('consolidate FILE.json FILE.json …');
  const files = [];
  for (const path of words) files.push(await readJsonFile(path, limits));
  try {
    const about = {
      association: value('association') ?? '',
      recipient: value('recipient') ?? '',
      preparedOn: systemClock.today(),
      note: '',
    };
    return { result: { ok: true, ...consolidateReports(files, about) }, exitCode: 0 };
  } catch (failure) {
    if (!(failure instanceof ConsolidationError)) throw failure;
    const { code, file } = failure;
    return { result: { ok: false, error: { code, file: words[file] } }, exitCode: 1 };
  }
}
