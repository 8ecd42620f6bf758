import type { OutputOf, ParsedInputOf, VaultContract } from '#api/contract.ts';
import type { CoreContext } from '../context.ts';
import { textsFor } from '../documents/texts.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import { beginWork, forEachRow, importOf } from './open-import.ts';

/**
 * The rows that could not be read, as they stood, with a last column that says why: to be corrected and
 * imported again.
 */
export async function writeProblems(
  context: CoreContext,
  { choices, language, grant }: ParsedInputOf<VaultContract, 'imports.saveProblems'>,
): Promise<OutputOf<VaultContract, 'imports.saveProblems'>> {
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const { rows } = importOf(context);
  const lines: string[][] = choices.hasHeadings
    ? [[...(rows[0] ?? []), texts.say('import.problem')]]
    : [];
  const work = beginWork(context, choices, 'imports.saveProblems');
  await forEachRow(context, choices, work, ({ cells, problems }) => {
    if (problems.length === 0) return;
    const said = problems.map(
      ({ field, problem }) =>
        `${texts.say(`import.fields.${field}`)}: ${texts.say(`import.problems.${problem}`)}`,
    );
    lines.push([...cells, said.join('; ')]);
  });
  const bytes = writeCsv(lines, ';');
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length };
}
